//! Coating codes, read and written: ISO 4042:1999 as pdfcoffee.com re-posts it, ISO 2081 and ASTM B633 as Triangle Oshkosh tabulates them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{document, problems};
use platewise_model::data::Listed;
use platewise_model::data::passivates::Passivate;
use platewise_model::plating::designation::{
    Cr6, Designation, Film, Standard, class_met, read, write_iso_4042,
};
use proptest::prelude::*;
use serde_json::json;

/// Code, deposit, least thickness in µm, passivate.
const ISO_4042: [(&str, &str, f64, &str); 7] = [
    ("A3C", "zinc", 8.0, "hexavalent_yellow"),
    ("A2A", "zinc", 5.0, "hexavalent_clear"),
    ("A2B", "zinc", 5.0, "hexavalent_bleached"),
    ("A4D", "zinc", 12.0, "hexavalent_olive"),
    ("A3R", "zinc", 8.0, "hexavalent_black"),
    ("P3C", "zinc_nickel", 8.0, "hexavalent_yellow"),
    ("R2R", "zinc_iron", 5.0, "hexavalent_black"),
];

/// Deposit, thickness in µm and passivate of a code.
fn asked(code: &str) -> Option<(String, Option<f64>, Option<&'static str>)> {
    read(code)
        .map(|code| (code.deposit_id(), code.thickness.um(), code.passivate().map(|row| row.id)))
}

/// What of a code was not understood, and what contradicts.
fn unread(code: &str) -> Vec<String> {
    let of = |code: Designation| [code.unread, code.contradictions].concat();
    read(code).map(of).unwrap_or_default()
}

#[test]
fn codes_of_iso_4042_are_read_and_written() {
    for (code, deposit, um, passivate) in ISO_4042 {
        assert_eq!(asked(code), Some((deposit.to_owned(), Some(um), Some(passivate))), "{code}");
        assert_eq!(
            write_iso_4042(deposit, um, Passivate::find(passivate).unwrap()).as_deref(),
            Some(code)
        );
    }
}

#[test]
fn a_thickness_that_falls_short_earns_the_code_below() {
    let yellow = Passivate::find("hexavalent_yellow").unwrap();
    assert_eq!(write_iso_4042("zinc", 7.9, yellow).as_deref(), Some("A2C"));
    assert_eq!(write_iso_4042("zinc", 2.9, yellow), None);
    assert_eq!(write_iso_4042("nickel", 8.0, yellow), None, "no coating letter");
    assert_eq!(
        write_iso_4042("zinc", 8.0, Passivate::find("trivalent_clear").unwrap()),
        None,
        "ISO 4042:1999 knows no trivalent finish"
    );
}

#[test]
fn a_code_may_leave_the_finish_open_and_is_read_as_people_type_it() {
    assert_eq!(asked("A2"), Some(("zinc".to_owned(), Some(5.0), None)));
    for typed in ["a3c", " A3C ", "A 3 C"] {
        assert_eq!(read(typed), read("A3C"), "{typed}");
    }
    for typed in ["Fe/Zn 8", "fe/zn8", "FE/ZN 8"] {
        assert_eq!(asked(typed), Some(("zinc".to_owned(), Some(8.0), None)), "{typed}");
    }
}

/// Class of ISO 2081, service condition of ASTM B633, least local thickness in µm.
const CLASSES: [(&str, &str, f64); 4] = [
    ("Fe/Zn 5", "SC1", 5.0),
    ("Fe/Zn 8", "SC2", 8.0),
    ("Fe/Zn 12", "SC3", 12.0),
    ("Fe/Zn 25", "SC4", 25.0),
];

#[test]
fn classes_are_read_and_written() {
    for (class, service_condition, um) in CLASSES {
        for code in [class, service_condition] {
            assert_eq!(asked(code), Some(("zinc".to_owned(), Some(um), None)), "{code}");
        }
        let met = class_met(um).unwrap();
        assert_eq!((met.designation, met.b633), (class, service_condition));
        assert_ne!(
            class_met(um - 0.01).map(|met| met.designation),
            Some(class),
            "a hair less is not enough"
        );
    }
    assert_eq!(class_met(4.99), None);
}

