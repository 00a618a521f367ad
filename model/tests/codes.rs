//! Codes of every system against published tables: `data/codes.json` has each with its source and says which were read and which recalled.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::plating::designation::{
    CodeThickness, Cr6, Designation, Film, Gloss, Heat, Meaning, Rust, Sealer, Standard, read,
    write,
};
use platewise_model::words::Language;
use serde_json::{Map, Value, json};

fn published() -> Vec<Map<String, Value>> {
    serde_json::from_str(include_str!("data/codes.json")).unwrap()
}

/// A designation in the words of the table.
fn in_words(read: &Designation) -> Map<String, Value> {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| drop(map.insert(name.to_owned(), value));
    put("deposit", read.deposit_id().into());
    put(
        "thickness_um",
        match read.thickness {
            CodeThickness::Unsaid => Value::Null,
            CodeThickness::One(um) => um.into(),
            CodeThickness::Between(from, to) => vec![from, to].into(),
        },
    );
    put(
        "thickness_kind",
        match read.meaning {
            Meaning::Unsaid => "unsaid",
            Meaning::Minimum => "minimum",
            Meaning::Nominal => "nominal",
            Meaning::Average => "average",
        }
        .into(),
    );
    put(
        "passivate",
        match read.film {
            Film::Unsaid => "unsaid",
            Film::None => "none",
            Film::Some => "some",
            Film::Transparent => "transparent",
            Film::Bluish => "bluish",
            Film::Bleached => "bleached",
            Film::Iridescent => "iridescent",
            Film::Olive => "olive",
            Film::Black => "black",
            Film::Coloured => "coloured",
            Film::Phosphate => "phosphate",
        }
        .into(),
    );
    put(
        "sealer",
        match read.sealer {
            Sealer::Unknown => "unknown",
            Sealer::No => "no",
            Sealer::Yes => "yes",
            Sealer::TopCoat => "top coat",
            _ => "other",
        }
        .into(),
    );
    put(
        "cr6",
        match read.cr6 {
            Cr6::Unknown => "unknown",
            Cr6::Yes => "yes",
            Cr6::No => "no",
        }
        .into(),
    );
    put("standard", read.standard.name().get(Language::En).into());
    let heat = |heat: Option<Heat>| {
        heat.map(|heat| format!("{} C {} h", heat.celsius.unwrap(), heat.hours.unwrap()))
    };
    put("stress_relief", heat(read.stress_relief).into());
    put("bake", heat(read.bake).into());
    put("nickel_wt_pct", read.nickel.map(|share| (share * 1e6).round() / 1e4).into());
    let white =
        |until: Rust| read.salt_spray.filter(|spray| spray.until == until).map(|spray| spray.hours);
    put("nss_white_rust_h", white(Rust::White).into());
    put("nss_h", white(Rust::Unsaid).into());
    put("gloss", read.gloss.filter(|gloss| *gloss == Gloss::Bright).map(|_| "bright").into());
    let layers: Option<Vec<f64>> = read.layers.iter().map(|layer| layer.um).collect();
    put("layers_um", layers.filter(|layers| layers.len() > 1).into());
    map
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() < 1e-9
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (one, other) => one == other,
    }
}

/// Where a code is not read as the table says.
fn differences(code: &str, wanted: &Map<String, Value>, without: &[&str]) -> Vec<String> {
    let Some(read) = read(code) else { return vec![format!("{code}: not read")] };
    let ours = in_words(&read);
    let told = wanted.iter().filter(|(name, _)| {
        !["code", "source", "tag", "note", "ask"].contains(&name.as_str())
            && !without.contains(&name.as_str())
    });
    let mut all: Vec<String> = told
        .filter(|(name, value)| !same(&ours[*name], value))
        .map(|(name, value)| format!("{code}: {name} is {}, not {value}", ours[name]))
        .collect();
    // What the table does not name is not read either.
    for name in ["stress_relief", "bake", "nickel_wt_pct", "nss_h", "nss_white_rust_h"] {
        if !wanted.contains_key(name) && !ours[name].is_null() {
            all.push(format!("{code}: {name} is {}, which nobody asked for", ours[name]));
        }
    }
    if !read.unread.is_empty() || !read.contradictions.is_empty() {
        all.push(format!(
            "{code}: unread {:?}, contradictions {:?}",
            read.unread, read.contradictions
        ));
    }
    all
}

