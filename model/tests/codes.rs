//! Codes of every system against published tables: `data/codes.json` has each with its source and says which were read and which recalled.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

use platewise_model::plating::designation::{CodeThickness, Cr6, Designation, Film, Gloss, Heat, Meaning, Rust, Sealer, read};
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
    let heat = |heat: Option<Heat>| heat.map(|heat| format!("{} C {} h", heat.celsius.unwrap(), heat.hours.unwrap()));
    put("stress_relief", heat(read.stress_relief).into());
    put("bake", heat(read.bake).into());
    put("nickel_wt_pct", read.nickel.map(|share| (share * 1e6).round() / 1e4).into());
    let white = |until: Rust| read.salt_spray.filter(|spray| spray.until == until).map(|spray| spray.hours);
    put("nss_white_rust_h", white(Rust::White).into());
    put("nss_h", white(Rust::Unsaid).into());
    put("gloss", read.gloss.filter(|gloss| *gloss == Gloss::Bright).map(|_| "bright").into());
    let layers: Option<Vec<f64>> = read.layers.iter().map(|layer| layer.um).collect();
    put("layers_um", layers.filter(|layers| layers.len() > 1).into());
    map
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() < 1e-9,
        (Value::Array(one), Value::Array(other)) => one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other)),
        (one, other) => one == other,
    }
}

/// Where a code is not read as the table says.
fn differences(code: &str, wanted: &Map<String, Value>, without: &[&str]) -> Vec<String> {
    let Some(read) = read(code) else { return vec![format!("{code}: not read")] };
    let ours = in_words(&read);
    let told = wanted.iter().filter(|(name, _)| !["code", "source", "tag", "note", "ask"].contains(&name.as_str()) && !without.contains(&name.as_str()));
    let mut all: Vec<String> =
        told.filter(|(name, value)| !same(&ours[*name], value)).map(|(name, value)| format!("{code}: {name} is {}, not {value}", ours[name])).collect();
    // What the table does not name is not read either.
    for name in ["stress_relief", "bake", "nickel_wt_pct", "nss_h", "nss_white_rust_h"] {
        if !wanted.contains_key(name) && !ours[name].is_null() {
            all.push(format!("{code}: {name} is {}, which nobody asked for", ours[name]));
        }
    }
    if !read.unread.is_empty() || !read.contradictions.is_empty() {
        all.push(format!("{code}: unread {:?}, contradictions {:?}", read.unread, read.contradictions));
    }
    all
}

#[test]
fn every_published_code_is_read_whole() {
    let all = published();
    assert_eq!(all.len(), 51);
    let wrong: Vec<String> = all.iter().flat_map(|row| differences(row["code"].as_str().unwrap(), row, &[])).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all.iter().all(|row| row["tag"] == json!("read") || row["tag"] == json!("recalled")));
}