/// A code as it stands on drawings: deposit and thickness, a finish where there is one, and what nobody here understands.
#[test]
fn what_follows_the_thickness_is_read_or_told() {
    for (code, um, passivate, rest) in [
        ("Fe//Zn 12//C", 12.0, Some("hexavalent_yellow"), None),
        ("Fe/Zn 8/A", 8.0, Some("hexavalent_clear"), None),
        ("Fe/Zn8/C2C", 8.0, Some("hexavalent_yellow"), None),
        ("Fe/Zn 25 c1A", 25.0, Some("hexavalent_clear"), None),
        ("Fe/Ep·Zn8·c2C", 8.0, Some("hexavalent_yellow"), None),
        ("Fe/Ep·Zn 10·c1B", 10.0, Some("hexavalent_bleached"), None),
        ("Fe／Ep.Zn8.c2D", 8.0, Some("hexavalent_olive"), None),
        ("Fe/Ep·Zn8", 8.0, None, None),
        ("SC2 Type II", 8.0, Some("hexavalent_yellow"), None),
        ("SC3, type III", 12.0, Some("hexavalent_clear"), None),
        ("sc1 TYPE VI", 5.0, Some("trivalent_iridescent"), None),
        ("Fe/Zn 8 Type V", 8.0, Some("trivalent_clear"), None),
        ("Fe/Zn 8/C/T2", 8.0, Some("hexavalent_yellow"), None),
        ("Fe/Zn 8//ER(220)18//C", 8.0, Some("hexavalent_yellow"), None),
        ("Fe/Zn 8/C/T9", 8.0, Some("hexavalent_yellow"), Some("T9")),
        ("Fe/Zn 8x", 8.0, None, Some("x")),
        ("SC2 Type IX", 8.0, None, Some("Type IX")),
        ("Fe/Zn 8/漆", 8.0, None, Some("漆")),
    ] {
        assert_eq!(asked(code), Some(("zinc".to_owned(), Some(um), passivate)), "{code}");
        assert_eq!(unread(code), rest.into_iter().collect::<Vec<_>>(), "{code}");
        let told = document(&json!({ "designation": code }))["warnings"].to_string();
        assert_eq!(told.contains("code_part_unread"), rest.is_some(), "{code}");
        assert!(rest.is_none_or(|rest| told.contains(rest)), "{code}: {told}");
    }
}

#[test]
fn a_code_sets_what_is_not_said_otherwise() {
    let plain = document(&json!({ "designation": "A3C" }));
    let inputs = &plain["inputs"];
    assert_eq!(inputs["deposit"], "zinc");
    assert_eq!(inputs["thickness_um"], 8.0);
    assert_eq!(inputs["thickness_kind"], "minimum");
    assert_eq!(inputs["passivate"], "hexavalent_yellow");
    assert_eq!(
        plain["results"]["iso_4042_code"], "A3C",
        "and what is plated earns the code that was asked for"
    );
    assert_eq!(plain["results"]["iso_2081_class"], "Fe/Zn 8");
    assert_eq!(plain["results"]["b633_service_condition"], "SC2");
    let other = document(
        &json!({ "designation": "A3C", "passivate": "trivalent_clear", "thickness_um": 5, "thickness_kind": "average" }),
    );
    assert_eq!(
        (other["inputs"]["passivate"].as_str(), other["inputs"]["thickness_um"].as_f64()),
        (Some("trivalent_clear"), Some(5.0))
    );
    assert!(
        other["warnings"].to_string().contains("code_missed"),
        "but the code is not met, and that is said"
    );
}

