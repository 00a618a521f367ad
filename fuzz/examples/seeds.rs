//! Writes the few files that each target starts from into `corpus/`: presets, orders, tables, years and bodies as the tests have them, each with the byte
//! before it that says what is done with it. `cargo run --manifest-path fuzz/Cargo.toml --example seeds`, after which `git diff` shows what changed.

use platewise_fuzz::archive;
use platewise_model::calculator::{ALL, Field, Kind, find};
use platewise_model::quotation::key::Key;
use platewise_model::quotation::seal::sign;
use platewise_model::quotation::sheet::Papers;
use platewise_model::entry::{from_inputs, to_link, to_pack};
use platewise_model::json as documents;
use platewise_model::pack::pack;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Longest document that is kept: fuzzing changes long ones slowly.
const LONGEST: usize = 6_000;

fn main() {
    words();
    links_and_files();
    numbers();
    tables();
    years();
    models();
    records();
}

/// Writes a seed. What is done with it is the number that `choice` makes of its first byte.
fn seed(target: &str, name: &str, choice: u8, content: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), [&[b'0' + choice], content].concat()).unwrap();
}

fn joined(pieces: &[&str]) -> Vec<u8> {
    pieces.join("\0").into_bytes()
}

/// The last preset of each calculator as a link, as inputs and as a saved document; what is drawn field by field needs only bytes.
fn links_and_files() {
    for (place, calculator) in (0_u8..).zip(ALL) {
        let presets = calculator.presets();
        let preset = presets.last().unwrap();
        let inputs = preset.to_inputs();
        let (entries, _) = from_inputs(calculator, &inputs, System::Metric);
        seed("link", preset.id, place, to_link(calculator, &entries, "en", System::Us).as_bytes());
        let text = Value::from(inputs.clone()).to_string();
        seed("json", preset.id, place, text.as_bytes());
        seed(
            "json",
            &format!("{}-drawn", calculator.id),
            place + 5,
            &(0..=200).map(|byte: u8| byte.wrapping_mul(67)).collect::<Vec<_>>(),
        );
        seed("saved_file", preset.id, place + 5, text.as_bytes());
        let message = json!({ "platewise": 1, "kind": "set", "inputs": inputs, "language": "zh", "units": "us", "theme": "dark", "accent": "#0a6785", "shown": [] });
        seed("message", preset.id, place, message.to_string().as_bytes());
        let mut document = documents::evaluate(calculator, &inputs).unwrap();
        let saved = document.as_object_mut().unwrap();
        for name in ["steps", "warnings", "results"] {
            saved.remove(name); // nobody reads them
        }
        let document = document.to_string();
        if document.len() <= LONGEST {
            seed("saved_file", &format!("{}-saved", calculator.id), place, document.as_bytes());
        }
    }
    seed(
        "link",
        "rows",
        1,
        "parts=shape,thread,length_mm,pieces;hex_bolt,M8,40,250;washer,M6,,1000;rod,,1.5:in,many"
            .as_bytes(),
    );
    seed("link", "broken", 0, "#v=9&bogus=1&thickness_um=5:parsec&time_min=%FF&bath=acid_ammonium&&=&efficiency_curve=0,5 97;2 95.5".as_bytes());
    seed("message", "get", 0, br#"{"platewise":1,"kind":"get","request":"7"}"#);
    seed("saved_file", "profile", 2, br#"{"calculator":"quote","inputs":{"shop":{"name":"Bright","margin":0.2371,"key":"00112233445566778899aabbccddeeff"}}}"#);
}

fn numbers() {
    for (place, text) in (0_u8..).zip([
        "1.5",
        "-0,125",
        "１２。５",
        "+9007199254740993e-22",
        "1,234.5",
        "123456789012345e22",
        "4.9e-324",
        "0.099999",
    ]) {
        seed("number", &place.to_string(), place, text.as_bytes());
    }
}

fn tables() {
    let parts = "形状\tThread\tLength (in)\tQty\t备注\n平垫圈\tM6\t\t1000\tx\nrod\t\t1.5\tmany\t\nhex bolt\tM8\t2\t250\t\n";
    let lines = "Drawing;Type;Size;L;Coating;Qty\nA-1;hex_bolt;M8;40;Fe/Zn 8;1000 5000 20000\n\n\"B\n2\";washer;M6;;A3C;500\nC;rod;;forty;;1,500\n";
    seed("table_csv", "parts", 0, parts.as_bytes());
    seed("table_csv", "lines", 1, lines.as_bytes());
    seed("table_csv", "lines-usd", 3, lines.as_bytes());
    let head = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:D3"/><sheetData>"#;
    let cell = |at: &str, string: u8| format!(r#"<c r="{at}" t="s"><v>{string}</v></c>"#);
    let sheet = [
        head,
        &format!(r#"<row r="1">{}{}{}</row>"#, cell("A1", 0), cell("B1", 1), cell("C1", 2)),
        r#"<row r="2"><c r="A2" t="inlineStr"><is><t>washer</t></is></c><c r="B2" t="str"><v>M6</v></c><c r="C2" s="1"><v>1000</v></c></row>"#,
        r#"<row><c><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>"#,
    ]
    .concat();
    let strings = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3"><si><t>shape</t></si><si><t>thread</t></si><si><r><t>Q</t></r><r><t>ty</t></r></si></sst>"#;
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
    seed("table_xlsx", "parts", 2, &joined(&[&sheet, strings, styles, ""]));
    seed(
        "table_xlsx",
        "lines",
        6,
        &joined(&[&format!("{head}</sheetData></worksheet>"), strings, styles, &sheet]),
    );
    seed(
        "table_xlsx",
        "archive",
        0,
        &archive::workbook(sheet.as_bytes(), strings.as_bytes(), styles.as_bytes(), b"", None),
    );
}

fn years() {
    let epw = [
        "LOCATION,Test,ZJ,CHN,made,0,30.0,121.0,8.0,5.0\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n",
        "@,x,10.5,5,50,101000,0,0,0,~,0,0,0,0,0,0,180,3.0,5",
        "",
    ];
    let tmy3 = [
        "723170,\"TEST\",NC,-5.0,36.1,-79.9,270\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),DNI (W/m^2),DHI (W/m^2),Dry-bulb (C),Wspd (m/s)\n",
        "@,~,0,~,12.5,3.1",
        "",
    ];
    let pvgis = [
        "Latitude (decimal degrees): 30.0\nLongitude (decimal degrees): 121.0\nSlope: 0 deg.\n\ntime,G(i),H_sun,T2m,WS10m,Int\n",
        "@,~,0.0,12.5,3.1,0.0",
        "\nlegend\n",
    ];
    for (place, (name, file)) in (0_u8..).zip([("epw", epw), ("tmy3", tmy3), ("pvgis", pvgis)]) {
        seed("weather", name, place, &joined(&file));
        seed("weather", &format!("{name}-taken"), place + 4, &joined(&file));
        seed(
            "weather",
            &format!("{name}-short"),
            3,
            format!("{}{}", file[0], file[1].replace('@', "2019,1,1,1,0").replace('~', "100"))
                .as_bytes(),
        );
    }
    for (name, choice, file) in [
        ("hours", 0, ["time,energy kWh\n", "@,~\n@,5.25", "sum,7\n"]),
        ("quarters", 12 + 1, ["Zeit;Leistung [kW]\n", "@;1,5", ""]),
        ("register", 0, ["时间\t示数\n", "@\t^", ""]),
        (
            "days",
            24 + 4,
            [
                "date,P1,P2,P3,P4,P5,P6,P7,P8,P9,P10,P11,P12,P13,P14,P15,P16,P17,P18,P19,P20,P21,P22,P23,P24\n",
                "@,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6",
                "",
            ],
        ),
        (
            "two-columns",
            6 + 2,
            ["单位: kWh\nDatum;Uhrzeit;Verbrauch;Status\n", "@;\"1.234,5\";ok", ""],
        ),
        ("taken", 36, ["time,power\n", "@,~ kW", ""]),
    ] {
        seed("meter", name, choice, &joined(&file));
    }
    seed("meter", "short", 5, "date,kWh\n2025-01-01 00:00,1.5\n2025-01-01 01:00,2.5\n".as_bytes());
}

/// A cube of six squares, as corners of triangles.
fn cube() -> Vec<[[f32; 3]; 3]> {
    let corner = |bits: u8| [0, 1, 2].map(|axis| f32::from(bits >> axis & 1) * 10.0);
    [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]]
        .iter()
        .flat_map(|[a, b, c, d]| [[*a, *b, *c], [*a, *c, *d]])
        .map(|corners| corners.map(corner))
        .collect()
}

fn models() {
    let cube = cube();
    let mut binary = vec![b' '; 80];
    binary.extend((cube.len() as u32).to_le_bytes());
    for triangle in &cube {
        binary.extend([0; 12]);
        binary.extend(triangle.iter().flatten().flat_map(|number| number.to_le_bytes()));
        binary.extend([0; 2]);
    }
    seed("model_stl", "binary", 0, &binary);
    seed(
        "model_stl",
        "triangles",
        1,
        &cube
            .iter()
            .flatten()
            .flatten()
            .flat_map(|number| number.to_le_bytes())
            .collect::<Vec<_>>(),
    );
    let facet = |triangle: &[[f32; 3]; 3]| {
        let corner = |[x, y, z]: &[f32; 3]| format!("vertex {x:e} {y} {z}\n");
        format!(
            "facet normal 0 0 0\nouter loop\n{}endloop\nendfacet\n",
            triangle.iter().map(corner).collect::<String>()
        )
    };
    seed(
        "model_stl",
        "text",
        0,
        format!("solid cube\n{}endsolid cube\n", cube.iter().map(facet).collect::<String>())
            .as_bytes(),
    );
    let vertices: String = cube
        .iter()
        .flatten()
        .map(|[x, y, z]| format!(r#"<vertex x="{x}" y="{y}" z="{z}"/>"#))
        .collect();
    let triangles: String = (0..cube.len())
        .map(|place| {
            format!(
                r#"<triangle v1="{}" v2="{}" v3="{}"/>"#,
                3 * place,
                3 * place + 1,
                3 * place + 2
            )
        })
        .collect();
    let mesh =
        format!("<mesh><vertices>{vertices}</vertices><triangles>{triangles}</triangles></mesh>");
    let model = |resources: &str, build: &str| {
        format!(
            r#"<?xml version="1.0"?><model unit="inch"><resources>{resources}</resources><build>{build}</build></model>"#
        )
    };
    let parts = r#"<object id="3"><components><component objectid="1"/><component objectid="1" p:path="/3D/b.model" transform="-2 0 0 0 2 0 0 0 2 10 0 0"/></components></object>"#;
    let whole = model(
        &format!(r#"<object id="1">{mesh}</object>{parts}"#),
        r#"<item objectid="3" transform="0 1 0 -1 0 0 0 0 1 5 5 5"/>"#,
    );
    let other = model(
        &format!(r#"<object id="1" type="model">{mesh}</object><object id="2" type="support"/>"#),
        "",
    );
    let relations = r#"<Relationships><Relationship Target="/3D/a.model" Id="r" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>"#;
    let simple = model(
        r#"<object id="1"><mesh><vertices><vertex x="0" y="0" z="0"/><vertex x="1" y="0" z="0"/><vertex x="0" y="1" z="0"/></vertices><triangles><triangle v1="0" v2="1" v3="2"/></triangles></mesh></object>"#,
        r#"<item objectid="1"/>"#,
    );
    seed("model_3mf", "put-together", 1, &joined(&[&whole, &other]));
    seed("model_3mf", "simple", 1, &joined(&[&simple]));
    seed("model_3mf", "relations", 2, &joined(&[&other, relations, &simple]));
    seed(
        "model_3mf",
        "archive",
        0,
        &archive::of(&[("_rels/.rels", relations.as_bytes()), ("3D/a.model", simple.as_bytes())]),
    );
}

fn records() {
    let quote = find("quote").unwrap();
    let order = r#"{"lines":[{"name":"DWG-1","shape":"hex_bolt","thread":"M8","length_mm":30,"designation":"Fe/Zn 8","quantities":[1000,5000]},{"name":"垫圈","shape":"washer","thread":"M6","quantities":[20000]}],"customer.number":"Q-1","customer.date":"2026-11-24","shop.name":"慈溪 & <~","shop.terms":"30 days","shop.zinc_cny_per_kg":31.0,"shop.zinc_date":"2026-11-20"}"#;
    let given: Map<String, Value> = serde_json::from_str(order).unwrap();
    assert!(quote.evaluate_fully(&given).outcome.is_ok());
    let mut record = Papers::of(&given, Reader::default()).unwrap().issued().clone();
    sign(&mut record, &given, Key::read("00112233445566778899aabbccddeeff").as_ref());
    let record = record.write();
    let (entries, _) = from_inputs(quote, &given, System::Metric);
    seed(
        "record",
        "record",
        0,
        &joined(&[&record, &to_link(quote, &entries, "en", System::Metric)]),
    );
    let mut whole = given;
    whole.insert("issued".to_owned(), record.into());
    let (entries, _) = from_inputs(quote, &whole, System::Metric);
    let link = to_pack(quote, &entries, "zh", System::Us);
    seed("record", "packed", 1, pack(&link).as_bytes());
    seed("record", "link", 2, link.as_bytes());
}

/// Names of fields and choices, which no fuzzer finds by itself.
fn words() {
    let mut all = BTreeSet::new();
    for calculator in ALL {
        words_of(calculator.fields(), &mut all);
    }
    let lines: String = all.iter().map(|word| format!("\"{word}\"\n")).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries/fields.dict");
    fs::write(file, format!("# Names of fields and choices, written by examples/seeds.rs, and what stands around them.\n{AROUND}{lines}")).unwrap();
}

fn words_of(fields: &'static [Field], all: &mut BTreeSet<String>) {
    for field in fields {
        // Of a name that leads through objects each step is a word.
        all.extend(field.name.split('.').map(str::to_owned));
        match field.kind {
            Kind::Choice(options) | Kind::Several(options, ..) => {
                all.extend(options().into_iter().map(|(id, _)| id.to_owned()))
            }
            Kind::Number { dimension, .. } => {
                all.extend(dimension.units().iter().map(|unit| format!(":{}", unit.id)))
            }
            Kind::Rows { fields, .. } => words_of(fields(), all),
            _ => {}
        }
    }
}

const AROUND: &str = r##""&"
"="
","
";"
":"
"%2C"
"%3B"
"%3A"
"%FF"
"v=1"
"lang=zh"
"units=us"
"{}"
"[]"
"null"
"true"
"\":"
"[{\""
"},{\""
"\"inputs\":{"
"\"given\":["
"\"calculator\":\"quote\""
"1e308"
"-1"
"0"
"5e-324"
"<~"
"\"platewise\":1"
"\"kind\":\"set\""
"preset"
"language"
"units"
"theme"
"accent"
"#fff"
"font_size_px"
"shown"
"fixed"
"A3C"
"Fe/Zn 8"
"SC2"
"M8"
"ssppffvv"
"0,5 97;2 95.5"
"##;
