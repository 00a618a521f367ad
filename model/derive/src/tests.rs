//! What the derives refuse, and what they say of it. What they generate is tested in the model, which uses all of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use super::{choice, inputs};
use syn::{DeriveInput, parse_quote};

/// What is said of inputs that are declared wrongly.
fn said_of_inputs(input: DeriveInput) -> Vec<String> {
    let errors = inputs::expand(&input).err().unwrap().flatten();
    errors.into_iter().map(|error| error.to_string()).collect()
}

fn said_of_a_choice(input: DeriveInput) -> Vec<String> {
    let errors = choice::expand(&input).err().unwrap().flatten();
    errors.into_iter().map(|error| error.to_string()).collect()
}

#[test]
fn a_complete_struct_is_accepted() {
    let inputs = inputs::expand(&parse_quote! {
        struct Inputs {
            #[input(label("Tilt", "倾角"), help("Of the roof.", "屋顶倾角。"), range(-90.0, 90.0), nature = "example")]
            tilt_deg: Option<Angle>,
            #[input(flatten)]
            part: Part,
            #[input(within = "shop")]
            shop: Shop,
        }
    });
    assert!(inputs.is_ok());
}

#[test]
fn every_fault_of_a_struct_is_named_at_once() {
    let said = said_of_inputs(parse_quote! {
        struct Inputs {
            #[input(label("Tilt", "倾角"))]
            tilt_deg: Option<Angle>,
            #[input(help("Of the roof.", "屋顶倾角。"))]
            azimuth_deg: Option<Angle>,
        }
    });
    assert_eq!(
        said,
        [
            r#"`tilt_deg` needs #[input(help("English", "中文"))]"#,
            r#"`azimuth_deg` needs #[input(label("English", "中文"))]"#,
        ]
    );
}

#[test]
fn an_input_that_is_no_option_is_refused() {
    let said = said_of_inputs(parse_quote! {
        struct Inputs {
            #[input(label("Tilt", "倾角"), help("Of the roof.", "屋顶倾角。"))]
            tilt_deg: Angle,
        }
    });
    assert!(said.first().unwrap().contains("`Option<Angle>`"), "{said:?}");
}

#[test]
fn a_text_in_one_language_or_an_empty_one_is_refused() {
    let one = |label: syn::Attribute| {
        said_of_inputs(parse_quote! {
            struct Inputs {
                #label
                tilt_deg: Option<Angle>,
            }
        })
    };
    let said = one(parse_quote!(#[input(label("Tilt"), help("Of the roof.", "屋顶倾角。"))]));
    assert!(said.first().unwrap().contains("both languages"), "{said:?}");
    let said = one(parse_quote!(#[input(label("Tilt", ""), help("Of the roof.", "屋顶倾角。"))]));
    assert!(said.first().unwrap().contains("empty"), "{said:?}");
}

#[test]
fn a_range_the_wrong_way_round_or_an_unknown_word_is_refused() {
    let said = said_of_inputs(parse_quote! {
        struct Inputs {
            #[input(label("Tilt", "倾角"), help("Of it.", "倾角。"), range(90.0, 0.0))]
            tilt_deg: Option<Angle>,
        }
    });
    assert!(said.first().unwrap().contains("lowest value comes first"), "{said:?}");
    let said = said_of_inputs(parse_quote! {
        struct Inputs {
            #[input(label("Tilt", "倾角"), help("Of it.", "倾角。"), natur = "example")]
            tilt_deg: Option<Angle>,
        }
    });
    assert!(said.first().unwrap().contains("Did you mean `nature`?"), "{said:?}");
}

#[test]
fn other_inputs_have_no_words_of_their_own_here() {
    let said = said_of_inputs(parse_quote! {
        struct Inputs {
            #[input(flatten, label("The part", "工件"))]
            part: Part,
        }
    });
    assert!(said.first().unwrap().contains("`label` cannot stand here"), "{said:?}");
}

#[test]
fn an_enum_with_the_same_name_twice_or_with_fields_is_no_choice() {
    let said = said_of_a_choice(parse_quote! {
        enum Mount {
            #[choice(id = "rack", en = "Rack", zh = "挂镀")]
            Rack,
            #[choice(id = "rack", en = "Barrel", zh = "滚镀")]
            Barrel,
        }
    });
    assert_eq!(said, [r#"another variant is "rack""#]);
    let said = said_of_a_choice(parse_quote! {
        enum Mount {
            #[choice(id = "rack", en = "Rack", zh = "挂镀")]
            Rack(u8),
        }
    });
    assert_eq!(said, ["a row of a list holds nothing"]);
    let said = said_of_a_choice(parse_quote! {
        enum Mount {
            #[choice(id = "rack", en = "Rack")]
            Rack,
        }
    });
    assert!(said.first().unwrap().contains("zh"), "{said:?}");
}

#[test]
fn where_a_field_stands_is_said_in_known_words() {
    let said = said_of_inputs(parse_quote! {
        #[inputs(group(id = "roof", en = "Roof", zh = ""))]
        struct Inputs {
            #[input(label("Tilt", "倾角"), help("Of it.", "倾角。"), level = "important")]
            tilt_deg: Option<Angle>,
            #[input(label("Site", "地点"), help("Of it.", "地点。"), clears(5))]
            site: Option<Choice<Site>>,
            #[input(label("Roof", "屋顶"), help("Of it.", "屋顶。"), off_page("tilt_deg"))]
            roof: Option<Choice<Roof>>,
        }
    });
    assert!(said.iter().any(|one| one.contains("`essential`, `expert`, `more`")), "{said:?}");
    assert!(said.iter().any(|one| one.contains("expected the name of a field")), "{said:?}");
    let said = said_of_inputs(parse_quote! {
        #[inputs(group(id = "roof", en = "Roof", zh = ""))]
        struct Inputs {
            #[input(label("Roof", "屋顶"), help("Of it.", "屋顶。"), off_page("tilt_deg"))]
            roof: Option<Choice<Roof>>,
        }
    });
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().any(|one| one.contains("empty")), "{said:?}");
    assert!(said.iter().any(|one| one.contains("goes with `flatten` or `within`")), "{said:?}");
}