#[test]
fn what_contradicts_a_code_is_told_by_name() {
    let told = |inputs: serde_json::Value| {
        let warnings = document(&inputs)["warnings"].clone();
        let found = warnings
            .as_array()
            .unwrap()
            .iter()
            .find(|warning| warning["id"] == "code_contradicted")
            .cloned();
        found.map(|warning| {
            (
                warning["level"].as_str().unwrap().to_owned(),
                warning["message"].as_str().unwrap().to_owned(),
            )
        })
    };
    let (level, passivate) =
        told(json!({ "designation": "A3C", "passivate": "trivalent_clear" })).unwrap();
    assert_eq!(level, "warning");
    assert!(
        passivate.contains("Hexavalent, yellow iridescent")
            && passivate.contains("Trivalent, clear or blue")
            && !passivate.contains("deposit"),
        "{passivate}"
    );
    let (_, deposit) = told(json!({ "designation": "A3", "deposit": "nickel" })).unwrap();
    assert!(
        deposit.contains("“Zinc”")
            && deposit.contains("“Nickel”")
            && !deposit.contains("passivate"),
        "{deposit}"
    );
    let (_, both) =
        told(json!({ "designation": "A3C", "deposit": "zinc_nickel", "passivate": "none" }))
            .unwrap();
    assert!(
        both.contains("“Zinc”")
            && both.contains("Zinc–nickel")
            && both.contains("yellow")
            && both.contains("“None”"),
        "{both}"
    );
    for agreeing in [
        json!({ "designation": "A3C" }),
        json!({ "designation": "A3C", "deposit": "zinc", "passivate": "hexavalent_yellow" }),
        json!({ "designation": "Fe/Zn 8", "passivate": "trivalent_clear" }),
    ] {
        assert_eq!(told(agreeing.clone()), None, "{agreeing}");
    }
    // A thickness that falls short of the code is told whatever the deposit.
    let thin =
        document(&json!({ "designation": "P3", "thickness_um": 5, "thickness_kind": "minimum" }));
    assert!(thin["warnings"].to_string().contains("code_missed"));
}

/// Inputs that a code fills, and how it was read.
#[test]
fn a_code_fills_what_it_says_and_tells_how_it_was_read() {
    for (code, deposit, um, kind, passivate, mount, told) in [
        (
            "Fe//Zn8//An//T2",
            "zinc",
            8.0,
            "minimum",
            "trivalent_clear_sealed",
            "rack",
            "Read as ISO 19598: zinc ≥ 8 µm, transparent, chromium(VI)-free, with sealer.",
        ),
        (
            "Fe//ZnNi8//Cn//T0",
            "zinc_nickel",
            8.0,
            "minimum",
            "trivalent_iridescent",
            "rack",
            "Read as ISO 19598: zinc–nickel ≥ 8 µm, yellow iridescent, chromium(VI)-free, without sealer.",
        ),
        (
            "Fe/ZnFe12/P4",
            "zinc_iron",
            12.0,
            "minimum",
            "trivalent_black",
            "rack",
            "Read as Swedish SVF 2000: zinc–iron ≥ 12 µm, black, chromium(VI)-free, without sealer.",
        ),
        (
            "ISO 4042 A3C",
            "zinc",
            8.0,
            "minimum",
            "hexavalent_yellow",
            "rack",
            "Read as ISO 4042:1999: zinc, nominal 8 µm, yellow iridescent, chromium(VI), without sealer.",
        ),
        (
            "ASTM F1941 Fe/Zn 5C",
            "zinc",
            5.0,
            "minimum",
            "hexavalent_yellow",
            "rack",
            "Read as ASTM F1941: zinc ≥ 5 µm, yellow iridescent, chromium(VI), without sealer.",
        ),
        (
            "DIN 50961 Fe/Zn 8B",
            "zinc",
            8.0,
            "minimum",
            "hexavalent_bleached",
            "rack",
            "Read as DIN 50961: zinc ≥ 8 µm, bleached, chromium(VI), without sealer.",
        ),
        (
            "B633 SC3",
            "zinc",
            12.0,
            "minimum",
            "none",
            "rack",
            "Read as ASTM B633: zinc ≥ 12 µm, passivation not said.",
        ),
        (
            "Zn8",
            "zinc",
            8.0,
            "minimum",
            "none",
            "rack",
            "Read as ISO 4042:2018: zinc, nominal 8 µm, passivation not said.",
        ),
        (
            "镀锌 8μm",
            "zinc",
            8.0,
            "minimum",
            "none",
            "rack",
            "Read as free text: zinc 8 µm, passivation not said.",
        ),
        (
            "滚镀锌镍 平均10μm 黑色 三价铬 封闭",
            "zinc_nickel",
            10.0,
            "average",
            "trivalent_black_sealed",
            "barrel",
            "Read as free text: zinc–nickel, on average 10 µm, black, chromium(VI)-free, with sealer, in a barrel.",
        ),
        (
            "五彩锌 8-12um",
            "zinc",
            8.0,
            "minimum",
            "trivalent_iridescent",
            "rack",
            "Read as free text: zinc 8 µm to 12 µm, yellow iridescent, chromium(VI) not said.",
        ),
    ] {
        let document = document(&json!({ "designation": code }));
        let inputs = &document["inputs"];
        assert_eq!(
            (
                inputs["deposit"].as_str(),
                inputs["thickness_um"].as_f64(),
                inputs["thickness_kind"].as_str(),
                inputs["passivate"].as_str(),
                inputs["rack_or_barrel"].as_str()
            ),
            (Some(deposit), Some(um), Some(kind), Some(passivate), Some(mount)),
            "{code}"
        );
        assert!(
            document["warnings"].to_string().contains(told),
            "{code}: {}",
            document["warnings"]
        );
    }
    let nickel = document(&json!({ "designation": "Fe//ZnNi(12)8//Cn//T2" }));
    assert!((nickel["inputs"]["nickel_fraction"].as_f64().unwrap() - 0.12).abs() < 1e-12);
}