#[test]
fn every_published_code_is_read_whole() {
    let all = published();
    assert_eq!(all.len(), 51);
    let wrong: Vec<String> =
        all.iter().flat_map(|row| differences(row["code"].as_str().unwrap(), row, &[])).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all.iter().all(|row| row["tag"] == json!("read") || row["tag"] == json!("recalled")));
}

const STANDARDS: [Standard; 20] = [
    Standard::Iso2081,
    Standard::Iso2081Short,
    Standard::Iso19598,
    Standard::Din50979,
    Standard::Iso4042Old,
    Standard::Iso4042New,
    Standard::Swedish,
    Standard::Din50961,
    Standard::Iso2081Of1986,
    Standard::Gbt9799Of1997,
    Standard::Gbt5267,
    Standard::Gbt13911,
    Standard::Works,
    Standard::OldWorks,
    Standard::AstmB633,
    Standard::AstmF1941,
    Standard::AstmB456,
    Standard::Iso1456,
    Standard::JisH8610,
    Standard::FreeText,
];

/// What a code asks for, whichever system says it.
fn asks(code: &Designation) -> (String, CodeThickness, Film, Sealer, Cr6, Option<f64>) {
    (code.deposit_id(), code.thickness, code.film, code.sealer, code.cr6, code.nickel)
}

#[test]
fn every_published_code_is_written_in_its_own_system_and_read_the_same() {
    for row in published() {
        let typed = row["code"].as_str().unwrap();
        let code = read(typed).unwrap();
        let written = write(&code, code.standard);
        let back = written.as_deref().and_then(read);
        assert_eq!(
            back.as_ref().map(|back| (back.standard, asks(back))),
            Some((code.standard, asks(&code))),
            "{typed} was written as {written:?}"
        );
    }
}

#[test]
fn what_is_written_in_any_system_comes_back_the_same() {
    let mut written = 0;
    for row in published() {
        let code = read(row["code"].as_str().unwrap()).unwrap();
        for standard in STANDARDS {
            if let Some(text) = write(&code, standard) {
                assert_eq!(
                    read(&text).map(|back| (back.standard, asks(&back))),
                    Some((standard, asks(&code))),
                    "{text}"
                );
                written += 1;
            }
        }
    }
    assert!(written > 150, "{written}");
}

/// One and the same code as different hands and keyboards write it.
fn written_otherwise(code: &str) -> Vec<String> {
    let wide = |c: char| {
        if ('!'..='~').contains(&c) { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c }
    };
    let mut all = vec![
        code.to_lowercase(),
        code.to_uppercase(),
        format!("  {code}\t"),
        code.chars().map(wide).collect(),
        code.replace('·', "."),
        code.replace('·', "・"),
        code.replace('·', " · "),
        code.replace("//", " // "),
        code.replace(' ', "\u{3000}"),
        code.replace(' ', "  "),
    ];
    for micro in ["µm", "μm", "um", "UM", "u", "微米", " µm", "µ"] {
        all.push(code.replace("μm", micro).replace("um", micro));
    }
    if !code.starts_with(|c: char| !c.is_ascii()) {
        all.push(code.replace("Zn", "Zn "));
    }
    all
}

