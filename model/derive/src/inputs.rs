//! `#[derive(Inputs)]`: the table of a calculator's inputs, from the fields of a struct.

use crate::words::Words;
use darling::ast::{Data, NestedMeta};
use darling::util::{Flag, Ignored};
use darling::{Error, FromDeriveInput, FromField, FromMeta, Result};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, DeriveInput, GenericArgument, Ident, Lit, LitFloat, LitStr, Path, PathArguments,
    Type,
};

#[derive(FromDeriveInput)]
#[darling(supports(struct_named), forward_attrs(inputs))]
struct Struct {
    ident: Ident,
    data: Data<Ignored, Field>,
    #[darling(with = Groups::read)]
    attrs: Groups,
}

/// The groups of fields on the page, in their order: `group(…)`, `folded(…)` or `on_demand(…)`.
struct Groups(Vec<(How, Group)>);

/// How a group stands there.
#[derive(Clone, Copy, PartialEq)]
enum How {
    Open,
    Folded,
    OnDemand,
}

#[derive(FromMeta)]
struct Group {
    id: LitStr,
    en: LitStr,
    zh: LitStr,
}

impl Groups {
    fn read(attributes: Vec<Attribute>) -> Result<Self> {
        let mut errors = Error::accumulator();
        let mut groups = Vec::new();
        for attribute in attributes {
            let list = attribute.meta.require_list().map_err(Error::from);
            let items = list.and_then(|list| Ok(NestedMeta::parse_meta_list(list.tokens.clone())?));
            for item in errors.handle(items).unwrap_or_default() {
                groups.extend(errors.handle(Self::one(&item)));
            }
        }
        errors.finish_with(Self(groups))
    }

    fn one(item: &NestedMeta) -> Result<(How, Group)> {
        let unknown =
            || Error::custom("expected `group(…)`, `folded(…)` or `on_demand(…)`").with_span(item);
        let NestedMeta::Meta(meta) = item else { return Err(unknown()) };
        let how = match meta.path() {
            path if path.is_ident("group") => How::Open,
            path if path.is_ident("folded") => How::Folded,
            path if path.is_ident("on_demand") => How::OnDemand,
            _ => return Err(unknown()),
        };
        Group::from_meta(meta).map(|group| (how, group)).map_err(|error| error.with_span(item))
    }
}

#[derive(FromField)]
#[darling(attributes(input))]
struct Field {
    ident: Option<Ident>,
    ty: Type,
    #[darling(default)]
    label: Option<Words>,
    #[darling(default)]
    help: Option<Words>,
    #[darling(default)]
    range: Option<Range>,
    #[darling(default)]
    nature: Option<Nature>,
    #[darling(flatten)]
    layout: Layout,
    flatten: Flag,
    #[darling(default)]
    within: Option<LitStr>,
    #[darling(default)]
    off_page: Option<Names>,
}

/// How a field stands on the page.
#[derive(FromMeta, Default)]
struct Layout {
    group: Option<LitStr>,
    level: Option<Level>,
    after: Option<LitStr>,
    #[darling(default)]
    clears: Names,
    placeholder: Option<LitStr>,
    accepts: Option<LitStr>,
    may_be_empty: Flag,
    about: Option<Path>,
    offered: Option<Path>,
}

#[derive(FromMeta, Clone, Copy)]
enum Level {
    Essential,
    More,
    Expert,
}

/// Names of fields, listed (`clears("bath")`) or in a constant (`clears = "SIZES"`).
enum Names {
    Listed(Vec<LitStr>),
    Constant(Path),
}

impl Default for Names {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

impl FromMeta for Names {
    fn from_list(items: &[NestedMeta]) -> Result<Self> {
        let name = |item: &NestedMeta| match item {
            NestedMeta::Lit(Lit::Str(name)) => Ok(name.clone()),
            other => Err(Error::custom("expected the name of a field: \"bath\"").with_span(other)),
        };
        items.iter().map(name).collect::<Result<_>>().map(Self::Listed)
    }