/// What a code leaves open is asked, unless another field says it.
#[test]
fn what_a_code_leaves_open_is_asked() {
    let ids = |inputs: serde_json::Value| -> Vec<String> {
        let warnings = document(&inputs)["warnings"].clone();
        warnings
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .filter(|id| id.starts_with("code_") && id != "code_read")
            .collect()
    };
    for (code, asked) in [
        ("Fe//Zn8//An//T2", vec![]),
        ("Fe/Zn 8", vec!["code_film_open"]),
        (
            "五彩锌 8-12um",
            vec![
                "code_which_thickness",
                "code_chromium_open",
                "code_sealer_open",
                "code_meaning_open",
            ],
        ),
        ("镀锌 8丝 不钝化", vec!["code_silk", "code_meaning_open"]),
        ("镀锌 不钝化", vec!["code_thickness_open"]),
        ("Zn8/Cn/T2 NSS 240h", vec!["code_rust_open", "code_asks_besides"]),
        ("A3C 三价铬", vec!["code_chromium_open", "code_contradicts_itself"]),
    ] {
        let (mut told, mut asked) = (ids(json!({ "designation": code })), asked);
        told.sort();
        asked.sort_unstable();
        assert_eq!(told, asked, "{code}");
    }
    let answered = json!({ "designation": "五彩锌 8-12um", "thickness_um": 10, "thickness_kind": "minimum", "passivate": "trivalent_iridescent_sealed" });
    assert_eq!(ids(answered), Vec::<String>::new());
    let silk = document(&json!({ "designation": "镀锌 8丝" }));
    assert_eq!(silk["inputs"]["thickness_um"], 80.0);
    assert!(silk["warnings"].to_string().contains("80 µm"), "{}", silk["warnings"]);
}