#[test]
fn hands_and_keyboards_do_not_matter() {
    let mut wrong = Vec::new();
    for row in published() {
        let code = row["code"].as_str().unwrap();
        for other in written_otherwise(code) {
            // A small c by itself only says that there is a chromate.
            wrong.extend(differences(&other, &row, &[]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The name of the standard may stand in front, behind, or in brackets.
#[test]
fn the_name_of_the_standard_may_stand_anywhere() {
    for (code, names) in [
        ("A2C", ["ISO 4042", "ISO 4042:1999", "DIN EN ISO 4042", "GB/T 5267.1-2002"]),
        (
            "Fe//Zn12//Cn//T2",
            ["ISO 19598", "ISO 19598:2016", "DIN EN ISO 19598", "EN ISO 19598:2016"],
        ),
        ("Fe//Zn25//C", ["ISO 2081", "ISO 2081:2018", "DIN EN ISO 2081", "GB/T 9799-2011"]),
        ("Fe/Ep·Zn7·c2C", ["GB/T 13911", "GB/T 13911-1992", "GB/T13911—92", "GB 13911"]),
        ("Zn5/An/T0", ["ISO 4042", "ISO 4042:2018", "DIN EN ISO 4042:2022", "EN ISO 4042"]),
    ] {
        let plain = read(code).unwrap();
        for name in names {
            for text in [
                format!("{name} {code}"),
                format!("{code} {name}"),
                format!("{code} ({name})"),
                format!("{name}, {code}"),
                format!("{name} - {code}"),
                format!("{code}（{name}）"),
            ] {
                let named = read(&text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!(asks(&named), asks(&plain), "{text}");
                assert_eq!((named.unread, named.contradictions), (vec![], vec![]), "{text}");
            }
        }
    }
}

/// A number before a unit is as thick as that unit says; before one of something else it is no thickness, and stays by name.
#[test]
fn units_behind_a_figure_count() {
    for (code, um) in [
        ("Zn 300 microinch", Some(7.62)),
        ("Zn 300 µin", Some(7.62)),
        ("Zn 300 microinches", Some(7.62)),
        ("Zn 300u\"", Some(7.62)),
        ("zinc 8 micrometres", Some(8.0)),
        ("Zn 8微米厚", Some(8.0)),
        ("Fe/Zn8,5", Some(8.5)),
        ("Fe/Zn 8,5 µm", Some(8.5)),
        ("Ni 20 b", None), // read below
        ("Zn 100 g/m²", None),
        ("Zn 100g/m2", None),
        ("镀锌 100 g/m²", None),
        ("Fe/Zn 80 mg/dm2", None),
        ("Fe/Zn 1 oz/ft²", None),
        ("Zn 8 nm", None),
        ("Zn 5 kg", None),
        ("Zn 8\"", None),
        ("Fe/Zn 8,12", None),
        ("Fe/Zn 1,000", None),
        ("Zn 20 A/dm²", None),
        ("Zn 20 克/平方米", None),
    ] {
        let said = read(code).unwrap_or_else(|| panic!("{code}"));
        if code == "Ni 20 b" {
            assert_eq!(said.thickness, CodeThickness::One(20.0), "a kind is no unit");
            continue;
        }
        let found = said.thickness.um();
        assert!(
            match (found, um) {
                (Some(found), Some(um)) => (found - um).abs() < 1e-9,
                (found, um) => found.is_none() && um.is_none(),
            },
            "{code}: {found:?}"
        );
        assert_eq!(
            said.unread.is_empty(),
            um.is_some() || code.contains('厚'),
            "{code}: {:?}",
            said.unread
        );
    }
    assert_eq!(read("Zn 100 g/m²").unwrap().unread, ["100 g/m²"]);
    // Letters of the codes are no units: A, C and F are no amperes, degrees or farads.
    for code in ["Fe/Zn 8 A", "Fe/Zn 8 C", "Fe/Zn 8 F", "Fe/Zn 8 D", "Zn8 An T2", "Fe/Zn 8 min"] {
        assert_eq!(read(code).unwrap().thickness, CodeThickness::One(8.0), "{code}");
    }
}

#[test]
fn what_is_denied_is_not_asked_for() {
    for code in [
        "Fe/Zn 8 no passivation",
        "Fe/Zn 8 not passivated",
        "Fe/Zn 8 without passivation",
        "Fe/Zn 8 without any passivation",
        "Fe/Zn 8 no clear passivation",
        "Fe/Zn 8 ohne Passivierung",
        "Fe/Zn 8 unpassiviert",
        "Fe/Zn 8 nicht passiviert",
        "Fe/Zn 8, passivation: none",
        "Fe/Zn 8 passivation not required",
        "Fe/Zn 8 passivation-free",
        "Fe/Zn 8 no chromate",
        "镀锌 8μm 不要钝化",
        "镀锌 8μm 未钝化",
        "镀锌 8μm 钝化：无",
        "Fe/Zn 8 w/o passivation",
    ] {
        let said = read(code).unwrap();
        assert_eq!((said.film, said.thickness.um()), (Film::None, Some(8.0)), "{code}");
        assert_eq!((said.unread, said.contradictions), (vec![], vec![]), "{code}");
    }
    for code in [
        "Zn8 yellow not sealed",
        "Zn8 yellow, no sealer",
        "Zn8 yellow without any sealer",
        "Zn8 yellow ohne Versiegelung",
        "Zn8 yellow sealer: none",
        "Zn8 yellow 免封闭",
        "Zn8 yellow not top coated, no topcoat",
    ] {
        assert_eq!(read(code).unwrap().sealer, Sealer::No, "{code}");
    }
    for code in
        ["Fe/Zn 8 no bake", "Fe/Zn 8 without bake 4 h", "Fe/Zn 8 不去氢", "Fe/Zn 8 not baked"]
    {
        let said = read(code).unwrap();
        assert_eq!((said.bake, said.unread), (None, vec![]), "{code}");
    }
    // What is left open is neither asked for nor lost.
    for (code, named) in [
        ("Zn8 sealer optional", "sealer optional"),
        ("Zn8 optional sealer", "optional sealer"),
        ("镀锌 8μm 封闭（可选）", "封闭 可选"),
        ("Zn8 not yellow", "not yellow"),
        ("Zn8 passivation if required", "passivation if required"),
    ] {
        let said = read(code).unwrap();
        assert!(!said.is_sealed() && said.film != Film::Iridescent, "{code}");
        assert!(said.unread.join(" ").contains(named), "{code}: {:?}", said.unread);
    }
    assert_eq!(read("Zn8 yellow, no Cr6").unwrap().film, Film::Iridescent);
    assert_eq!(read("Fe/Zn 8 passivated, no Cr6").unwrap().film, Film::Some);
}

#[test]
fn one_code_or_another_asks_which() {
    for code in [
        "Fe/Zn 8 or Fe/Zn 12",
        "Fe/Zn 12 or 8",
        "Fe/Zn 8 或 12",
        "Zn8 oder Zn12",
        "zinc 8 or 12",
        "Fe/Zn 8; Fe/Zn 12",
    ] {
        let said = read(code).unwrap();
        assert_eq!(said.thickness, CodeThickness::Between(8.0, 12.0), "{code}");
        assert_eq!((said.deposit_id().as_str(), said.unread), ("zinc", vec![]), "{code}");
    }
    assert_eq!(read("Fe/Zn 8 or Fe/Zn 8").unwrap().thickness, CodeThickness::One(8.0));
}

/// Chromium(VI) of a colour that is not said is not taken as a trivalent film.
#[test]
fn chromium_vi_without_a_colour_is_hexavalent() {
    for code in ["Zn8 Cr6", "Fe/Zn 8 c", "Fe/Zn8 hexavalent chromium", "镀锌 8μm 六价铬"] {
        let said = read(code).unwrap();
        let (row, open) = said.passivate_assumed().unwrap();
        assert_eq!((row.id, said.passivate()), ("hexavalent_yellow", None), "{code}");
        assert_eq!(open, Some(platewise_model::plating::designation::Open::Film), "{code}");
    }
}