    fn from_value(value: &Lit) -> Result<Self> {
        Path::from_value(value).map(Self::Constant)
    }
}

impl ToTokens for Names {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Listed(names) => quote!(&[ #( #names ),* ]),
            Self::Constant(path) => quote!(&#path),
        });
    }
}

/// The possible values of a number, in its canonical unit.
struct Range {
    lowest: LitFloat,
    highest: LitFloat,
}

impl FromMeta for Range {
    fn from_list(items: &[NestedMeta]) -> Result<Self> {
        let [NestedMeta::Lit(Lit::Float(lowest)), NestedMeta::Lit(Lit::Float(highest))] = items
        else {
            return Err(Error::custom("expected the lowest and the highest value: (0.0, 100.0)"));
        };
        if lowest.base10_parse::<f64>()? >= highest.base10_parse::<f64>()? {
            return Err(Error::custom("the lowest value comes first").with_span(lowest));
        }
        Ok(Self { lowest: lowest.clone(), highest: highest.clone() })
    }
}

#[derive(FromMeta, Clone, Copy)]
enum Nature {
    World,
    Decision,
    Example,
}

/// An input of its own.
struct Input {
    name: Ident,
    /// What its `Option` holds.
    value: Type,
    label: Words,
    help: Words,
    range: Option<Range>,
    nature: Nature,
    layout: Layout,
}

/// The inputs of another struct.
struct Table {
    name: Ident,
    ty: Type,
    /// What stands before their names: `shop.`
    prefix: String,
    /// Those that the page leaves out here.
    off_page: Names,
}

enum Member {
    Input(Input),
    Table(Table),
}

impl Member {
    fn new(field: Field) -> Result<Self> {
        let name = field.ident.clone().ok_or_else(|| Error::custom("a field without a name"))?;
        if field.flatten.is_present() || field.within.is_some() {
            return table(name, field).map(Self::Table);
        }
        let mut errors = Error::accumulator();
        if field.off_page.is_some() {
            errors.push(
                Error::custom("`off_page` leaves out inputs of another struct: it goes with `flatten` or `within`")
                    .with_span(&name),
            );
        }
        let value = errors.handle(held(&field.ty));
        let label = errors.handle(needed("label", field.label, &name));
        let help = errors.handle(needed("help", field.help, &name));
        errors.finish()?;
        match (value, label, help) {
            (Some(value), Some(label), Some(help)) => Ok(Self::Input(Input {
                name,
                value,
                label,
                help,
                range: field.range,
                nature: field.nature.unwrap_or(Nature::World),
                layout: field.layout,
            })),
            _ => Err(Error::custom("incomplete").with_span(&name)), // never: each is an error above
        }
    }
}

fn needed<T>(attribute: &str, given: Option<T>, field: &Ident) -> Result<T> {
    given.ok_or_else(|| {
        Error::custom(format!("`{field}` needs #[input({attribute}(\"English\", \"中文\"))]"))
            .with_span(field)
    })
}

fn table(name: Ident, field: Field) -> Result<Table> {
    let only = |what: &str| {
        Err(Error::custom(format!(
            "`{name}` holds inputs with words of their own: {what} cannot stand here"
        ))
        .with_span(&name))
    };
    match field {
        Field { label: Some(_), .. } => only("`label`"),
        Field { help: Some(_), .. } => only("`help`"),
        Field { range: Some(_), .. } => only("`range`"),
        Field { nature: Some(_), .. } => only("`nature`"),
        Field { flatten, within: Some(_), .. } if flatten.is_present() => {
            only("one of `flatten` and `within`")
        }
        Field { layout: Layout { group: Some(_), .. }, .. } => only("`group`"),
        Field { ty, within, off_page, .. } => {
            let prefix = within.map(|within| within.value() + ".").unwrap_or_default();
            Ok(Table { name, ty, prefix, off_page: off_page.unwrap_or_default() })
        }
    }
}

/// What an `Option` holds.
fn held(ty: &Type) -> Result<Type> {
    if let Type::Path(path) = ty
        && let Some(last) = path.path.segments.last().filter(|last| last.ident == "Option")
        && let PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(GenericArgument::Type(value)) = arguments.args.first()
    {
        return Ok(value.clone());
    }
    let message = format!(
        "an input is an `Option`, because what is not given takes its default: `Option<{}>`; \
         other inputs are `#[input(flatten)]` or `#[input(within = \"…\")]`",
        ty.to_token_stream()
    );
    Err(Error::custom(message).with_span(ty))
}

impl ToTokens for Nature {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let nature = match self {
            Self::World => "World",
            Self::Decision => "Decision",
            Self::Example => "Example",
        };
        let nature = format_ident!("{nature}");
        tokens.extend(quote!(::platewise_model::calculator::Nature::#nature));
    }
}

impl Input {
    /// Its row in the table.
    fn field(&self) -> TokenStream {
        let Self { name, value, label, range, nature, layout, .. } = self;
        let (name, label) = (name.to_string(), label.tokens());
        let within =
            range.as_ref().map(|Range { lowest, highest }| quote!(.within(#lowest, #highest)));
        quote! {
            ::platewise_model::calculator::Field {
                name: #name,
                of: ::core::option::Option::None,
                label: #label,
                kind: <#value as ::platewise_model::calculator::FieldValue>::KIND #within,
                nature: #nature,
                layout: #layout,
            }
        }
    }
}

impl ToTokens for Layout {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            group,
            level,
            after,
            clears,
            placeholder,
            accepts,
            may_be_empty,
            about,
            offered,
        } = self;
        let group = group.iter();
        let level = level.iter();
        let placeholder = placeholder.iter();
        let may_be_empty = may_be_empty.is_present();
        let [after, accepts] = [after, accepts].map(|one| optional(one.as_ref()));
        let [about, offered] = [about, offered].map(|one| optional(one.as_ref()));
        tokens.extend(quote! {
            ::platewise_model::calculator::Layout {
                #( group: #group, )*
                #( level: #level, )*
                #( placeholder: #placeholder, )*
                after: #after,
                clears: #clears,
                accepts: #accepts,
                may_be_empty: #may_be_empty,
                about: #about,
                offered: #offered,
                ..::platewise_model::calculator::Layout::PLAIN
            }
        });
    }
}

fn optional<T: ToTokens>(value: Option<&T>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

impl ToTokens for Level {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let level = match self {
            Self::Essential => "Essential",
            Self::More => "More",
            Self::Expert => "Expert",
        };
        let level = format_ident!("{level}");
        tokens.extend(quote!(::platewise_model::calculator::FieldLevel::#level));
    }
}

impl Group {
    fn tokens(&self, how: How) -> Result<TokenStream> {
        let Self { id, en, zh } = self;
        let title = Words::new(en.clone(), zh.clone())?.tokens();
        let (folded, on_demand) = (how == How::Folded, how == How::OnDemand);
        Ok(quote! {
            ::platewise_model::calculator::Group {
                id: #id,
                title: #title,
                folded: #folded,
                on_demand: #on_demand,
            }
        })
    }
}

pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Struct { ident, data, attrs: Groups(groups) } = Struct::from_derive_input(input)?;
    let mut errors = Error::accumulator();
    let groups: Vec<TokenStream> =
        groups.iter().filter_map(|(how, group)| errors.handle(group.tokens(*how))).collect();
    let members: Vec<Member> = data
        .take_struct()
        .into_iter()
        .flat_map(|fields| fields.fields)
        .filter_map(|field| errors.handle(Member::new(field)))
        .collect();
    errors.finish()?;
    let own: Vec<&Input> = members
        .iter()
        .filter_map(|member| if let Member::Input(input) = member { Some(input) } else { None })
        .collect();
    let access = if own.len() == members.len() {
        from_a_table(&ident, &own)
    } else {
        one_after_another(&members)
    };
    let help = help(&own, &members);
    Ok(quote! {
        impl ::platewise_model::calculator::InputTable for #ident {
            #access

            fn groups() -> &'static [::platewise_model::calculator::Group] {
                static GROUPS: &[::platewise_model::calculator::Group] = &[ #( #groups ),* ];
                GROUPS
            }

            #help
        }
    })
}

/// Of inputs only: tables made when compiled, since analysis sets inputs a million times.
fn from_a_table(ident: &Ident, inputs: &[&Input]) -> TokenStream {
    let fields = inputs.iter().map(|input| input.field());
    let names: Vec<&Ident> = inputs.iter().map(|input| &input.name).collect();
    quote! {
        fn fields() -> &'static [::platewise_model::calculator::Field] {
            static FIELDS: &[::platewise_model::calculator::Field] = &[ #( #fields ),* ];
            FIELDS
        }

        fn slot(&self, position: usize) -> ::core::option::Option<&dyn ::platewise_model::calculator::Slot> {
            type Get = fn(&#ident) -> &dyn ::platewise_model::calculator::Slot;
            static SLOTS: &[Get] = &[ #( |inputs| &inputs.#names ),* ];
            SLOTS.get(position).map(|get| get(self))
        }

        fn slot_mut(&mut self, position: usize) -> ::core::option::Option<&mut dyn ::platewise_model::calculator::Slot> {
            type Get = fn(&mut #ident) -> &mut dyn ::platewise_model::calculator::Slot;
            static SLOTS: &[Get] = &[ #( |inputs| &mut inputs.#names ),* ];
            SLOTS.get(position).map(|get| get(self))
        }
    }
}

/// Where other structs are part of it: the fields are gathered once, and a position is counted down through the members.
fn one_after_another(members: &[Member]) -> TokenStream {
    let gather = members.iter().map(|member| match member {
        Member::Input(input) => {
            let field = input.field();
            quote!(all.push(#field);)
        }
        Member::Table(Table { ty, prefix, off_page, .. }) => quote! {
            all.extend(::platewise_model::calculator::within(
                #prefix,
                <#ty as ::platewise_model::calculator::InputTable>::fields(),
                #off_page,
            ));
        },
    });
    let count = |member: &Member| match member {
        Member::Input(_) => quote!(1_usize),
        Member::Table(Table { ty, .. }) => {
            quote!(<#ty as ::platewise_model::calculator::InputTable>::fields().len())
        }
    };
    let steps = |of_input: TokenStream, of_table: TokenStream| {
        let step = members.iter().map(|member| {
            let count = count(member);
            let found = match member {
                Member::Input(Input { name, .. }) => {
                    quote!(::core::option::Option::Some(#of_input self.#name))
                }
                Member::Table(Table { name, .. }) => quote!(self.#name.#of_table(rest)),
            };
            quote! {
                let count = #count;
                if rest < count {
                    return #found;
                }
                rest -= count;
            }
        });
        quote! {
            let mut rest = position;
            #( #step )*
            let _ = rest; // beyond the last
            ::core::option::Option::None
        }
    };
    let slot = steps(quote!(&), quote!(slot));
    let slot_mut = steps(quote!(&mut), quote!(slot_mut));
    quote! {
        fn fields() -> &'static [::platewise_model::calculator::Field] {
            static FIELDS: ::std::sync::OnceLock<::std::vec::Vec<::platewise_model::calculator::Field>> =
                ::std::sync::OnceLock::new();
            FIELDS.get_or_init(|| {
                let mut all = ::std::vec::Vec::new();
                #( #gather )*
                all
            })
        }

        fn slot(&self, position: usize) -> ::core::option::Option<&dyn ::platewise_model::calculator::Slot> {
            #slot
        }

        fn slot_mut(&mut self, position: usize) -> ::core::option::Option<&mut dyn ::platewise_model::calculator::Slot> {
            #slot_mut
        }
    }
}

/// Help stands apart from the fields: a page is shown before anybody asks for it.
fn help(own: &[&Input], members: &[Member]) -> TokenStream {
    let names: Vec<String> = own.iter().map(|input| input.name.to_string()).collect();
    let words = own.iter().map(|input| input.help.tokens());
    let values = own.iter().map(|input| &input.value);
    let tables: Vec<&Table> = members
        .iter()
        .filter_map(|member| if let Member::Table(table) = member { Some(table) } else { None })
        .collect();
    let types: Vec<&Type> = tables.iter().map(|table| &table.ty).collect();
    let prefixes: Vec<&str> = tables.iter().map(|table| table.prefix.as_str()).collect();
    quote! {
        fn help(name: &str) -> ::core::option::Option<::platewise_model::words::Text> {
            static HELP: &[(&str, ::platewise_model::words::Text)] = &[ #( (#names, #words) ),* ];
            HELP.iter()
                .find(|(one, _)| *one == name)
                .map(|(_, help)| *help)
                #( .or_else(|| <#types as ::platewise_model::calculator::InputTable>::help(name.strip_prefix(#prefixes)?)) )*
        }

        fn help_in_row(table: &str, name: &str) -> ::core::option::Option<::platewise_model::words::Text> {
            type Find = fn(&str) -> ::core::option::Option<::platewise_model::words::Text>;
            static HELP: &[(&str, Find)] = &[ #( (#names, <#values as ::platewise_model::calculator::FieldValue>::help_in_row) ),* ];
            HELP.iter()
                .find(|(one, _)| *one == table)
                .and_then(|(_, find)| find(name))
                #( .or_else(|| <#types as ::platewise_model::calculator::InputTable>::help_in_row(table.strip_prefix(#prefixes)?, name)) )*
        }
    }
}