#[test]
fn what_is_not_plated_here_is_refused_with_the_reason() {
    for (code, problem) in [
        ("热浸锌 ≥65μm", "not_electroplated"),
        ("Fe/Ap·Ni15", "not_electroplated"),
        ("达克罗", "not_electroplated"),
        ("G4", "several_layers"),
        ("Fe/Ep·Cu10Ni15bCr0.3mc", "several_layers"),
        ("Q4C", "coat_unknown"),
    ] {
        assert_eq!(
            problems(&json!({ "designation": code })),
            [("designation".to_owned(), problem.to_owned())],
            "{code}"
        );
    }
    let nickel = document(&json!({ "designation": "Fe/Ep·Cu10Ni15bCr0.3mc", "deposit": "nickel" }));
    assert_eq!(
        (nickel["inputs"]["deposit"].as_str(), nickel["inputs"]["thickness_um"].as_f64()),
        (Some("nickel"), Some(15.0)),
        "the layer that was chosen"
    );
}

#[test]
fn chromium_vi_is_told_with_the_law_that_forbids_it() {
    let hexavalent = |code: &str| document(&json!({ "designation": code }))["warnings"].to_string();
    for code in ["A3C", "Fe/Ep·Zn8·c2C", "Fe//Zn8//C", "六价彩锌 8u"] {
        let told = hexavalent(code);
        assert!(told.contains("RoHS") && told.contains("ELV"), "{code}");
    }
    for code in ["Fe//Zn8//An//T2", "环保彩锌 8u", "B633 SC2 Type V"] {
        assert!(!hexavalent(code).contains("ELV"), "{code}");
    }
}

/// Whatever the part, the thinnest place of what was asked for by code must earn that code, its class and its salt-spray hours.
#[test]
fn what_is_plated_to_a_code_earns_it_on_every_part() {
    for part_class in ["flat", "profiled", "recessed"] {
        for bath in ["acid_potassium", "alkaline_low", "alkaline_mid", "cyanide_mid"] {
            for (code, class, red_rust_h) in [
                ("A2C", "Fe/Zn 5", "72 h"),
                ("A3C", "Fe/Zn 8", "120 h"),
                ("A4C", "Fe/Zn 12", "144 h"),
            ] {
                let document = document(
                    &json!({ "designation": code, "part_class": part_class, "bath": bath }),
                );
                let what = format!("{code}, {part_class}, {bath}");
                assert_eq!(document["results"]["iso_4042_code"], code, "{what}");
                assert_eq!(document["results"]["iso_2081_class"], class, "{what}");
                let warnings = document["warnings"].to_string();
                assert!(
                    warnings.contains(&format!("{red_rust_h} to red rust")),
                    "{what}: {warnings}"
                );
                assert!(!warnings.contains("code_missed"), "{what}");
            }
        }
    }
}

#[test]
fn what_is_no_code_is_a_problem_of_its_field() {
    for code in [
        "A3CC",
        "Z3C",
        "A3Z",
        "A2-70",
        "A4 80",
        "SC5",
        "SC25",
        "SC2X",
        "SC",
        "8 µm",
        "8.8",
        "M8x30",
        "锌合金压铸件",
        "\u{1F600}",
        "A\u{301}3C",
    ] {
        assert_eq!(read(code), None, "{code}");
        assert_eq!(
            problems(&json!({ "designation": code })),
            [("designation".to_owned(), "unknown_code".to_owned())],
            "{code}"
        );
    }
    document(&json!({ "designation": "  " })); // left blank is not given
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_code_or_none(text in ".*") {
        if let Some(code) = read(&text) {
            prop_assert!(!code.layers.is_empty());
        }
    }

    #[test]
    fn anything_behind_a_code_is_read_or_told(code in prop::sample::select(vec!["Fe/Zn 8", "Fe//Zn12", "Fe/Ep·Zn8", "SC2", "SC4 Type"]), rest in ".{0,12}") {
        let text = format!("{code}/{rest}");
        let asked = read(&text);
        let first = asked.and_then(|asked| asked.layers.first().map(|layer| layer.coat.id));
        // SC2 is zinc as long as nothing else is named behind it.
        prop_assert!(first.is_some_and(|id| id.starts_with("zinc") || code.starts_with("SC")), "{text}");
    }

    #[test]
    fn any_text_near_a_code_is_a_code_or_none(text in "[AaPpRrFfEe/ZzNnSsCc0-9 é锌]{0,9}") {
        if let Some(asked) = read(&text) {
            prop_assert!(asked.thickness.um().is_none_or(|um| (0.01..=3000.0).contains(&um)));
        }
    }
}

