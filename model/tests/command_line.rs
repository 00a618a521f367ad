//! The command line as a shell script meets it: JSON in, JSON out, problems on standard error with exit code 2, never a panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use platewise_model::calculator::ALL;
use serde_json::{Map, Value, json};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

const PROGRAM: &str = env!("CARGO_BIN_EXE_platewise");

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    thread::scope(|scope| {
        scope.spawn(move || drop(to.write_all(input))); // beside the reading, as in a pipe; whoever does not read standard input has closed it
        child.wait_with_output().unwrap()
    })
}

fn eval(input: &[u8]) -> Output {
    run(&["eval", "plating-time", "-"], input)
}

fn compare(input: &Value) -> Output {
    run(&["eval", "process-comparison", "-"], input.to_string().as_bytes())
}

fn schema(id: &str) -> Value {
    answer(&run(&["schema", id], b""))
}

/// What a call that succeeds prints.
#[track_caller]
fn answer(output: &Output) -> Value {
    assert_eq!(
        (output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()),
        (Some(0), "")
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The problems of a call that fails as it should: exit code 2, JSON on standard error, nothing on standard output.
#[track_caller]
fn refused(output: &Output) -> Vec<Value> {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(output.stdout.is_empty(), "nothing on standard output");
    let document: Value =
        serde_json::from_str(&told).unwrap_or_else(|error| panic!("{error}: {told}"));
    let problems = document["problems"].as_array().unwrap().clone();
    assert!(!problems.is_empty());
    for problem in &problems {
        for part in ["field", "problem", "message", "message_zh"] {
            assert!(problem[part].as_str().is_some_and(|text| !text.is_empty()), "{part}: {told}");
        }
    }
    problems
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn list_names_the_calculators() {
    let list = answer(&run(&["list"], b""));
    let ids: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ALL.iter().map(|calculator| calculator.id).collect::<Vec<_>>());
    for one in list.as_array().unwrap() {
        assert!(
            ["title", "title_zh", "purpose"]
                .iter()
                .all(|part| one[part].as_str().is_some_and(|text| !text.is_empty())),
            "{one}"
        );
    }
}

#[test]
fn help_and_version_are_told() {
    for args in [&[][..], &["help"], &["--help"], &["-h"]] {
        let told = told(args);
        COMMANDS.iter().for_each(|(command, _)| {
            assert!(told.contains(&format!("\n  {command} ")), "{command} in {told}")
        });
    }
    assert!(String::from_utf8_lossy(&run(&["--version"], b"").stdout).starts_with("platewise "));
}

/// Every command, with what has to be found in its help.
const COMMANDS: [(&str, &[&str]); 10] = [
    ("list", &[]),
    ("schema", &["<ID>", "pv-payback"]),
    ("eval", &["<ID>", "[FILE|-]", "--customer", "--jsonl", "pv-payback", "\"line\": N"]),
    ("take", &["<ID>", "<FIELD>", "<FILE|->"]),
    ("batch", &["<ID>", "<FILE|->", "--shop <FILE>", "--output <FILE>", "--language", "en, zh"]),
    (
        "breakeven",
        &[
            "<ID>",
            "<FILE|->",
            "--result <NAME>",
            "--target <VALUE>|--equal <NAME>",
            "--input <NAME>",
            "--from",
            "--to",
        ],
    ),
    ("tornado", &["<ID>", "<FILE|->", "--result <NAME>", "--known"]),
    (
        "montecarlo",
        &[
            "<ID>",
            "<FILE|->",
            "--result",
            "--below",
            "--draws",
            "10000",
            "--seed",
            "--distribution",
            "triangular, pert",
            "--known",
        ],
    ),
    ("completions", &["<SHELL>", "bash", "elvish", "fish", "powershell", "zsh"]),
    ("man", &[]),
];

/// What a call prints that asks for text.
#[track_caller]
fn told(args: &[&str]) -> String {
    let output = run(args, b"");
    assert_eq!(
        (output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()),
        (Some(0), ""),
        "{args:?}"
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_help_of_each_command_says_what_its_options_mean() {
    for (command, parts) in COMMANDS {
        let help = told(&["help", command]);
        assert_eq!(help, told(&[command, "--help"]));
        assert!(help.contains(&format!("Usage: platewise {command}")), "{help}");
        parts.iter().for_each(|part| assert!(help.contains(part), "{part} in {help}"));
        for option in help.lines().filter(|line| line.trim_start().starts_with("--")) {
            let below = help.split_once(option).unwrap().1.lines().nth(1).unwrap();
            let meaning =
                option.trim_start().split_once("  ").map_or(below, |(_, beside)| beside).trim();
            assert!(
                meaning.len() > 5 && !meaning.starts_with('-'),
                "{option} is explained: {help}"
            );
        }
    }
    assert_eq!(refused(&run(&["help", "evaluate"], b""))[0]["problem"], "unknown_command");
}

#[test]
fn each_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = told(&["completions", shell]);
        for word in COMMANDS.iter().map(|(command, _)| *command).chain([
            "jsonl",
            "customer",
            "distribution",
        ]) {
            assert!(script.contains(word), "{word} for {shell}");
        }
        if matches!(shell, "bash" | "zsh" | "fish") {
            ALL.iter().for_each(|calculator| {
                assert!(script.contains(calculator.id), "{} for {shell}", calculator.id)
            });
        }
    }
    assert_eq!(refused(&run(&["completions", "tcsh"], b""))[0]["field"], "shell");
}

/// A shell that is here takes the script, and finds a calculator that begins as typed.
#[cfg(unix)]
#[test]
fn bash_completes_a_calculator() {
    let script = file("platewise.bash", told(&["completions", "bash"]).as_bytes());
    let asked = r#"source "$1" && COMP_WORDS=(platewise eval pla) COMP_CWORD=2 && _platewise platewise pla eval && echo "${COMPREPLY[@]}""#;
    let Ok(output) = Command::new("bash").args(["-c", asked, "bash"]).arg(script).output() else {
        return;
    };
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "plating-time",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_man_page_has_every_command_and_option() {
    let page = told(&["man"]).replace("\\-", "-");
    assert!(page.contains(".TH PLATEWISE 1 "), "{page}");
    for (command, _) in COMMANDS {
        assert!(
            page.contains(&format!(".SH \"PLATEWISE {}\"", command.to_uppercase())),
            "{command}"
        );
        assert!(page.contains(&format!("\\fBplatewise {command}\\fR")), "{command}");
        let help = told(&["help", command]);
        for option in
            help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 3)
        {
            let name: String =
                option.chars().take_while(|one| one.is_ascii_lowercase() || *one == '-').collect();
            assert!(page.contains(&format!("\\fB{name}\\fR")), "{name} of {command}");
        }
    }
}

/// What is wrong with a call is told in the same form as what is wrong with inputs.
#[test]
fn mistakes_in_options_are_told_by_their_option() {
    let asked: [(&[&str], &str, &str, &str); 14] = [
        (&["eval", "quote", "--custmer", "-"], "--custmer", "unknown_option", "--customer"),
        (&["batch", "quote", "-", "--shp", "x"], "--shp", "unknown_option", "--shop"),
        (&["batch", "quote", "-", "--output"], "--output", "missing_value", "--output"),
        (&["batch", "quote", "-", "--language", "fr"], "language", "unknown_choice", "fr"),
        (&["breakeven", "plating-time", "-", "--target", "5"], "input", "missing_value", "--input"),
        (
            &["breakeven", "plating-time", "-", "--input", "area_dm2"],
            "target",
            "missing_value",
            "--equal",
        ),
        (
            &["breakeven", "plating-time", "-", "--input", "area_dm2", "--target", "five"],
            "target",
            "wrong_kind",
            "five",
        ),
        (
            &["breakeven", "plating-time", "-", "--input", "area_dm2", "--target", "-inf"],
            "target",
            "wrong_kind",
            "-inf",
        ),
        (
            &[
                "breakeven",
                "plating-time",
                "-",
                "--input",
                "area_dm2",
                "--target",
                "1",
                "--equal",
                "time_min",
            ],
            "target",
            "missing_value",
            "--equal",
        ),
        (&["montecarlo", "plating-time", "-", "--draws", "1e3"], "draws", "wrong_kind", "1000000"),
        (&["montecarlo", "plating-time", "-", "--seed", "-1"], "seed", "wrong_kind", "-1"),
        (
            &["montecarlo", "plating-time", "-", "--distribution", "prt"],
            "distribution",
            "unknown_name",
            "pert",
        ),
        (&["montecarlo", "plating-time", "-", "--known=1"], "--known", "wrong_kind", "--known"),
        (&["tornado", "plating_time", "-"], "calculator", "unknown_calculator", "plating_time"),
    ];
    for (args, field, problem, word) in asked {
        let problems = refused(&run(args, b"{}"));
        assert_eq!(
            (problems[0]["field"].as_str(), problems[0]["problem"].as_str()),
            (Some(field), Some(problem)),
            "{args:?}"
        );
        assert!(
            problems[0]["message"].as_str().unwrap().contains(word),
            "{args:?}: {}",
            problems[0]
        );
    }
    let both = refused(&run(&["breakeven", "plating-time", "-"], b"{}"));
    assert_eq!(both.len(), 2, "all problems at once");
}

/// An option that is given again counts as it was given last; results are gathered.
#[test]
fn the_last_of_an_option_counts() {
    let asked = [
        "montecarlo",
        "plating-time",
        "-",
        "--draws",
        "100",
        "--result",
        "time_min",
        "--draws",
        "200",
        "--result",
        "average_thickness_um",
    ];
    let spread = answer(&run(&asked, b"{}"));
    assert_eq!(spread["draws"], 200);
    let results: Vec<&Value> =
        spread["results"].as_array().unwrap().iter().map(|one| &one["result"]).collect();
    assert_eq!(results, ["time_min", "average_thickness_um"]);
    let negative = answer(&run(
        &["montecarlo", "plating-time", "-", "--draws", "100", "--below", "-1e-3"],
        b"{}",
    ));
    assert_eq!(negative["results"][0]["below"], -0.001);
}

/// Names that others write files with: every one is an input.
const INPUTS: [&str; 28] = [
    "deposit",
    "bath",
    "rack_or_barrel",
    "solve_for",
    "thickness_um",
    "thickness_kind",
    "part_class",
    "minimum_to_average",
    "current_density_a_per_dm2",
    "current_a",
    "time_min",
    "efficiency",
    "efficiency_mode",
    "area_dm2",
    "pieces",
    "load_kg",
    "area_dm2_per_kg",
    "contact_fraction",
    "nickel_fraction",
    "iron_fraction",
    "density_g_per_cm3",
    "voltage_v",
    "rectifier_efficiency",
    "tensile_strength_mpa",
    "hardness_hrc",
    "thread",
    "tolerance_position",
    "passivate",
];
/// And every one of these a result.
const RESULTS: [&str; 12] = [
    "average_thickness_um",
    "minimum_thickness_um",
    "batch_average_thickness_um",
    "time_min",
    "thickness_um",
    "rate_um_per_min",
    "charge_ah",
    "current_a",
    "mass_g",
    "energy_dc_kwh",
    "energy_ac_kwh",
    "electrochemical_equivalent_g_per_ah",
];

#[test]
fn the_document_has_its_parts_and_every_promised_name() {
    let document = answer(&eval(b"{}"));
    let parts: Vec<&str> = document.as_object().unwrap().keys().map(String::as_str).collect();
    for part in ["calculator", "engine", "data", "inputs", "results", "warnings", "steps"] {
        assert!(parts.contains(&part), "{part}");
    }
    let inputs = document["inputs"].as_object().unwrap();
    INPUTS.iter().for_each(|name| assert!(inputs.contains_key(*name), "{name}"));
    let results = document["results"].as_object().unwrap();
    RESULTS.iter().for_each(|name| assert!(results[*name].is_number(), "{name}"));
    for step in document["steps"].as_array().unwrap() {
        for part in ["id", "text", "text_zh", "formula"] {
            assert!(step[part].as_str().is_some_and(|text| !text.is_empty()), "{step}");
        }
    }
}

/// A value against the part of JSON Schema that the inputs use.
fn allowed(value: &Value, schema: &Map<String, Value>) -> bool {
    if let Some(choices) = schema.get("enum") {
        return choices.as_array().unwrap().contains(value);
    }
    let types: Vec<&str> =
        schema["type"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let is = match value {
        Value::Null => "null",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        _ => return false,
    };
    if let (Some(items), Some(list)) =
        (schema.get("items").filter(|items| items.get("enum").is_some()), value.as_array())
    {
        let (least, most) =
            (schema["minItems"].as_u64().unwrap(), schema["maxItems"].as_u64().unwrap());
        let each = list.iter().all(|one| items["enum"].as_array().unwrap().contains(one));
        return each && (least..=most).contains(&(list.len() as u64));
    }
    let within = |value: f64| {
        schema["minimum"].as_f64().unwrap() <= value && value <= schema["maximum"].as_f64().unwrap()
    };
    types.contains(&is) && value.as_f64().is_none_or(within)
}

/// The properties of a schema by their full names, each with its schema; objects of properties hold nothing else.
fn properties(schema: &Value) -> Vec<(String, Map<String, Value>)> {
    let mut all = Vec::new();
    for (name, property) in schema["properties"].as_object().unwrap() {
        if property.get("properties").is_some() {
            assert_eq!(
                (property["type"].as_str(), property["additionalProperties"].as_bool()),
                (Some("object"), Some(false)),
                "{name}"
            );
            all.extend(
                properties(property)
                    .into_iter()
                    .map(|(below, property)| (format!("{name}.{below}"), property)),
            );
        } else {
            all.push((name.clone(), property.as_object().unwrap().clone()));
        }
    }
    all
}

/// The names of all values that are not objects, in their order.
fn names(inputs: &Value) -> Vec<String> {
    let below = |(name, value): (&String, &Value)| match value {
        Value::Object(_) => {
            names(value).into_iter().map(|below| format!("{name}.{below}")).collect()
        }
        _ => vec![name.clone()],
    };
    inputs.as_object().unwrap().iter().flat_map(below).collect()
}

#[test]
fn the_schema_describes_every_input_and_every_default() {
    for calculator in ALL {
        let schema = schema(calculator.id);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(
            (schema["type"].as_str(), schema["additionalProperties"].as_bool()),
            (Some("object"), Some(false))
        );
        let properties = properties(&schema);
        let document = answer(&run(&["eval", calculator.id, "-"], b"{}"));
        let inputs = &document["inputs"];
        assert!(
            properties.iter().map(|(name, _)| name).eq(names(inputs).iter()),
            "the inputs, in their order"
        );
        for (name, property) in &properties {
            assert!(
                ["title", "description"]
                    .iter()
                    .all(|part| property[*part].as_str().is_some_and(|text| !text.is_empty())),
                "{name}"
            );
            let value = common::at(inputs, name);
            assert!(allowed(value, property), "{name}: {value}");
            assert!(allowed(&Value::Null, property), "{name} may be left open");
            if let Some(minimum) = property.get("minimum") {
                assert!(minimum.as_f64() < property["maximum"].as_f64(), "{name}");
                assert!(property["x-unit"].is_string(), "{name}");
            }
        }
        for preset in calculator.presets() {
            for (name, value) in preset.inputs {
                let (_, property) = properties.iter().find(|(known, _)| known == name).unwrap();
                assert!(allowed(&value.to_json(), property), "{} {name}", preset.id);
            }
        }
    }
    assert_eq!(
        schema("plating-time")["properties"]["deposit"]["enum"].as_array().unwrap().len(),
        16 + 1,
        "sixteen deposits, or none given"
    );
    let overrides = &schema("process-comparison")["properties"]["overrides"]["properties"];
    assert_eq!(overrides.as_object().unwrap().len(), 11, "ten processes and one's own");
}

/// Every process tells the same of its cells, so two of them stand for all.
#[test]
fn what_the_schema_refuses_is_refused() {
    for calculator in ALL {
        for (name, property) in properties(&schema(calculator.id)) {
            if name.starts_with("overrides.")
                && !name.starts_with("overrides.cyanide_mid.")
                && !name.starts_with("overrides.own.")
            {
                continue;
            }
            let mut wrong = vec![json!(true), json!({ "x": 1 })];
            if let Some(maximum) = property.get("maximum").and_then(Value::as_f64) {
                wrong.extend([
                    json!(maximum * 1.001),
                    json!("one"),
                    json!("1 furlong"),
                    json!(property["minimum"].as_f64().unwrap() - 1.0),
                ]);
            }
            if property.contains_key("enum") {
                wrong.extend([json!("no such thing"), json!(1)]);
            }
            for value in wrong {
                let problems = refused(&run(
                    &["eval", calculator.id, "-"],
                    json!({ name.as_str(): value }).to_string().as_bytes(),
                ));
                let field = problems[0]["field"].as_str().unwrap();
                assert!(
                    field == name || field == format!("{name}.x"),
                    "{field} for {name}: {value}"
                );
            }
        }
    }
}

/// Names that others write files with and read results by.
#[test]
fn a_comparison_is_asked_and_answered_in_objects() {
    let asked = json!({
        "processes": ["cyanide_mid", "alkaline_mid", "acid_potassium"],
        "baseline": "cyanide_mid",
        "rack_or_barrel": "barrel",
        "part_class": "small_parts",
        "minimum_thickness_um": 8,
        "annual_area_m2": 150_000,
        "overrides": { "cyanide_mid": { "efficiency": 0.7, "voltage_v": 13 }, "alkaline_mid": { "drag_out_l_per_m2": 0.12 } },
    });
    let output = compare(&asked);
    let document = answer(&output);
    assert_eq!(document["inputs"]["overrides"]["cyanide_mid"]["efficiency"], 0.7);
    assert_eq!(document["given"].as_array().unwrap().len(), 9);
    let ids: Vec<&str> =
        document["results"]["processes"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(ids, ["cyanide_mid", "alkaline_mid", "acid_potassium"]);
    assert!(document["results"]["processes"]["alkaline_mid"]["cost_cny_per_m2"].is_number());
    assert!(document["results"]["conversion"]["npv_cny"].is_number());
    assert_eq!(
        answer(&run(&["eval", "process-comparison", "-"], &output.stdout)),
        document,
        "what was written is read again"
    );
    assert_eq!(
        refused(&run(&["eval", "plating-time", "-"], &output.stdout))[0]["problem"],
        "other_calculator"
    );

    // The same with names in full.
    let mut flat = common::object(&asked);
    flat.remove("overrides");
    flat.insert("overrides.cyanide_mid.efficiency".to_owned(), json!(0.7));
    flat.insert("overrides.cyanide_mid.voltage_v".to_owned(), json!(13));
    flat.insert("overrides.alkaline_mid.drag_out_l_per_m2".to_owned(), json!(0.12));
    assert_eq!(answer(&compare(&flat.into())), document);
}

#[test]
fn everything_wrong_with_a_comparison_is_told_at_once() {
    let problems = refused(&compare(&json!({
        "processes": ["cyanide_mid", "alkaline_mid"],
        "baseline": "acid_potassium",
        "overrides": { "cyanide_mid": { "eficiency": 0.7, "sludge_wet_kg_per_m2": 3 }, "alkaline_mid": { "voltage_v": "five" } },
        "annual_area_m2": -1,
    })));
    let told: Vec<(&str, &str)> = problems
        .iter()
        .map(|problem| (problem["field"].as_str().unwrap(), problem["problem"].as_str().unwrap()))
        .collect();
    for expected in [
        ("baseline", "not_chosen"),
        ("overrides.cyanide_mid.eficiency", "unknown_field"),
        ("overrides.alkaline_mid.voltage_v", "wrong_kind"),
        ("annual_area_m2", "out_of_range"),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
}

#[test]
fn inputs_come_from_a_file_or_from_standard_input() {
    let text = br#"{"thickness_um": 12}"#;
    let path = file("twelve.json", text);
    let from_file = answer(&run(&["eval", "plating-time", path.to_str().unwrap()], b""));
    assert_eq!(from_file, answer(&eval(text)));
    assert_eq!(from_file["inputs"]["thickness_um"], 12.0);
    assert_eq!(from_file["given"], json!(["thickness_um"]));
    assert_eq!(from_file["inputs"]["deposit"], "zinc", "and what is missing takes its default");
    let marked = [b"\xEF\xBB\xBF", &text[..]].concat();
    assert_eq!(from_file, answer(&eval(&marked)), "editors on Windows write a byte-order mark");
}

#[test]
fn what_was_written_can_be_read_again() {
    let first = eval(
        br#"{"designation": "A3C", "thread": "M8", "rack_or_barrel": "barrel", "load_kg": 30}"#,
    );
    assert_eq!(answer(&first), answer(&eval(&first.stdout)));
}

/// A value that somebody has changed in what was written counts, whether it was given or a default.
#[test]
fn what_was_changed_in_what_was_written_counts() {
    let written = answer(&eval(br#"{"designation": "A3C", "load_kg": 30}"#));
    let changed = |edit: &dyn Fn(&mut Value)| {
        let mut document = written.clone();
        edit(&mut document["inputs"]);
        answer(&eval(document.to_string().as_bytes()))
    };
    let thicker = changed(&|inputs| inputs["thickness_um"] = json!(12)); // was set by the code
    assert_eq!(thicker["inputs"]["thickness_um"], 12.0);
    assert_eq!(thicker["given"], json!(["designation", "thickness_um", "load_kg"]));
    let other_bath = changed(&|inputs| inputs["bath"] = json!("alkaline_mid"));
    assert_eq!(
        (other_bath["inputs"]["bath"].as_str(), other_bath["inputs"]["voltage_v"].as_f64()),
        (Some("alkaline_mid"), Some(5.0)),
        "and its defaults follow"
    );
    let given = changed(&|inputs| inputs["load_kg"] = json!(60));
    assert_eq!(given["inputs"]["load_kg"], 60.0);
    let filled = changed(&|inputs| inputs["hardness_hrc"] = json!(40)); // was null
    assert!(filled["warnings"].to_string().contains("f1941_susceptible"));
    let curve = changed(&|inputs| inputs["efficiency_curve"] = json!([[1, 0.5]]));
    assert_eq!(curve["results"]["efficiency"], 0.5);
    assert_eq!(changed(&|inputs| inputs["thickness_um"] = json!(8)), written, "8 is 8.0");
    assert_eq!(changed(&|inputs| inputs["voltage_v"] = Value::Null), written, "null is not given");
    let mut misspelt = written.clone();
    misspelt["inputs"]["thicknes_um"] = json!(12);
    assert_eq!(refused(&eval(misspelt.to_string().as_bytes()))[0]["field"], "thicknes_um");
}

#[test]
fn bare_inputs_may_say_where_they_come_from() {
    let tagged = eval(br#"{"calculator": "plating-time", "engine": "0.1.0", "data": "2026-11-23", "thickness_um": 12}"#);
    assert_eq!(answer(&tagged), answer(&eval(br#"{"thickness_um": 12}"#)));
    assert_eq!(
        refused(&eval(br#"{"calculator": "another", "thickness_um": 12}"#))[0]["field"],
        "calculator"
    );
    assert_eq!(refused(&eval(br#"{"engines": "0.1.0"}"#))[0]["problem"], "unknown_field");
}

#[test]
fn an_unknown_name_is_told_with_the_nearest() {
    let problems =
        refused(&eval(br#"{"thicknes_um": 8, "colour": "red", "bath": "acid_potasium"}"#));
    let told = |field: &str| {
        problems.iter().find(|problem| problem["field"] == field).unwrap()["message"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(told("thicknes_um").contains("thickness_um"));
    assert!(told("bath").contains("acid_potassium"));
    assert!(!told("colour").contains("Did you mean"));
    assert_eq!(problems.len(), 3, "all problems at once");
}

/// A program need not read the sentence, which speaks in the reader's units.
#[test]
fn what_is_out_of_range_is_told_with_its_bounds() {
    let problems = refused(&eval(br#"{"efficiency": 96}"#));
    assert_eq!(
        (&problems[0]["problem"], &problems[0]["minimum"], &problems[0]["maximum"]),
        (&json!("out_of_range"), &json!(0.0001), &json!(1.0))
    );
    let typed = refused(&eval(br#"{"efficiency": "9600 %"}"#));
    assert_eq!(typed[0]["problem"], json!("out_of_range"));
    let other = refused(&eval(br#"{"efficiency": "much"}"#));
    assert!(other[0].get("minimum").is_none() && other[0].get("maximum").is_none());
}

#[test]
fn what_is_no_object_of_inputs_is_refused() {
    for text in ["[]", "null", "3", "\"zinc\"", r#"{"inputs": 3}"#, r#"{"inputs": [1]}"#] {
        assert_eq!(refused(&eval(text.as_bytes()))[0]["problem"], "wrong_kind", "{text}");
    }
}

#[test]
fn what_is_no_json_is_refused() {
    let deep = "[".repeat(100_000);
    let deep_object = format!("{}1{}", r#"{"a":"#.repeat(50_000), "}".repeat(50_000));
    for text in [
        "",
        " ",
        "{",
        "{thickness_um: 8}",
        "{\"thickness_um\": NaN}",
        "{\"thickness_um\": Infinity}",
        "{\"thickness_um\": 1e999}",
        "{} {}",
        &deep,
        &deep_object,
    ] {
        assert_eq!(
            refused(&eval(text.as_bytes()))[0]["problem"],
            "not_json",
            "{}",
            text.chars().take(30).collect::<String>()
        );
    }
}

#[test]
fn what_is_no_unicode_is_refused() {
    for bytes in [&b"\xFF\xFE{\x00}"[..], b"{\"deposit\": \"zin\xFFc\"}", b"\x00"] {
        refused(&eval(bytes));
        let path = file(&format!("bytes-{}.json", bytes.len()), bytes);
        refused(&run(&["eval", "plating-time", path.to_str().unwrap()], b""));
    }
}

#[test]
fn inputs_are_read_in_the_encodings_of_spreadsheets_and_editors() {
    let document = r#"{"processes": ["own", "alkaline_mid"], "own_name": "旧镀锌线"}"#;
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| document.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    for (bytes, guessed) in [
        (document.as_bytes().to_vec(), None),
        ([b"\xEF\xBB\xBF", document.as_bytes()].concat(), None),
        ([b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat(), None),
        ([b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat(), None),
        (utf16(u16::to_le_bytes), None),
        (gbk(document), Some("GBK")),
    ] {
        let path = file("encoded.json", &bytes);
        for told in [
            run(&["eval", "process-comparison", path.to_str().unwrap()], b""),
            run(&["eval", "process-comparison", "-"], &bytes),
        ] {
            let told = answer(&told);
            assert_eq!(told["inputs"]["own_name"], "旧镀锌线");
            let note = told["warnings"]
                .as_array()
                .unwrap()
                .iter()
                .find(|one| one["id"] == "encoding_guessed");
            assert_eq!(note.is_some(), guessed.is_some());
            assert!(
                guessed.is_none_or(|name| note.unwrap()["message_zh"]
                    .as_str()
                    .unwrap()
                    .contains(name))
            );
        }
    }
    let shop = r#"{"shop": {"margin": 0.31, "name": "镀锌厂"}}"#;
    let table = "类型,规格,长(mm),镀层,数量\n六角头螺栓,M8,40,Fe/Zn 8,1000\n";
    let priced = |bytes: Vec<u8>| {
        answer(&run(
            &["batch", "quote", "-", "--shop", file("encoded-shop.json", &bytes).to_str().unwrap()],
            table.as_bytes(),
        ))
    };
    let plain = priced(shop.as_bytes().to_vec());
    let of_gbk = priced(gbk(shop));
    assert_eq!((&of_gbk["lines"], &of_gbk["shop_encoding"]), (&plain["lines"], &json!("GBK")));
}

/// 0.3 mil are 7.62 µm, since a mil is 25.4 µm; 20 A/ft² are 20 / 9.290304 A/dm².
#[test]
fn quantities_in_json_may_be_texts_with_their_unit() {
    let results = |inputs: Value| {
        answer(&eval(inputs.to_string().as_bytes()))["results"]["time_min"].as_f64().unwrap()
    };
    let canonical =
        results(json!({ "thickness_um": 7.62, "current_density_a_per_dm2": 20.0 / 9.290304 }));
    for (thickness, density) in [
        (json!("0.3 mil"), json!("20 ASF")),
        (json!("0.0003 in"), json!("20 A/ft²")),
        (json!("7.62"), json!("20 amps per sq ft")),
        (json!("7,62 微米"), json!("20安/平方英尺")),
        (json!(7.62), json!(" 20 a/ft2 ")),
    ] {
        let typed =
            results(json!({ "thickness_um": thickness, "current_density_a_per_dm2": density }));
        assert!((typed / canonical - 1.0).abs() < 1e-12, "{thickness} {density}: {typed}");
    }
}

#[test]
fn a_unit_that_does_not_fit_is_answered_with_those_that_do() {
    for unit in ["A", "furlong", "k", "安", "mm2", "丝米"] {
        let problems =
            refused(&eval(json!({ "thickness_um": format!("8 {unit}") }).to_string().as_bytes()));
        assert_eq!(
            (problems[0]["field"].as_str(), problems[0]["problem"].as_str()),
            (Some("thickness_um"), Some("other_unit")),
            "{unit}"
        );
        for (message, units) in [
            ("message", "µm, mil, µin, 丝, mm, in, nm"),
            ("message_zh", "µm、mil、µin、丝、mm、in、nm"),
        ] {
            assert!(problems[0][message].as_str().unwrap().contains(units), "{}", problems[0]);
        }
    }
    for (typed, problem) in
        [("8-12", "range"), ("1,234", "ambiguous_number"), ("1,234.5", "ambiguous_number")]
    {
        let problems = refused(&eval(json!({ "thickness_um": typed }).to_string().as_bytes()));
        assert_eq!(problems[0]["problem"], json!(problem), "{typed}");
    }
    // In a row, and where there are no units to choose from.
    let rows = json!({ "parts": [{ "shape": "washer", "pieces": "5 kg", "length_mm": "3 kg" }] });
    let problems = refused(&run(&["eval", "part-area", "-"], rows.to_string().as_bytes()));
    let told: Vec<(&str, &str)> = problems
        .iter()
        .map(|one| (one["field"].as_str().unwrap(), one["message"].as_str().unwrap()))
        .collect();
    assert!(
        told.contains(&("parts.1.pieces", "This field takes a number without a unit.")),
        "{told:?}"
    );
    assert!(
        told.iter().any(|(field, message)| *field == "parts.1.length_mm"
            && message.ends_with("Units of this field: mm, in, cm, m, µm, ft.")),
        "{told:?}"
    );
}

/// As the page says it beside the field.
#[test]
fn how_a_text_was_read_is_told_where_it_says_more() {
    let document = answer(&eval(r#"{"thickness_um": "8丝"}"#.as_bytes()));
    assert_eq!(document["inputs"]["thickness_um"], json!(80.0));
    let said = document["warnings"].as_array().unwrap();
    let told = said.iter().find(|one| one["id"] == "read_as").unwrap();
    assert_eq!((&told["field"], &told["level"]), (&json!("thickness_um"), &json!("note")));
    assert!(told["message"].as_str().unwrap().starts_with("8 丝 is 80 µm"), "{told}");
    let plain = answer(&eval(br#"{"thickness_um": "8 um"}"#));
    assert!(plain["warnings"].as_array().unwrap().iter().all(|one| one["id"] != "read_as"));
    let inputs = json!({ "lines": [{ "shape": "hex_bolt", "thread": "M8", "length_mm": "30 mm", "thickness_um": "≥8" }] });
    let quote = answer(&run(&["eval", "quote", "-"], inputs.to_string().as_bytes()));
    let said = quote["warnings"].as_array().unwrap();
    assert!(said.iter().any(|one| one["field"] == "lines.1.thickness_um"), "{said:?}");
}

#[test]
fn options_take_quantities_with_their_unit() {
    let found = |options: &[&str]| {
        let call =
            ["breakeven", "plating-time", "-", "--input", "thickness_um", "--result", "time_min"];
        answer(&run(&[&call[..], options].concat(), b"{}"))["value"].as_f64().unwrap()
    };
    let minutes = found(&["--target", "90"]);
    for target in ["1.5 h", "1 h 30 min", "90min", "5400 s", "1小时30分钟"] {
        assert!((found(&["--target", target]) / minutes - 1.0).abs() < 1e-9, "{target}");
    }
    let wide = found(&["--target", "90", "--from", "0.1 mil", "--to", "0.1 mm"]);
    assert!((wide / minutes - 1.0).abs() < 1e-6, "{wide}");
    let below = |below: &str| {
        let call = ["montecarlo", "plating-time", "-", "--draws", "100", "--below", below];
        answer(&run(&call, b"{}"))["results"][0]["below"].as_f64()
    };
    assert_eq!((below("0.5 h"), below("30")), (Some(30.0), Some(30.0)));
    let problems = refused(&run(
        &[
            "breakeven",
            "plating-time",
            "-",
            "--input",
            "thickness_um",
            "--result",
            "time_min",
            "--target",
            "8 kg",
        ],
        b"{}",
    ));
    assert_eq!(
        (&problems[0]["field"], &problems[0]["problem"]),
        (&json!("target"), &json!("other_unit"))
    );
}

#[test]
fn days_are_read_in_every_form_that_means_one_day() {
    let priced = |date: &str| {
        let inputs = json!({ "customer": { "date": date, "valid_days": 30 } });
        run(&["eval", "quote", "-"], inputs.to_string().as_bytes())
    };
    // 30 days after the 28th of November is the 28th of December.
    for date in
        ["2026-11-28", "2026/11/28", "2026年11月28日", "28.11.2026", "20261128", " 2026-11-28 "]
    {
        let document = answer(&priced(date));
        assert_eq!(document["inputs"]["customer"]["date"], json!("2026-11-28"), "{date}");
        assert_eq!(document["results"]["valid_until"], json!("2026-12-28"), "{date}");
    }
    assert_eq!(answer(&priced("2026-3-4"))["inputs"]["customer"]["date"], json!("2026-03-04"));
    assert_eq!(answer(&priced("  "))["results"].get("valid_until"), None);
    for date in ["3.4.2026", "3/4/2026", "tomorrow", "2026-02-29", "26-11-28"] {
        let problems = refused(&priced(date));
        assert_eq!(problems[0]["problem"], json!("bad_date"), "{date}");
        assert!(problems[0]["message"].as_str().unwrap().contains("2026-11-24"), "{date}");
        assert!(problems[0]["message_zh"].as_str().unwrap().contains("2026-11-24"), "{date}");
    }
    assert_eq!(
        schema("quote")["properties"]["customer"]["properties"]["date"]["format"],
        json!("date")
    );
}

#[test]
fn numbers_in_words_are_no_numbers() {
    for value in ["NaN", "nan", "Infinity", "-inf", "1e999", "eight", ""] {
        let problems = refused(&eval(json!({ "thickness_um": value }).to_string().as_bytes()));
        assert_eq!(
            (problems[0]["field"].as_str(), problems[0]["problem"].as_str()),
            (Some("thickness_um"), Some("wrong_kind")),
            "{value}"
        );
    }
}

#[test]
fn a_nested_value_is_a_problem_of_its_field() {
    let nested = format!("{{\"thickness_um\": {}1{}}}", "[".repeat(100), "]".repeat(100));
    assert_eq!(refused(&eval(nested.as_bytes()))[0]["field"], "thickness_um");
}

#[test]
fn the_empty_name_and_endless_names_are_told() {
    refused(&eval(br#"{"": 1}"#));
    refused(&eval(format!("{{\"{}\": 1}}", "é".repeat(100_000)).as_bytes()));
}

#[test]
fn calls_that_are_none_are_refused() {
    for args in [
        &["evaluate"][..],
        &["eval"],
        &["eval", "plating-time"],
        &["eval", "plating-time", "a", "b"],
        &["schema"],
        &["list", "all"],
        &[""],
    ] {
        assert_eq!(refused(&run(args, b""))[0]["field"], "command", "{args:?}");
    }
    for args in
        [&["schema", "plating_time"][..], &["eval", "Plating-Time", "-"], &["eval", "", "-"]]
    {
        assert_eq!(refused(&run(args, b"{}"))[0]["field"], "calculator", "{args:?}");
    }
    assert_eq!(
        refused(&eval(br#"{"calculator": "something-else", "inputs": {}}"#))[0]["field"],
        "calculator"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    for path in ["/no/such/file.json", env!("CARGO_TARGET_TMPDIR"), ""] {
        let problems = refused(&run(&["eval", "plating-time", path], b""));
        assert_eq!(problems[0]["field"], "file", "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_is_a_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let output = Command::new(PROGRAM)
        .args(["eval", "plating-time"])
        .arg(OsStr::from_bytes(b"\xFF.json"))
        .output()
        .unwrap();
    assert_eq!(refused(&output)[0]["problem"], "unreadable", "there is none");
    let output = Command::new(PROGRAM)
        .args([OsStr::new("eval"), OsStr::from_bytes(b"\xFF"), OsStr::new("-")])
        .output()
        .unwrap();
    assert_eq!(refused(&output)[0]["field"], "calculator");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(OsStr::from_bytes(b"\xFF.json"));
    if fs::write(&path, b"{}").is_ok() {
        answer(&Command::new(PROGRAM).args(["eval", "plating-time"]).arg(&path).output().unwrap()); // where the system has such names
    }
}

/// As in `platewise schema plating-time | head -1`.
#[test]
fn a_reader_that_has_gone_is_no_failure() {
    for (args, input) in [
        (&["schema", "plating-time"][..], ""),
        (&["eval", "plating-time", "-"], "{}"),
        (&["eval", "plating-time", "-"], "[]"),
    ] {
        let mut child = Command::new(PROGRAM)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        drop(child.stderr.take());
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let status = child.wait().unwrap();
        assert!(matches!(status.code(), Some(0 | 2)), "{args:?}: {status}");
    }
}

/// A tetrahedron of edge 10 √2 as text: area 2 √3 · 10²/… in closed form, volume 10³/3; and what it brings goes straight into `eval`.
#[test]
fn a_model_and_a_table_are_taken_and_evaluated() {
    let corners = [[10.0, 10.0, 10.0], [10.0, 0.0, 0.0], [0.0, 10.0, 0.0], [0.0, 0.0, 10.0]];
    let faces = [[1, 2, 3], [0, 3, 2], [0, 1, 3], [0, 2, 1]];
    let facet = |face: &[usize; 3]| {
        let vertices: String = face
            .iter()
            .map(|corner| {
                format!(
                    "vertex {} {} {}\n",
                    corners[*corner][0], corners[*corner][1], corners[*corner][2]
                )
            })
            .collect();
        format!("facet normal 0 0 0\nouter loop\n{vertices}endloop\nendfacet\n")
    };
    let turned = |face: &[usize; 3]| [face[0], face[2], face[1]];
    let text = |faces: &[[usize; 3]]| {
        format!("solid tetrahedron\n{}endsolid\n", faces.iter().map(facet).collect::<String>())
    };
    let area = 200.0 * 3_f64.sqrt() / 1e4; // √3 a² with a² = 200
    let volume = 1.0 / 3.0;
    let candidates = [faces.to_vec(), faces.iter().map(turned).collect()];
    let taken: Vec<Value> = candidates
        .iter()
        .map(|faces| answer(&run(&["take", "part-area", "mesh_file", "-"], text(faces).as_bytes())))
        .collect();
    let sound: Vec<&Value> =
        taken.iter().filter(|one| one["inputs"]["mesh_volume_cm3"].is_number()).collect();
    assert_eq!(sound.len(), 1, "one way round is inside out");
    assert!((sound[0]["inputs"]["mesh_area_dm2"].as_f64().unwrap() - area).abs() < 1e-8);
    assert!((sound[0]["inputs"]["mesh_volume_cm3"].as_f64().unwrap() - volume).abs() < 1e-8);
    let evaluated = answer(&run(&["eval", "part-area", "-"], sound[0].to_string().as_bytes()));
    assert!((evaluated["results"]["area_dm2"].as_f64().unwrap() - area).abs() < 1e-8);

    let table = "Shape;Thread;Qty;Finish\nWasher;M6;250;blue\nWasher;M7;1;\n";
    let taken = answer(&run(&["take", "part-area", "parts", "-"], table.as_bytes()));
    // A washer of a thread that is not known is no washer of the thread that a form starts from.
    assert_eq!(
        taken["inputs"]["parts"],
        json!([{ "pieces": 250.0, "shape": "washer", "thread": "M6" }])
    );
    assert!(
        taken["found"].as_array().unwrap().iter().any(|line| line.as_str().unwrap().contains("M7"))
    );
    let evaluated = answer(&run(&["eval", "part-area", "-"], taken.to_string().as_bytes()));
    assert!(evaluated["results"]["limiting_part"].is_string());
    assert_eq!(evaluated["inputs"]["parts"][0]["thread"], "M6");

    for (field, input) in [
        ("parts", &b"a;b\n1;2\n"[..]),
        ("parts", b"PK\x03\x04rubbish"),
        ("parts", b"\xff\xfe"),
        ("mesh_file", b"rubbish"),
        ("thread", b"M8"),
        ("nothing", b""),
    ] {
        refused(&run(&["take", "part-area", field, "-"], input));
    }
}

/// Each row is a quote of its own: the price is that of `eval`, what is wrong is told by its row, and files are written as their names say.
#[test]
fn a_table_is_priced_row_by_row() {
    let table = "图号,类型,规格,长(mm),镀层,数量\nA-1,六角头螺栓,M8,40,Fe/Zn 8,1000 5000\n=A-2,平垫圈,M6,,A3C,300\nA-3,六角头螺栓,M8,long,,100\nA-4,hex_bolt,M8,40,,500 200\n";
    let shop = json!({ "calculator": "quote", "inputs": { "shop": { "margin": 0.31 } } });
    let shop_file = file("batch-shop.json", shop.to_string().as_bytes());
    let shop_path = shop_file.to_str().unwrap();
    let told = answer(&run(&["batch", "quote", "-", "--shop", shop_path], table.as_bytes()));
    assert_eq!(
        (&told["rows"], &told["priced"], &told["shop_given"]),
        (&json!(4), &json!(2), &json!(1))
    );
    let lines = told["lines"].as_array().unwrap();
    let line = json!({ "name": "A-1", "thread": "M8", "length_mm": 40, "designation": "Fe/Zn 8", "quantities": [1000, 5000] });
    let evaluated = answer(&run(
        &["eval", "quote", "-"],
        json!({ "lines": [line], "shop": { "margin": 0.31 } }).to_string().as_bytes(),
    ));
    assert_eq!(
        lines[0]["quantities"][1]["unit_price"],
        evaluated["results"]["lines"][0]["quantities"][1]["unit_price"]
    );
    assert_eq!(lines[0]["total_price"], evaluated["results"]["total_price"]);
    for (place, row, word) in [(2, 4, "Length"), (3, 5, "Quantities")] {
        assert_eq!(lines[place]["row"], row);
        assert!(lines[place]["quantities"].as_array().unwrap().is_empty());
        assert!(lines[place]["problems"][0].as_str().unwrap().contains(word), "{}", lines[place]);
    }

    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let told = answer(&run(
        &["batch", "quote", "-", "--output", &path("prices.csv"), "--language", "zh"],
        table.as_bytes(),
    ));
    assert_eq!(told["problems"].as_array().unwrap().len(), 2);
    let csv = fs::read_to_string(path("prices.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("单价") && csv.contains("'=A-2"), "{csv}");
    answer(&run(&["batch", "quote", "-", "--output", &path("prices.xlsx")], table.as_bytes()));
    let grid =
        platewise_model::request::table::of_workbook(&fs::read(path("prices.xlsx")).unwrap())
            .unwrap()[0]
            .texts();
    assert_eq!((grid.len(), grid[1][1].as_str(), grid[3][1].as_str()), (6, "A-1", "=A-2"));

    for options in [
        &["--output", "prices.pdf"][..],
        &["--language", "fr"],
        &["--shop", "/no/such/file"],
        &["--shp", "x"],
        &["--output"],
        &["--output", "/no/such/folder/prices.csv"],
    ] {
        refused(&run(&[&["batch", "quote", "-"][..], options].concat(), table.as_bytes()));
    }
    refused(&run(&["batch", "part-area", "-"], table.as_bytes()));
    refused(&run(&["batch", "quote", "-"], b"a,b\n1,2\n"));
    refused(&run(&["batch", "quote", "/no/such/file.csv"], b""));
}

/// Answers to lines, and the exit code.
#[track_caller]
fn lines(args: &[&str], input: &[u8]) -> (Vec<Value>, i32) {
    let output = run(&[&["eval"][..], args, &["--jsonl"]].concat(), input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    (
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        output.status.code().unwrap(),
    )
}

/// The line and the problem that an answer tells.
fn told_of(answer: &Value) -> (u64, &str, &str) {
    let problem = &answer["problems"][0];
    for part in ["message", "message_zh"] {
        assert!(problem[part].as_str().is_some_and(|text| !text.is_empty()), "{answer}");
    }
    (
        answer["line"].as_u64().unwrap(),
        problem["field"].as_str().unwrap(),
        problem["problem"].as_str().unwrap(),
    )
}

/// Micrometres of zinc in an hour at 1 A/dm² without losses, as handbooks print them.
const ZINC_UM_PER_H: f64 = 17.083;

#[track_caller]
fn zinc_after(answer: &Value, minutes: f64) {
    let found = answer["results"]["thickness_um"].as_f64().unwrap();
    let expected = ZINC_UM_PER_H * minutes / 60.0;
    assert!(
        (found - expected).abs() < 5e-5 * expected,
        "{found} after {minutes} min, expected {expected}"
    );
}

fn zinc_for(minutes: usize) -> String {
    json!({ "solve_for": "thickness", "time_min": minutes, "current_density_a_per_dm2": 1, "efficiency": 1 }).to_string()
}

/// Some are quick and some are slow, so that workers overtake each other.
#[test]
fn thousands_of_lines_are_answered_in_their_order() {
    let asked: Vec<String> = (1..=3000)
        .map(|minutes| {
            if minutes % 7 == 0 {
                format!("{}{}", " ".repeat(200_000 / (1 + minutes % 50)), zinc_for(minutes))
            } else {
                zinc_for(minutes)
            }
        })
        .collect();
    let (answers, code) = lines(&["plating-time"], asked.join("\n").as_bytes());
    assert_eq!((answers.len(), code), (3000, 0));
    answers.iter().enumerate().for_each(|(place, answer)| zinc_after(answer, (place + 1) as f64));
    for place in [0, 6, 1499, 2999] {
        assert_eq!(
            answers[place],
            answer(&eval(asked[place].as_bytes())),
            "as `eval` answers it alone"
        );
    }
}

#[test]
fn a_line_that_is_wrong_stops_nothing() {
    let asked: [&[u8]; 10] = [
        zinc_for(60).as_bytes().to_vec().leak(),
        b"{\"thickness_um\": 8",
        b"[1]",
        b"{\"calculator\": \"quote\"}",
        b"{\"thicknes_um\": 8, \"efficiency\": 96}",
        b"{\"deposit\": \"zin\xFFc\"}",
        b"null",
        b"{\"calculator\": \"nothing\", \"inputs\": {}}",
        b"{} {}",
        zinc_for(30).as_bytes().to_vec().leak(),
    ];
    let (answers, code) = lines(&["plating-time"], &asked.join(&b'\n'));
    assert_eq!((answers.len(), code), (10, 2));
    zinc_after(&answers[0], 60.0);
    zinc_after(&answers[9], 30.0);
    let told: Vec<_> = answers[1..9].iter().map(told_of).collect();
    assert_eq!(
        told,
        [
            (2, "line", "not_json"),
            (3, "inputs", "wrong_kind"),
            (4, "calculator", "other_calculator"),
            (5, "thicknes_um", "unknown_field"),
            (6, "line", "unreadable"),
            (7, "inputs", "wrong_kind"),
            (8, "calculator", "unknown_calculator"),
            (9, "line", "not_json"),
        ]
    );
    assert_eq!(answers[4]["problems"].as_array().unwrap().len(), 2, "all problems at once");
    assert!(
        answers[1]["problems"][0]["message"].as_str().unwrap().contains("column 18"),
        "a place in the line, whose number is told beside: {}",
        answers[1]
    );
    assert!(!answers[1]["problems"][0]["message"].as_str().unwrap().contains("line 1"));
}

#[test]
fn blank_lines_count_and_are_not_answered() {
    let text = format!("\n\n{}\n   \n\t\r\n[]\n\n", zinc_for(60));
    let (answers, code) = lines(&["plating-time", "-"], text.as_bytes());
    assert_eq!((answers.len(), code), (2, 2));
    zinc_after(&answers[0], 60.0);
    assert_eq!(told_of(&answers[1]).0, 6);
    for nothing in ["", "\n", "\r\n\r\n", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(lines(&["plating-time"], nothing.as_bytes()), (Vec::new(), 0), "{nothing:?}");
    }
}

/// As a spreadsheet or an editor on Windows writes it: a byte-order mark, CR LF, no end to the last line.
#[test]
fn lines_of_windows_are_lines() {
    let text = format!("\u{feff}{}\r\n{}\r\n{}", zinc_for(10), zinc_for(20), zinc_for(30));
    let path = file("windows.jsonl", text.as_bytes());
    let (answers, code) = lines(&["plating-time", path.to_str().unwrap()], b"");
    assert_eq!((answers.len(), code), (3, 0));
    answers
        .iter()
        .zip([10.0, 20.0, 30.0])
        .for_each(|(answer, minutes)| zinc_after(answer, minutes));
    let (answers, _) = lines(&["plating-time"], "{}\n\u{feff}{}\n".as_bytes());
    assert_eq!(
        told_of(&answers[1]),
        (2, "line", "not_json"),
        "the mark belongs to the beginning alone"
    );
}

/// A line of a million bytes is one; what is longer is told, and the next is read from its beginning.
#[test]
fn a_line_may_have_a_million_bytes_and_no_more() {
    let filled =
        |bytes: usize| format!("{}{}", " ".repeat(bytes - zinc_for(60).len()), zinc_for(60));
    let text = format!(
        "\u{feff}{}\r\n{}\n{}\r\n{}\n{}",
        filled(1_000_000),
        filled(1_000_001),
        filled(7_654_321),
        filled(1_000_000),
        filled(1_000_001)
    );
    let (answers, code) = lines(&["plating-time"], text.as_bytes());
    assert_eq!((answers.len(), code), (5, 2));
    [0, 3].into_iter().for_each(|place| zinc_after(&answers[place], 60.0));
    let told: Vec<_> = [1, 2, 4].into_iter().map(|place| told_of(&answers[place])).collect();
    assert_eq!(told, [(2, "line", "too_long"), (3, "line", "too_long"), (5, "line", "too_long")]);
}

fn started(args: &[&str]) -> Child {
    Command::new(PROGRAM)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Whoever asks line by line gets each answer before the next question, however little it is.
#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    let mut child = started(&["eval", "plating-time", "--jsonl"]);
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for minutes in 1..=20 {
        writeln!(to, "{}", zinc_for(minutes)).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        zinc_after(&serde_json::from_str(&line).unwrap(), minutes as f64);
    }
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// As in `yes '{}' | platewise eval plating-time --jsonl | head -1`: the input has no end, and the program has.
#[test]
fn lines_end_quietly_with_their_reader() {
    let mut child = started(&["eval", "plating-time", "--jsonl"]);
    let mut to = child.stdin.take().unwrap();
    let endless = thread::spawn(move || while to.write_all(b"{}\n").is_ok() {});
    let mut from = BufReader::new(child.stdout.take().unwrap());
    from.read_line(&mut String::new()).unwrap();
    drop(from);
    let output = child.wait_with_output().unwrap();
    endless.join().unwrap();
    assert_eq!(
        (output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()),
        (Some(0), "")
    );
}

/// A reader that takes nothing stops the reading: an input without end is not gathered.
#[test]
fn lines_wait_for_their_reader() {
    let mut child = started(&["eval", "plating-time", "--jsonl"]);
    let mut to = child.stdin.take().unwrap();
    let taken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&taken);
    let line = format!("{}{{}}\n", " ".repeat(100_000));
    let endless = thread::spawn(move || {
        while to.write_all(line.as_bytes()).is_ok() {
            count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
    });
    let now = || taken.load(std::sync::atomic::Ordering::Relaxed);
    let mut before = usize::MAX;
    while before != now() || before == 0 {
        before = now();
        thread::sleep(std::time::Duration::from_secs(1));
    }
    let cores = thread::available_parallelism().unwrap().get();
    assert!(before < 20 * cores + 100, "{before} lines were taken though nobody read an answer");
    drop(child.stdout.take());
    endless.join().unwrap();
    child.wait().unwrap();
}

#[test]
fn lines_for_a_customer_hold_no_costs() {
    let line = json!({ "lines": [{ "shape": "hex_bolt", "thread": "M8", "length_mm": 40, "quantities": [1000] }], "shop": { "margin": 0.31 } }).to_string();
    let input = format!("{line}\n{{\"shop\": 3}}\n{line}\n");
    let (answers, code) = lines(&["quote", "--customer"], input.as_bytes());
    assert_eq!((answers.len(), code), (3, 2));
    assert_eq!(told_of(&answers[1]).0, 2);
    assert_eq!(answers[0], answer(&run(&["eval", "quote", "--customer", "-"], line.as_bytes())));
    assert!(
        !answers[0].to_string().contains("margin") && !answers[2].to_string().contains("margin")
    );
    let (open, _) = lines(&["quote"], line.as_bytes());
    assert!(open[0].to_string().contains("margin"));
    assert_eq!(
        refused(&run(&["eval", "plating-time", "--customer", "--jsonl"], b"{}\n"))[0]["problem"],
        "nothing_private"
    );
}

#[test]
fn lines_that_cannot_be_read_are_told_as_a_file_is() {
    for path in ["/no/such/file.jsonl", env!("CARGO_TARGET_TMPDIR"), ""] {
        assert_eq!(
            refused(&run(&["eval", "plating-time", "--jsonl", path], b""))[0]["field"],
            "file",
            "{path}"
        );
    }
    assert_eq!(
        refused(&run(&["eval", "plating_time", "--jsonl"], b"{}"))[0]["field"],
        "calculator"
    );
    assert_eq!(refused(&run(&["eval", "--jsonl"], b"{}"))[0]["field"], "command");
}

/// What a call says and answers, and its exit code, where standard output goes to a file.
#[cfg(target_os = "linux")]
fn into(path: &str, args: &[&str], input: &[u8]) -> (String, Option<i32>) {
    let to = fs::OpenOptions::new().write(true).open(path).unwrap();
    let mut child = Command::new(PROGRAM)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(to)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stderr).unwrap(), output.status.code())
}

/// A device that is always full stands for a full disk.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_told_whatever_it_is() {
    let table = "图号,类型,规格,长(mm),镀层,数量\nA-1,六角头螺栓,M8,40,Fe/Zn 8,1000\n";
    let link = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("full.csv");
    let book = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("full.xlsx");
    for path in [&link, &book] {
        let _ = fs::remove_file(path);
        std::os::unix::fs::symlink("/dev/full", path).unwrap();
    }
    for (args, input) in [
        (&["eval", "plating-time", "-"][..], "{}"),
        (&["eval", "plating-time", "--jsonl"], "{}\n{}\n"),
        (&["eval", "plating-time", "--jsonl"], "{}"),
        (&["list"], ""),
        (&["schema", "quote"], ""),
        (&["help"], ""),
        (&["eval", "--help"], ""),
        (&["--version"], ""),
        (&["man"], ""),
        (&["completions", "bash"], ""),
        (&["take", "part-area", "parts", "-"], "Shape;Qty\nWasher;2\n"),
        (&["tornado", "plating-time", "-"], "{}"),
        (&["batch", "quote", "-"], table),
    ] {
        let (told, code) = into("/dev/full", args, input.as_bytes());
        assert_eq!(code, Some(2), "{args:?}: {told}");
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(told["problems"][0]["problem"], "unwritable", "{args:?}");
    }
    for path in [link, book] {
        let told = refused(&run(
            &["batch", "quote", "-", "--output", path.to_str().unwrap()],
            table.as_bytes(),
        ));
        assert_eq!(
            (told[0]["field"].as_str(), told[0]["problem"].as_str()),
            (Some("output"), Some("unwritable"))
        );
    }
}

#[test]
fn what_is_wrong_with_the_shop_of_a_table_is_told_at_once() {
    let table = "类型,规格,长(mm),镀层,数量\n六角头螺栓,M8,40,Fe/Zn 8,1000\n";
    let told = |shop: &str| {
        let path = file("wrong-shop.json", shop.as_bytes());
        refused(&run(&["batch", "quote", "-", "--shop", path.to_str().unwrap()], table.as_bytes()))
    };
    for (shop, field, problem) in [
        (r#"{"shop": {"margn": 0.3}}"#, "shop.margn", "unknown_field"),
        (r#"{"shop.nothing": 1}"#, "shop.nothing", "unknown_field"),
        (r#"{"colour": "red"}"#, "colour", "unknown_field"),
        (r#"{"inputs": {"shop": {"margin": -3}}}"#, "shop.margin", "out_of_range"),
        (r#"{"shop": {"margin": "much"}}"#, "shop.margin", "wrong_kind"),
        (r#"{"shop": {"margin": 0.3, "margin": 0.1}}"#, "shop.margin", "given_twice"),
        (r#"{"shop": {"margin": 0.3}, "shop.margin": 0.1}"#, "shop.margin", "given_twice"),
    ] {
        let problems = told(shop);
        assert_eq!(
            (problems[0]["field"].as_str(), problems[0]["problem"].as_str()),
            (Some(field), Some(problem)),
            "{shop}: {problems:?}"
        );
    }
    // The request that a shop was saved with is no matter of the table.
    let path = file(
        "shop-with-lines.json",
        br#"{"inputs": {"shop": {"margin": 0.3}, "lines": [{"shape": "no shape"}]}}"#,
    );
    assert_eq!(
        answer(&run(&["batch", "quote", "-", "--shop", path.to_str().unwrap()], table.as_bytes()))
            ["priced"],
        1
    );
}

#[test]
fn a_name_that_is_given_twice_is_told() {
    for (document, field) in [
        (r#"{"thickness_um": 8, "thickness_um": 12}"#, "thickness_um"),
        (r#"{"thickness_um": 8, "thickness_\u0075m": 8}"#, "thickness_um"),
        (
            r#"{"inputs": {"thickness_um": 8, "deposit": "zinc", "thickness_um": null}}"#,
            "thickness_um",
        ),
        (r#"{"inputs": {}, "inputs": {}}"#, "inputs"),
    ] {
        let problems = refused(&eval(document.as_bytes()));
        assert_eq!(
            (problems[0]["field"].as_str(), problems[0]["problem"].as_str()),
            (Some(field), Some("given_twice")),
            "{document}"
        );
        let (answers, code) = lines(&["plating-time"], format!("{{}}\n{document}\n").as_bytes());
        assert_eq!((told_of(&answers[1]), code), ((2, field, "given_twice"), 2));
    }
    let problems = refused(&compare_text(
        r#"{"overrides": {"alkaline_mid": {"efficiency": 0.7, "efficiency": 0.8}}}"#,
    ));
    assert_eq!(problems[0]["field"], "overrides.alkaline_mid.efficiency");
    let problems = refused(&compare_text(
        r#"{"overrides.alkaline_mid.efficiency": 0.7, "overrides": {"alkaline_mid": {"efficiency": 0.7}}}"#,
    ));
    assert_eq!(problems[0]["field"], "overrides.alkaline_mid.efficiency");
    let problems = refused(&run(
        &["eval", "quote", "-"],
        br#"{"lines": [{"shape": "washer"}, {"shape": "washer", "shape": "disc"}]}"#,
    ));
    assert_eq!(problems[0]["field"], "lines.2.shape");
    let problems =
        refused(&run(&["tornado", "plating-time", "-"], br#"{"area_dm2": 1, "area_dm2": 2}"#));
    assert_eq!(problems[0]["problem"], "given_twice");
}

fn compare_text(input: &str) -> Output {
    run(&["eval", "process-comparison", "-"], input.as_bytes())
}

/// Messages are in the language that they say, without the words of a parser.
#[test]
fn what_is_no_json_is_told_by_its_place_in_both_languages() {
    let problems = refused(&eval(b"{\"thickness_um\": 8,\n \"deposit\": zinc}"));
    let message = |part: &str| problems[0][part].as_str().unwrap().to_owned();
    assert!(message("message").contains("line 2, column"), "{}", message("message"));
    assert!(
        message("message_zh").contains("第 2 行") && !message("message_zh").contains("expected"),
        "{}",
        message("message_zh")
    );
    assert!(
        message("message_zh")
            .replace("JSON", "")
            .chars()
            .all(|letter| !letter.is_ascii_alphabetic()),
        "{}",
        message("message_zh")
    );
}

#[test]
fn a_text_that_is_too_long_is_told_with_how_long_it_may_be() {
    let problems = refused(&run(
        &["eval", "process-comparison", "-"],
        json!({ "processes": ["own"], "own_name": "长".repeat(601) }).to_string().as_bytes(),
    ));
    let problem = problems.iter().find(|one| one["field"] == "own_name").unwrap();
    assert_eq!(problem["problem"], "too_long");
    for part in ["message", "message_zh"] {
        assert!(
            problem[part].as_str().unwrap().contains("601")
                && problem[part].as_str().unwrap().contains("600"),
            "{problem}"
        );
    }
}

/// A number comes back as the double that is nearest to what was given.
#[test]
fn numbers_that_are_given_come_back_as_they_were() {
    let mut random = fastrand::Rng::with_seed(3);
    let given: Vec<String> = (0..600)
        .map(|_| {
            let number = 10_f64.powf(random.f64() * 3.0 - 1.0);
            if random.bool() { format!("{number}") } else { format!("{number:.19e}") }
        })
        .collect();
    let input: String =
        given.iter().map(|number| format!("{{\"area_dm2\": {number}}}\n")).collect();
    let output = run(&["eval", "plating-time", "--jsonl"], input.as_bytes());
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told.lines().count(), given.len());
    for (answer, number) in told.lines().zip(&given) {
        let after = answer.split_once("\"area_dm2\":").unwrap().1;
        let echoed: f64 = after.split([',', '}']).next().unwrap().parse().unwrap();
        assert_eq!(echoed, number.parse::<f64>().unwrap(), "{number}");
    }
}

/// The most memory that a process had, kB.
#[cfg(target_os = "linux")]
fn peak(child: &Child) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Lines of nothing but unknown names, of endless names, of values by the hundred thousand, of brackets, or too long; and one that takes its time first.
#[cfg(target_os = "linux")]
#[test]
fn hostile_lines_without_end_need_no_more_memory_than_a_few() {
    let unknown: String = (0..40_000).map(|place| format!(",\"a{place}\":1")).collect();
    let hostile = [
        format!("{{{}}}\n", &unknown[1..]),
        format!("{{\"{}\":1}}\n", "n".repeat(999_000)),
        format!("{{\"time_min\":[{}0]}}\n", "0,".repeat(490_000)),
        format!("{{\"efficiency_curve\":[{}[1,1]]}}\n", "[1,1],".repeat(12_000)),
        format!("{}\n", "[".repeat(990_000)),
        format!("{{\"designation\":\"{}\"}}\n", "x".repeat(990_000)),
        format!("{}\n", "{".repeat(3_000_000)),
    ];
    let mut child = started(&["eval", "plating-time", "--jsonl"]);
    let mut to = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut round = |times: usize| {
        thread::scope(|scope| {
            scope.spawn(|| {
                (0..times).for_each(|_| {
                    hostile.iter().for_each(|line| to.write_all(line.as_bytes()).unwrap())
                })
            });
            let mut answer = String::new();
            for _ in 0..times * hostile.len() {
                answer.clear();
                answers.read_line(&mut answer).unwrap();
                assert!(answer.len() < 1_100_000, "{}", answer.len());
            }
        });
        peak(&child)
    };
    let few = round(2);
    let many = round(10);
    let cores = thread::available_parallelism().unwrap().get();
    assert!(
        many < 30_000 + 30_000 * cores,
        "{few} kB after a few lines, {many} kB after many, on {cores} cores"
    );
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[test]
fn of_very_many_problems_the_first_are_told_and_the_others_counted() {
    let names: Map<String, Value> =
        (0..5000).map(|place| (format!("name_{place}"), json!(1))).collect();
    let output = eval(Value::from(names).to_string().as_bytes());
    assert_eq!(refused(&output).len(), 100);
    let document: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(document["further_problems"], 4900);
}

/// A packed model that unfolds to hundreds of megabytes is refused within an address space of one.
#[cfg(target_os = "linux")]
#[test]
fn a_model_that_unfolds_without_end_needs_little_memory() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("3D/a.model", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<model><resources><object id=\"1\"><mesh><vertices>").unwrap();
    let corners = "<vertex x=\"0\" y=\"0\" z=\"0\"/>".repeat(40_000);
    (0..60).for_each(|_| zip.write_all(corners.as_bytes()).unwrap());
    let path = file("bomb.3mf", &zip.finish().unwrap().into_inner());
    let call =
        format!("ulimit -v 150000; exec '{PROGRAM}' take part-area mesh_file '{}'", path.display());
    let output = Command::new("sh").args(["-c", &call]).output().unwrap();
    let problems = refused(&output);
    assert!(problems[0]["message"].as_str().unwrap().contains("unfolds"), "{problems:?}");
}