/// The nickel of zinc–nickel is no thickness, and blanks between the parts of a code say nothing.
#[test]
fn blanks_between_parts_do_not_matter() {
    for (tight, wide) in [
        ("Fe//ZnNi(12)8//Cn//T2", "Fe//ZnNi (12) 8//Cn//T2"),
        ("Fe//ZnNi(12)8//Cn//T2", "Fe // ZnNi ( 12 % ) 8 // Cn // T2"),
        ("Fe//ZnNi(12)8//Cn//T2", " Fe / / Zn-Ni (12%) 8 / / Cn / / T 2 "),
        ("Fe//SR(210)2//Zn12//ER(190)8//C", "Fe // SR (210) 2 // Zn 12 // ER ( 190 ) 8 // C"),
        ("Fe//Zn8//An//T2", "Fe // Zn 8 // An // T 2"),
        ("Fe/Ni30d Cr mp", "Fe / Ni 30 d Cr mp"),
    ] {
        assert_eq!(read(wide), read(tight), "{wide}");
    }
    let nickel = read("Fe//ZnNi (12) 8//Cn//T2").unwrap();
    assert_eq!((nickel.thickness.um(), nickel.nickel), (Some(8.0), Some(0.12)));
}

/// ASTM B633 is of zinc, whatever stands behind its number; its conditions have a hyphen or none.
#[test]
fn what_american_orders_write_is_read() {
    for (code, um, passivate) in [
        ("ASTM B633, Type VI, SC-3", Some(12.0), Some("trivalent_iridescent")),
        ("ASTM B633 SC - 2 Type III", Some(8.0), Some("hexavalent_clear")),
        ("B633 Type V", None, Some("trivalent_clear")),
        ("B633 TYPE-II SC-4", Some(25.0), Some("hexavalent_yellow")),
        ("zinc 0.3 thou", Some(7.62), None),
        ("A-4-C", Some(12.0), Some("hexavalent_yellow")),
        ("A - 3 - L", Some(8.0), Some("hexavalent_yellow")),
        ("yellow zinc 0.0003\"", Some(7.62), None),
        ("yellow zinc .0003 in", Some(7.62), None),
        ("zinc 0.0003″", Some(7.62), None),
        ("zinc, .0002 - .0003 inches", Some(5.08), None),
    ] {
        assert_eq!(asked(code), Some(("zinc".to_owned(), um, passivate)), "{code}");
        assert_eq!(unread(code), Vec::<String>::new(), "{code}");
    }
    assert_eq!(asked("\"Fe/Zn 8\"").unwrap().1, Some(8.0), "quotation marks are no inches");
    for other in ["A-4", "A4-80", "A2-70", "A-2-70"] {
        assert_eq!(read(other), None, "{other}");
    }
}

#[test]
fn layers_on_each_other_are_no_alloy_and_of_no_standard_but_their_own() {
    let layers = |code: &str| {
        read(code).unwrap().layers.iter().map(|layer| (layer.coat.id, layer.um)).collect::<Vec<_>>()
    };
    assert_eq!(layers("Fe/Cu/Zn8"), [("copper", None), ("zinc", Some(8.0))]);
    assert_eq!(layers("Fe/Cu5/Zn8"), [("copper", Some(5.0)), ("zinc", Some(8.0))]);
    assert_eq!(layers("Fe/CuZn8"), [("brass", Some(8.0))]);
    assert_eq!(layers("Fe/Zn/Ni8"), [("zinc_nickel", Some(8.0))]);
    for (code, deposit, um) in [
        ("Cu/Ag10", "silver", 10.0),
        ("Fe/Sn10", "tin", 10.0),
        ("Cu//Au2", "gold", 2.0),
        ("Fe/Cu20", "copper", 20.0),
        ("Fe/Cr50", "chromium", 50.0),
    ] {
        assert_eq!(
            asked(code).map(|(id, um, _)| (id, um)),
            Some((deposit.to_owned(), Some(um))),
            "{code}"
        );
        assert_eq!(
            read(code).unwrap().standard,
            Standard::General,
            "{code}: ASTM B456 is of nickel and chromium"
        );
    }
    assert_eq!(read("Cu/Ni5/Sn8").unwrap().standard, Standard::General);
    for nickel in ["Fe/Ni30d Cr mp", "Fe/Cu10Ni15bCr0.3mc", "Fe/Ni20"] {
        assert_eq!(read(nickel).unwrap().standard, Standard::AstmB456, "{nickel}");
    }
}

#[test]
fn a_sign_is_no_thickness_and_a_wish_about_chromium_is_told() {
    for code in ["Fe/Zn -8", "Fe/Zn −8", "Fe/Zn/-8", "zinc -8 µm"] {
        assert_eq!(read(code).unwrap().thickness.um(), None, "{code}");
        assert!(unread(code).join(" ").contains('8'), "{code}: {:?}", unread(code));
    }
    assert_eq!(read("hex bolt, zinc 8 µm").unwrap().cr6, Cr6::Unknown, "a hexagon");
    assert_eq!(asked("Fe/Zn-8").unwrap().1, Some(8.0), "a hyphen without blanks joins");
    for code in [
        "Fe/Zn8 Cr6-free",
        "Fe/Zn8 RoHS",
        "Fe/Zn8, Cr(VI)-free",
        "Fe/Zn8 无六价铬",
        "Fe/Zn8 no Cr6",
        "Fe/Zn8, Cr6+-free",
        "Fe/Zn8 without chromium(VI)",
        "Fe/Zn8 hex chrome free",
        "Fe/Zn8 non-hex",
        "Fe/Zn8 free of Cr(VI)",
        "Fe/Zn8 不得含六价铬",
        "Fe/Zn8 不含Cr6+",
        "Fe/Zn8 禁用六价铬",
    ] {
        let said = read(code).unwrap();
        assert_eq!((said.thickness.um(), said.cr6), (Some(8.0), Cr6::No), "{code}");
        assert_eq!(unread(code), Vec::<String>::new(), "{code}");
        let told = document(&json!({ "designation": code }))["warnings"].to_string();
        assert!(told.contains("chromium(VI)-free"), "{code}: {told}");
    }
}

/// As platers in Zhejiang write their orders; the bath has no place in a code and is named.
#[test]
fn orders_in_chinese_are_read() {
    for (code, deposit, um, film, barrel, named) in [
        ("镀锌≥8", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("镀锌 ≥ 8", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("镀锌＞8", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("镀锌8", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("镀锌，厚度：8", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("环保彩锌 12", "zinc", Some(12.0), Film::Iridescent, None, None),
        ("白锌 8", "zinc", Some(8.0), Film::Bluish, None, None),
        ("镀镍 5", "nickel", Some(5.0), Film::None, None, None),
        ("氰化镀锌 12", "zinc", Some(12.0), Film::Unsaid, None, Some("氰化")),
        ("滚镀锌 8μm 蓝白", "zinc", Some(8.0), Film::Bluish, Some(true), None),
        ("挂镀锌 8", "zinc", Some(8.0), Film::Unsaid, Some(false), None),
        ("滚镀锌镍 8", "zinc_nickel", Some(8.0), Film::Unsaid, Some(true), None),
        ("挂镀镍 10", "nickel", Some(10.0), Film::None, Some(false), None),
        ("滚镀银 3", "silver", Some(3.0), Film::None, Some(true), None),
        ("挂镀彩锌 8", "zinc", Some(8.0), Film::Iridescent, Some(false), None),
        ("碱性锌 12", "zinc", Some(12.0), Film::Unsaid, None, Some("碱性")),
        ("碱性镀锌 12", "zinc", Some(12.0), Film::Unsaid, None, Some("碱性")),
        ("氯化钾镀锌 8", "zinc", Some(8.0), Film::Unsaid, None, Some("氯化钾")),
        ("钾盐锌 8 蓝白", "zinc", Some(8.0), Film::Bluish, None, Some("钾盐")),
        ("滚锌 8", "zinc", Some(8.0), Film::Unsaid, Some(true), None),
        ("挂 锌 8", "zinc", Some(8.0), Film::Unsaid, Some(false), None),
        ("滚镀 锌 8", "zinc", Some(8.0), Film::Unsaid, Some(true), None),
        ("氰锌 12", "zinc", Some(12.0), Film::Unsaid, None, Some("氰")),
        ("镀亮镍 5", "nickel", Some(5.0), Film::None, None, Some("亮")),
        ("镀锌大于等于8", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("电镀锌 8 GB/T 9799", "zinc", Some(8.0), Film::Unsaid, None, None),
        ("镀锌 彩色 8", "zinc", Some(8.0), Film::Iridescent, None, None),
        ("yellow zinc 8", "zinc", Some(8.0), Film::Iridescent, None, None),
    ] {
        let said = read(code).unwrap_or_else(|| panic!("{code}"));
        assert_eq!(
            (said.deposit_id().as_str(), said.thickness.um(), said.film, said.barrel),
            (deposit, um, film, barrel),
            "{code}"
        );
        assert_eq!(unread(code), named.into_iter().collect::<Vec<_>>(), "{code}");
    }
    // What counts or measures something else is no thickness.
    for code in [
        "镀锌 8.8级",
        "镀锌 8.8",
        "镀锌 500件",
        "镀锌 20 只",
        "镀锌 8*20",
        "镀锌 2018",
        "镀锌 20#",
        "镀锌 M8",
        "zinc 12 pcs",
        "镀锌 5公斤",
        "镀锌 盐雾 8",
        "镀锌 去氢 8",
        "镀锌 72h",
    ] {
        assert_eq!(read(code).unwrap().thickness.um(), None, "{code}");
    }
    assert_eq!(read("磷化锌 8").unwrap().deposit_id(), "phosphate");
}

/// ISO 4042:1999 has the nominal thickness as the least local one and beside it a range for the batch average.
#[test]
fn what_nominal_is_taken_as_is_told() {
    for (code, nominal) in [
        ("A3C", true),
        ("Zn8/Cn/T2", true),
        ("GB/T 5267.1 Fe/Zn 5c1A", true),
        ("Fe//Zn8//An", false),
        ("镀锌 8μm", false),
    ] {
        let told = document(&json!({ "designation": code }));
        assert_eq!(told["warnings"].to_string().contains("nominal_as_minimum"), nominal, "{code}");
        assert_eq!(told["inputs"]["thickness_kind"], "minimum", "{code}");
    }
    let chosen = document(&json!({ "designation": "A3C", "thickness_kind": "average" }));
    assert!(!chosen["warnings"].to_string().contains("nominal_as_minimum"));
}

#[test]
fn positions_of_nuts_are_told_as_such() {
    for typed in ["H", "6H", "G", "6G", "E", "2B", "3b"] {
        let told = problems(&json!({ "thread": "M8", "tolerance_position": typed }));
        assert_eq!(
            told,
            [("tolerance_position".to_owned(), "internal_thread".to_owned())],
            "{typed}"
        );
    }
    for typed in ["h", "6h", "g", "6e"] {
        assert_eq!(
            document(&json!({ "thread": "M8", "tolerance_position": typed }))["inputs"]["tolerance_position"],
            typed.trim_start_matches('6')
        );
    }
}
