//! Files with models: cube, sphere and torus against closed forms, with the error that flat facets must have; bodies, voids, open and
//! inverted surfaces; 3MF with components; and files that are broken, hostile or large.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::part::import_model;
use platewise_model::calculator::{ImportedFile, find};
use platewise_model::part::mesh::{Measured, measure, read_3mf, read_stl};
use platewise_model::report::format::Reader;
use platewise_model::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::f64::consts::PI;
use std::io::{Cursor, Write as _};

type Corners = [[f64; 3]; 3];

fn quad(a: [f64; 3], b: [f64; 3], c: [f64; 3], d: [f64; 3]) -> [Corners; 2] {
    [[a, b, c], [a, c, d]]
}

/// A box from one corner to the other, seen from outside.
fn cuboid([x, y, z]: [f64; 3], [u, v, w]: [f64; 3]) -> Vec<Corners> {
    [
        quad([x, y, z], [x, v, z], [u, v, z], [u, y, z]),
        quad([x, y, w], [u, y, w], [u, v, w], [x, v, w]),
        quad([x, y, z], [u, y, z], [u, y, w], [x, y, w]),
        quad([x, v, z], [x, v, w], [u, v, w], [u, v, z]),
        quad([x, y, z], [x, y, w], [x, v, w], [x, v, z]),
        quad([u, y, z], [u, v, z], [u, v, w], [u, y, w]),
    ]
    .concat()
}

/// A surface over a grid that closes on itself in both directions.
fn grid(rows: usize, columns: usize, at: &dyn Fn(f64, f64) -> [f64; 3]) -> Vec<Corners> {
    let angle = |place: usize, of: usize| 2.0 * PI * (place % of) as f64 / of as f64;
    let corner = |row: usize, column: usize| at(angle(row, rows), angle(column, columns));
    (0..rows)
        .flat_map(|row| {
            (0..columns).flat_map(move |column| {
                quad(
                    corner(row, column),
                    corner(row + 1, column),
                    corner(row + 1, column + 1),
                    corner(row, column + 1),
                )
            })
        })
        .collect()
}

fn torus(large: f64, small: f64, rows: usize, columns: usize) -> Vec<Corners> {
    grid(rows, columns, &|around, across| {
        let out = large + small * across.cos();
        [out * around.cos(), out * around.sin(), small * across.sin()]
    })
}

/// A sphere of bands between latitudes, its poles closed with triangles.
fn sphere(radius: f64, bands: usize, columns: usize) -> Vec<Corners> {
    let corner = |band: usize, column: usize| {
        let (polar, around) = (
            PI * band as f64 / bands as f64,
            2.0 * PI * (column % columns) as f64 / columns as f64,
        );
        let flat = if band == 0 || band == bands { 0.0 } else { radius * polar.sin() };
        [flat * around.cos(), flat * around.sin(), radius * polar.cos()]
    };
    let mut all = Vec::new();
    for band in 0..bands {
        for column in 0..columns {
            let [first, second] = quad(
                corner(band, column),
                corner(band + 1, column),
                corner(band + 1, column + 1),
                corner(band, column + 1),
            );
            if band + 1 < bands {
                all.push(first);
            }
            if band > 0 {
                all.push(second);
            } else if band + 1 == bands {
                all.push(first);
            }
        }
    }
    all
}

fn turned(corners: Vec<Corners>) -> Vec<Corners> {
    corners.into_iter().map(|[a, b, c]| [a, c, b]).collect()
}

fn moved(corners: Vec<Corners>, by: [f64; 3]) -> Vec<Corners> {
    corners
        .into_iter()
        .map(|corners| corners.map(|[x, y, z]| [x + by[0], y + by[1], z + by[2]]))
        .collect()
}

fn binary(corners: &[Corners], head: &str) -> Vec<u8> {
    let mut file = vec![b' '; 80];
    file[..head.len()].copy_from_slice(head.as_bytes());
    file.extend((corners.len() as u32).to_le_bytes());
    for triangle in corners {
        file.extend([0; 12]);
        file.extend(triangle.iter().flatten().flat_map(|number| (*number as f32).to_le_bytes()));
        file.extend([0, 0]);
    }
    file
}

fn text(corners: &[Corners]) -> Vec<u8> {
    let facet = |triangle: &Corners| {
        let corner = |[x, y, z]: &[f64; 3]| format!("      vertex {x:e} {y:e} {z:e}\n");
        format!(
            "  facet normal 0 0 0\n    outer loop\n{}    endloop\n  endfacet\n",
            triangle.iter().map(corner).collect::<String>()
        )
    };
    format!("solid part\n{}endsolid part\n", corners.iter().map(facet).collect::<String>())
        .into_bytes()
}

fn measured(corners: &[Corners]) -> Measured {
    measure(&read_stl(binary(corners, "made by a test"), &mut |_| {}).unwrap(), &mut |_| {})
}

fn close(ours: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (ours - expected).abs() <= relative * expected.abs(),
        "{what}: {ours}, expected {expected} within {relative}"
    );
}

#[test]
fn a_cube_is_exact_in_either_writing() {
    let cube = cuboid([0.0; 3], [50.0; 3]);
    for file in [binary(&cube, "a cube"), binary(&cube, "solid but binary"), text(&cube)] {
        let found = measure(&read_stl(file, &mut |_| {}).unwrap(), &mut |_| {});
        assert_eq!((found.area, found.volume, found.size()), (15_000.0, 125_000.0, [50.0; 3]));
        assert_eq!(
            (found.bodies, found.triangles, found.open_edges, found.turned_edges),
            (1, 12, 0, 0)
        );
        assert!(found.is_sound());
    }
}

/// The polyhedron inscribed in a sphere has bands of trapezoids, whose area and volume are closed forms; the sphere itself is larger by the
/// square of the step, a quarter when the step is halved.
#[test]
fn a_sphere_is_its_polyhedron_and_comes_near_the_sphere() {
    let radius: f64 = 10.0;
    let polyhedron = |bands: usize, columns: usize| {
        let (mut area, mut volume) = (0.0, 0.0);
        let at = |band: usize| {
            (
                radius * (PI * band as f64 / bands as f64).sin(),
                radius * (PI * band as f64 / bands as f64).cos(),
            )
        };
        let half = PI / columns as f64;
        for band in 0..bands {
            let ((upper, top), (lower, bottom)) = (at(band), at(band + 1));
            let (apothem_upper, apothem_lower) = (upper * half.cos(), lower * half.cos());
            let slant = (top - bottom).hypot(apothem_lower - apothem_upper);
            area += columns as f64 * (upper + lower) * half.sin() * slant;
            let section = |flat: f64| 0.5 * columns as f64 * flat * flat * (2.0 * half).sin();
            volume += (top - bottom) / 3.0
                * (section(upper) + section(lower) + (section(upper) * section(lower)).sqrt());
        }
        (area, volume)
    };
    let mut errors = Vec::new();
    for (bands, columns) in [(16, 32), (32, 64), (64, 128)] {
        let found = measured(&sphere(radius, bands, columns));
        let (area, volume) = polyhedron(bands, columns);
        close(found.area, area, 1e-6, "area of the polyhedron");
        close(found.volume, volume, 1e-6, "volume of the polyhedron");
        assert!(found.is_sound() && found.bodies == 1);
        errors.push((
            1.0 - found.area / (4.0 * PI * radius * radius),
            1.0 - found.volume / (4.0 / 3.0 * PI * radius.powi(3)),
        ));
    }
    for pair in errors.windows(2) {
        close(pair[1].0, pair[0].0 / 4.0, 0.02, "the error of the area falls by four");
        close(pair[1].1, pair[0].1 / 4.0, 0.02, "the error of the volume falls by four");
    }
    assert!(errors[2].0 > 0.0 && errors[2].0 < 0.001 && errors[2].1 < 0.002);
}

/// Pappus: 4π²Rr and 2π²Rr².
#[test]
fn a_torus_comes_near_its_closed_form() {
    let (large, small) = (30.0, 8.0);
    let error = |columns: usize| {
        let found = measured(&torus(large, small, 4 * columns, columns));
        assert!(found.is_sound() && found.bodies == 1, "{found:?}");
        (
            1.0 - found.area / (4.0 * PI * PI * large * small),
            1.0 - found.volume / (2.0 * PI * PI * large * small * small),
        )
    };
    let (coarse, fine) = (error(24), error(48));
    close(fine.0, coarse.0 / 4.0, 0.02, "the error of the area falls by four");
    close(fine.1, coarse.1 / 4.0, 0.02, "the error of the volume falls by four");
    // A circle of 48 chords is short by (π/48)²/6, and encloses too little by four times as much.
    close(fine.0, (PI / 48.0).powi(2) / 6.0, 0.2, "the error of the area");
    close(fine.1, 4.0 * (PI / 48.0).powi(2) / 6.0, 0.2, "the error of the volume");
}

/// Far from the origin a corner keeps seven digits: the volume of a small part is still that of the part.
#[test]
fn a_part_far_from_the_origin_keeps_its_volume() {
    close(measured(&cuboid([10_000.0; 3], [10_016.0; 3])).volume, 4096.0, 1e-9, "volume");
}

#[test]
fn bodies_and_voids_are_counted() {
    let two = [cuboid([0.0; 3], [1.0; 3]), cuboid([5.0, 0.0, 0.0], [6.0, 1.0, 1.0])].concat();
    let found = measured(&two);
    assert_eq!((found.bodies, found.voids, found.area, found.volume), (2, 0, 12.0, 2.0));
    let hollow = [cuboid([0.0; 3], [10.0; 3]), turned(cuboid([3.0; 3], [5.0; 3]))].concat();
    let found = measured(&hollow);
    assert_eq!(
        (found.bodies, found.voids, found.inverted, found.volume, found.void_area),
        (1, 1, 0, 992.0, 24.0)
    );
    assert!(found.is_sound());
    // In the box of the torus but beside it: no void, a body turned inside out.
    let beside = [torus(30.0, 8.0, 32, 16), turned(cuboid([-1.0; 3], [1.0; 3]))].concat();
    let found = measured(&beside);
    assert_eq!((found.voids, found.inverted), (0, 1));
    assert!(!found.is_sound());
}

#[test]
fn an_open_or_inverted_surface_is_told_and_has_no_volume() {
    let cube = cuboid([0.0; 3], [10.0; 3]);
    let open = measured(&cube[2..]);
    assert_eq!((open.open_edges, open.area), (4, 500.0));
    let inside_out = measured(&turned(cube.clone()));
    assert_eq!((inside_out.inverted, inside_out.area, inside_out.volume), (1, 600.0, -1000.0));
    let mut one_turned = cube.clone();
    one_turned[0].swap(0, 1);
    let found = measured(&one_turned);
    assert_eq!((found.turned_edges, found.open_edges), (3, 0));
    for file in [binary(&cube[2..], ""), binary(&turned(cube.clone()), ""), binary(&one_turned, "")]
    {
        let taken = import_model("mesh_file", file, &mut |_| {}).unwrap();
        assert!(taken.inputs["mesh_volume_cm3"].is_null());
        let problems = find("part-area").unwrap().evaluate(&taken.inputs).outcome.unwrap_err();
        assert_eq!(
            problems.into_iter().map(|one| one.field).collect::<Vec<_>>(),
            ["mesh_volume_cm3"]
        );
    }
}

fn result(taken: &ImportedFile, more: Value, name: &str) -> f64 {
    let mut inputs = taken.inputs.clone();
    inputs.extend(more.as_object().unwrap().clone());
    let report = find("part-area").unwrap().evaluate(&inputs).outcome.unwrap();
    report.results.iter().find(|one| one.name == name).unwrap().value.unwrap()
}

/// A cube of 50 units: 1.5 dm² and 981.25 g of steel in millimetres; in inches 25.4² and 25.4³ times as much.
#[test]
fn the_unit_of_a_model_scales_it() {
    let taken =
        import_model("mesh_file", binary(&cuboid([0.0; 3], [50.0; 3]), ""), &mut |_| {}).unwrap();
    assert!(
        taken.account.iter().any(|line| Reader::default().phrase(line).contains("says no unit"))
    );
    assert_eq!(taken.preview.len(), 12 * 9);
    close(result(&taken, json!({}), "area_dm2"), 1.5, 1e-9, "area");
    close(result(&taken, json!({}), "mass_g"), 981.25, 1e-9, "mass");
    close(
        result(&taken, json!({ "mesh_unit": "in" }), "area_dm2"),
        1.5 * 25.4 * 25.4,
        1e-9,
        "area in inches",
    );
    close(
        result(&taken, json!({ "mesh_unit": "in" }), "volume_cm3"),
        125.0 * 25.4_f64.powi(3),
        1e-9,
        "volume in inches",
    );
    let hollow = [cuboid([0.0; 3], [100.0; 3]), turned(cuboid([30.0; 3], [50.0; 3]))].concat();
    let taken = import_model("mesh_file", text(&hollow), &mut |_| {}).unwrap();
    close(result(&taken, json!({}), "area_dm2"), 6.0, 1e-9, "the void is taken off");
    close(
        result(&taken, json!({ "unplated_dm2": 1 }), "area_dm2"),
        5.0,
        1e-9,
        "what is masked too",
    );
    close(result(&taken, json!({}), "volume_cm3"), 992.0, 1e-9, "and has no metal");
}

/// A 3MF archive with these models in it.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(contents.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn mesh_of(corners: &[Corners]) -> String {
    let vertices: String = corners
        .iter()
        .flatten()
        .map(|[x, y, z]| format!("<vertex x=\"{x}\" y=\"{y}\" z=\"{z}\"/>"))
        .collect();
    let triangles: String = (0..corners.len())
        .map(|place| {
            format!(
                "<triangle v1=\"{}\" v2=\"{}\" v3=\"{}\"/>",
                3 * place,
                3 * place + 1,
                3 * place + 2
            )
        })
        .collect();
    format!("<mesh><vertices>{vertices}</vertices><triangles>{triangles}</triangles></mesh>")
}

const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/3D/part.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>"#;

fn model(unit: &str, resources: &str, build: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><m:model xmlns:m=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\" unit=\"{unit}\"><resources>{resources}</resources><build>{build}</build></m:model>"
    )
}

#[test]
fn a_3mf_says_its_unit_and_is_put_together() {
    let cube = mesh_of(&cuboid([0.0; 3], [1.0; 3]));
    // Two cubes, one of them twice as large and mirrored, and a support that does not count.
    let resources = format!(
        "<object id=\"1\">{cube}</object><object id=\"2\" type=\"support\">{cube}</object><object id=\"3\"><components><component objectid=\"1\"/><component objectid=\"1\" transform=\"-2 0 0 0 2 0 0 0 2 10 0 0\"/><component objectid=\"2\"/></components></object>"
    );
    let file = archive(&[
        ("_rels/.rels", RELATIONS),
        (
            "3D/part.model",
            &model(
                "inch",
                &resources,
                "<item objectid=\"3\" transform=\"0 1 0 -1 0 0 0 0 1 5 5 5\"/>",
            ),
        ),
    ]);
    let read = read_3mf(file.clone(), &mut |_| {}).unwrap();
    assert_eq!(read.millimetres, 25.4);
    let found = measure(&read.mesh, &mut |_| {});
    assert_eq!(
        (found.bodies, found.area, found.volume, found.is_sound()),
        (2, 6.0 + 24.0, 1.0 + 8.0, true)
    );
    assert_eq!(found.size(), [2.0, 10.0, 2.0], "turned by a quarter");
    let taken = import_model("mesh_file", file, &mut |_| {}).unwrap();
    assert_eq!(taken.inputs["mesh_unit"], "in");
    close(result(&taken, json!({}), "area_dm2"), 30.0 * 0.0645_16, 1e-9, "square inches");
}

#[test]
fn broken_files_say_what_is_wrong() {
    let cube = cuboid([0.0; 3], [1.0; 3]);
    let good = binary(&cube, "");
    let mut not_a_number = good.clone();
    not_a_number[96..100].copy_from_slice(&f32::NAN.to_le_bytes());
    let mut promises = good.clone();
    promises[80..84].copy_from_slice(&(u32::MAX - 1).to_le_bytes());
    let endless = model(
        "millimeter",
        "<object id=\"1\"><components><component objectid=\"1\"/></components></object>",
        "<item objectid=\"1\"/>",
    );
    let missing = model("millimeter", "", "<item objectid=\"7\"/>");
    let wild = model(
        "millimeter",
        "<object id=\"1\"><mesh><vertices><vertex x=\"0\" y=\"0\" z=\"0\"/></vertices><triangles><triangle v1=\"0\" v2=\"1\" v3=\"9\"/></triangles></mesh></object>",
        "<item objectid=\"1\"/>",
    );
    let crowded = model(
        "millimeter",
        &format!(
            "<object id=\"1\"><components>{}</components></object>",
            "<component objectid=\"2\"/>".repeat(200_001)
        ),
        "",
    );
    let deep = model("millimeter", &"<a>".repeat(200), "");
    let text_of = |file: Vec<u8>| {
        Reader::default().phrase(&import_model("mesh_file", file, &mut |_| {}).unwrap_err())
    };
    for (file, says) in [
        (Vec::new(), "neither"),
        (b"%PDF-1.7 not a model at all, but long enough to have a head of eighty bytes and more behind it".to_vec(), "neither"),
        (good[..200].to_vec(), "ends before"),
        (promises, "neither"),
        (binary(&[], ""), "no surface"),
        (not_a_number, "no number"),
        (b"solid x\nfacet normal 0 0 0\nouter loop\nvertex 1 2\n".to_vec(), "cannot be read any further"),
        (text(&cube)[..400].to_vec(), "cannot be read any further"),
        (b"PK\x03\x04 but no archive".to_vec(), "ends before"),
        (archive(&[("readme.txt", "hello")]), "neither"),
        (archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", "<model><resources><object id=\"1\"><mesh>")]), "ends before"),
        (archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", &endless)]), "more triangles"),
        (archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", &missing)]), "cannot be read any further"),
        (archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", &wild)]), "cannot be read any further"),
        (archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", &crowded)]), "more triangles"),
        (archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", &deep)]), "cannot be read any further"),
    ] {
        let message = text_of(file.clone());
        assert!(message.contains(says), "{says}: {message} for {:?}", String::from_utf8_lossy(&file[..file.len().min(60)]));
    }
}

/// An archive that announces gigabytes is refused before any is unfolded.
#[test]
fn an_archive_that_unfolds_without_end_is_refused() {
    let mut file = archive(&[("3D/part.model", &model("millimeter", "", ""))]);
    let entry = file.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    file[entry + 24..entry + 28].copy_from_slice(&0xFFFF_0000_u32.to_le_bytes());
    assert!(
        Reader::default()
            .phrase(&import_model("mesh_file", file, &mut |_| {}).unwrap_err())
            .contains("more triangles")
    );
}

/// A box of 10 × 20 × 30 mm: 2 (10·20 + 20·30 + 10·30) = 2200 mm² and 6000 mm³.
fn part_of_the_cases() -> Vec<Corners> {
    cuboid([0.0; 3], [10.0, 20.0, 30.0])
}

fn plain() -> String {
    String::from_utf8(text(&part_of_the_cases())).unwrap()
}

fn told(taken: &ImportedFile) -> String {
    taken.account.iter().map(|line| Reader::default().phrase(line)).collect::<Vec<_>>().join("\n")
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn a_text_is_read_however_it_is_written() {
    let plain = plain();
    let renamed = |name: &[u8]| [b"solid ", name, &plain.as_bytes()["solid part".len()..]].concat();
    let normals = |normal: &str| plain.replace("normal 0 0 0", normal).into_bytes();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("plain", plain.clone().into_bytes()),
        ("upper case", plain.to_uppercase().into_bytes()),
        (
            "a capital",
            plain
                .replace("solid", "Solid")
                .replace("facet", "Facet")
                .replace("vertex", "Vertex")
                .into_bytes(),
        ),
        ("no name", plain.replace("solid part", "solid").into_bytes()),
        ("a blank for a name", plain.replace("solid part", "solid ").into_bytes()),
        ("a name of several words", renamed(b"facet of a solid, 3 vertices")),
        ("a name that runs on", plain.replacen("solid part", "solidpart", 1).into_bytes()),
        ("a Chinese name in UTF-8", renamed("螺栓 M8".as_bytes())),
        ("the same in GBK", renamed(&[0xC2, 0xDD, 0xCB, 0xA8, b' ', b'M', b'8'])),
        ("a name that no encoding has", renamed(&[0xFF, 0x80, 0x00, 0x9F])),
        ("a byte-order mark", [b"\xEF\xBB\xBF", plain.as_bytes()].concat()),
        ("blanks and lines before it", [b" \r\n\t\n", plain.as_bytes()].concat()),
        ("a mark and blanks", [b"\xEF\xBB\xBF \n", plain.as_bytes()].concat()),
        ("UTF-16 of small end", utf16(&plain, u16::to_le_bytes)),
        ("UTF-16 of big end", utf16(&plain, u16::to_be_bytes)),
        ("lines of Windows", plain.replace('\n', "\r\n").into_bytes()),
        ("lines of an old Macintosh", plain.replace('\n', "\r").into_bytes()),
        ("no lines", plain.replace('\n', " ").into_bytes()),
        (
            "no indents",
            plain.lines().map(|line| format!("{}\n", line.trim())).collect::<String>().into_bytes(),
        ),
        ("tabs", plain.replace(' ', "\t").into_bytes()),
        ("blank lines between", plain.replace('\n', "\n\n").into_bytes()),
        ("no end", plain.replace("endsolid part\n", "").into_bytes()),
        ("an end without a line end", plain.trim_end().as_bytes().to_vec()),
        (
            "an end with another name",
            plain.replace("endsolid part", "endsolid something else").into_bytes(),
        ),
        ("an end in two words", plain.replace("end", "end ").into_bytes()),
        ("no ends of facets", plain.replace("  endfacet\n", "").into_bytes()),
        ("no ends of loops", plain.replace("    endloop\n", "").into_bytes()),
        (
            "no ends at all",
            plain
                .lines()
                .filter(|line| !line.trim().starts_with("end"))
                .map(|line| format!("{line}\n"))
                .collect::<String>()
                .into_bytes(),
        ),
        ("a byte that ends files of DOS", format!("{plain}\u{1a}").into_bytes()),
        ("normals that are no numbers", normals("normal nan nan nan")),
        ("normals without end", normals("normal inf -inf 1.#INF")),
        ("normals of C on Windows", normals("normal -1.#IND 1.#QNAN 0")),
        ("normals with commas", normals("normal 0,5 0,5 0")),
        ("no normals", normals("")),
        ("two numbers for a normal", normals("normal 0 0")),
        ("a remark in front", format!("# made by hand\n{plain}").into_bytes()),
        ("remarks in front", format!("// a solid\r\n; facet\n\n# 3\n{plain}").into_bytes()),
        ("numbers of Fortran", plain.replace("e0", "D+00").replace("e1", "D+01").into_bytes()),
    ];
    for (what, file) in files {
        let taken = import_model("mesh_file", file, &mut |_| {})
            .unwrap_or_else(|why| panic!("{what}: {}", Reader::default().phrase(&why)));
        close(result(&taken, json!({}), "area_dm2"), 0.22, 1e-9, what);
        close(result(&taken, json!({}), "volume_cm3"), 6.0, 1e-9, what);
        assert_eq!(
            told(&taken).contains("where its solid ends"),
            ["no end", "no ends at all"].contains(&what),
            "{what}: {}",
            told(&taken)
        );
    }
}

/// Two boxes of 0.22 dm² and 6 cm³ each. Some programs write the head before they know how many facets come.
#[test]
fn a_binary_file_whose_count_is_not_its_length_is_read_whole_or_told() {
    let two = [part_of_the_cases(), moved(part_of_the_cases(), [50.0, 0.0, 0.0])].concat();
    let counting = |count: u32, head: &str| {
        let mut file = binary(&two, head);
        file[80..84].copy_from_slice(&count.to_le_bytes());
        file
    };
    for head in ["made by a test", "solid but binary"] {
        for count in [12, 1, 23, 0, u32::MAX] {
            let taken = import_model("mesh_file", counting(count, head), &mut |_| {}).unwrap();
            close(result(&taken, json!({}), "area_dm2"), 0.44, 1e-9, "area of both");
            close(result(&taken, json!({}), "volume_cm3"), 12.0, 1e-9, "volume of both");
            assert!(
                told(&taken).contains("does not agree with its length"),
                "{count}: {}",
                told(&taken)
            );
        }
        let taken = import_model("mesh_file", counting(24, head), &mut |_| {}).unwrap();
        assert!(
            !told(&taken).contains("length") && !told(&taken).contains("bytes"),
            "{}",
            told(&taken)
        );
    }
    let one = |x: f64, head: &str| binary(&moved(part_of_the_cases(), [x, 0.0, 0.0]), head);
    for head in ["", "solid"] {
        for files in [2, 3] {
            let joined: Vec<u8> =
                (0..files).flat_map(|place| one(50.0 * f64::from(place), head)).collect();
            let taken = import_model("mesh_file", joined, &mut |_| {}).unwrap();
            close(
                result(&taken, json!({}), "area_dm2"),
                0.22 * f64::from(files),
                1e-9,
                "files joined",
            );
            assert!(told(&taken).contains(&format!("{files} solids")), "{}", told(&taken));
        }
    }
    // What only fills a file up is no surface.
    let taken =
        import_model("mesh_file", [one(0.0, ""), vec![0; 100]].concat(), &mut |_| {}).unwrap();
    close(result(&taken, json!({}), "area_dm2"), 0.22, 1e-9, "zeros behind it");
    assert!(
        !told(&taken).contains("bytes") && !told(&taken).contains("length"),
        "{}",
        told(&taken)
    );
}

#[test]
fn bytes_that_are_no_facets_are_told() {
    let (as_text, as_binary) =
        (plain().into_bytes(), binary(&moved(part_of_the_cases(), [50.0, 0.0, 0.0]), ""));
    for (what, file) in [
        ("a binary file behind a text", [as_text.clone(), as_binary.clone()].concat()),
        (
            "a binary file that begins as text behind a text",
            [as_text.clone(), binary(&part_of_the_cases(), "solid part")].concat(),
        ),
        ("a text behind a binary file", [as_binary.clone(), as_text.clone()].concat()),
        (
            "half a binary file behind another",
            [as_binary.clone(), as_binary[..300].to_vec()].concat(),
        ),
        ("a remark behind a binary file", [as_binary.as_slice(), b"made on a Monday"].concat()),
    ] {
        let taken = import_model("mesh_file", file, &mut |_| {}).unwrap();
        close(result(&taken, json!({}), "area_dm2"), 0.22, 1e-9, what);
        assert!(told(&taken).contains("not read"), "{what}: {}", told(&taken));
    }
}

/// As Windows programs write text without a byte-order mark.
#[test]
fn a_text_in_utf_16_without_a_mark_is_read() {
    for plain in [plain(), plain().to_uppercase(), format!("\r\n  {}", plain())] {
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let taken = import_model(
                "mesh_file",
                plain.encode_utf16().flat_map(bytes).collect(),
                &mut |_| {},
            )
            .unwrap();
            close(result(&taken, json!({}), "area_dm2"), 0.22, 1e-9, "area");
            assert!(!told(&taken).contains("not read"), "{}", told(&taken));
        }
    }
}

#[test]
fn all_solids_of_a_text_are_kept_and_told() {
    let at = |x: f64| String::from_utf8(text(&moved(part_of_the_cases(), [x, 0.0, 0.0]))).unwrap();
    for file in [
        [at(0.0), at(50.0)].concat(),
        [at(0.0), "\r\n\r\n".to_owned(), at(50.0).replace("part", "Teil 二")].concat(),
        [at(0.0), at(50.0)].concat().to_uppercase(),
        [at(0.0).replace("endsolid part\n", ""), at(50.0)].concat(),
    ] {
        let taken = import_model("mesh_file", file.into_bytes(), &mut |_| {}).unwrap();
        close(result(&taken, json!({}), "area_dm2"), 0.44, 1e-9, "area of both");
        close(result(&taken, json!({}), "volume_cm3"), 12.0, 1e-9, "volume of both");
        assert!(told(&taken).contains("2 solids"), "{}", told(&taken));
    }
    let three = import_model(
        "mesh_file",
        [at(0.0), at(50.0), "solid empty\nendsolid empty\n".to_owned(), at(100.0)]
            .concat()
            .into_bytes(),
        &mut |_| {},
    )
    .unwrap();
    close(result(&three, json!({}), "area_dm2"), 0.66, 1e-9, "area of three");
    assert!(told(&three).contains("3 solids"), "{}", told(&three));
}

#[test]
fn what_a_text_does_not_say_is_refused_with_a_sentence() {
    let plain = plain();
    let cut = |to: &str| plain.as_bytes()[..plain.rfind(to).unwrap()].to_vec();
    for (file, says) in [
        (plain.replace("1e1", "1,5e1").into_bytes(), "decimal points"),
        (
            plain.replace("vertex 0e0 0e0 0e0", "vertex 0,0, 0,0, 0,0").into_bytes(),
            "decimal points",
        ),
        (plain.replacen("vertex 0e0", "vertex nan", 1).into_bytes(), "no number"),
        (plain.replacen("vertex 0e0", "vertex -1.#IND", 1).into_bytes(), "no number"),
        (plain.replacen("vertex 0e0", "vertex 1e99", 1).into_bytes(), "no number"),
        (plain.replacen("vertex", "vertx", 1).into_bytes(), "cannot be read any further"),
        (plain.replacen("vertex 0e0", "vertex zero", 1).into_bytes(), "cannot be read any further"),
        (
            plain.replacen("    endloop", "      vertex 1e0 1e0 1e0\n    endloop", 1).into_bytes(),
            "cannot be read any further",
        ),
        // The last facet lost its end, which all others have, so that its last number may have lost digits.
        (cut("    endloop"), "cannot be read any further"),
        (cut("e1\n    endloop"), "cannot be read any further"),
        (b"solid part\nendsolid part\n".to_vec(), "neither"),
        (
            [b"solid but binary".as_slice(), &[0; 64], &12_u32.to_le_bytes(), &[0; 300]].concat(),
            "ends before",
        ),
    ] {
        let message = Reader::default()
            .phrase(&import_model("mesh_file", file.clone(), &mut |_| {}).unwrap_err());
        assert!(
            message.contains(says),
            "{says}: {message} for {}",
            String::from_utf8_lossy(&file[..file.len().min(400)])
        );
    }
}

#[test]
fn a_facet_that_is_there_twice_counts_once() {
    let part = part_of_the_cases();
    let each_twice: Vec<Corners> = part.iter().flat_map(|facet| [*facet, *facet]).collect();
    let begun_elsewhere: Vec<Corners> = part.iter().map(|[a, b, c]| [*b, *c, *a]).collect();
    let thrice = [part.clone(), part.clone(), begun_elsewhere.clone()].concat();
    let both_sides: Vec<Corners> =
        part.iter().flat_map(|[a, b, c]| [[*a, *b, *c], [*a, *c, *b]]).collect();
    let resources = format!("<object id=\"1\">{}</object>", mesh_of(&part));
    let placed_twice = archive(&[(
        "3D/a.model",
        &model("millimeter", &resources, &"<item objectid=\"1\"/>".repeat(2)),
    )]);
    let two_solids = [text(&part), text(&part)].concat();
    for (file, says) in [
        (text(&each_twice), "12 triangles are in the file twice"),
        (binary(&each_twice, "solid"), "12 triangles are in the file twice"),
        (
            binary(&[part.clone(), begun_elsewhere].concat(), ""),
            "12 triangles are in the file twice",
        ),
        (binary(&thrice, ""), "24 triangles"),
        (
            binary(&part.iter().chain(&part[..1]).copied().collect::<Vec<_>>(), ""),
            "1 triangle is in the file twice",
        ),
        (binary(&both_sides, ""), "inside out; 12 triangles are left out"),
        (text(&[part.clone(), turned(part.clone())].concat()), "inside out"),
        (placed_twice, "12 triangles are in the file twice"),
        (two_solids, "12 triangles are in the file twice"),
    ] {
        let taken = import_model("mesh_file", file, &mut |_| {}).unwrap();
        assert!(told(&taken).contains(says), "{says}: {}", told(&taken));
        close(result(&taken, json!({}), "area_dm2"), 0.22, 1e-9, says);
        close(result(&taken, json!({}), "volume_cm3"), 6.0, 1e-9, says);
    }
}

/// Bodies that touch have a face each where they do, and a sheet without thickness has two sides: neither is there twice.
#[test]
fn faces_back_to_back_are_two() {
    let beside = [part_of_the_cases(), moved(part_of_the_cases(), [10.0, 0.0, 0.0])].concat();
    let taken = import_model("mesh_file", binary(&beside, ""), &mut |_| {}).unwrap();
    close(result(&taken, json!({}), "area_dm2"), 0.44, 1e-9, "two boxes side by side");
    close(result(&taken, json!({}), "volume_cm3"), 12.0, 1e-9, "two boxes side by side");
    assert!(
        told(&taken).contains("Surfaces coincide: 2 pairs"),
        "the face between them is two triangles on either side: {}",
        told(&taken)
    );
    let sheet = quad([0.0; 3], [100.0, 0.0, 0.0], [100.0, 100.0, 0.0], [0.0, 100.0, 0.0]).to_vec();
    let taken = import_model(
        "mesh_file",
        binary(&[sheet.clone(), turned(sheet)].concat(), ""),
        &mut |_| {},
    )
    .unwrap();
    close(
        taken.inputs["mesh_area_dm2"].as_f64().unwrap(),
        2.0,
        1e-9,
        "both sides of a sheet of 1 dm²",
    );
    assert!(
        !told(&taken).contains("coincide"),
        "both sides of a sheet lie outside: {}",
        told(&taken)
    );
}

/// Bodies that overlap have more volume than the box around them.
#[test]
fn a_volume_beyond_its_box_is_an_alarm() {
    let part = part_of_the_cases();
    let almost = moved(part.clone(), [0.001, 0.0, 0.0]);
    let taken =
        import_model("mesh_file", binary(&[part.clone(), almost].concat(), ""), &mut |_| {})
            .unwrap();
    assert!(told(&taken).contains("larger than the box"), "{}", told(&taken));
    let alarms = |inputs: &serde_json::Map<String, Value>| {
        let report = find("part-area").unwrap().evaluate(inputs).outcome.unwrap();
        report.judgements.iter().chain(&report.further).any(|one| one.id == "model_exceeds_box")
    };
    assert!(alarms(&taken.inputs));
    let fine = import_model("mesh_file", binary(&part, ""), &mut |_| {}).unwrap();
    assert!(!told(&fine).contains("larger than the box") && !alarms(&fine.inputs));
    for unit in ["um", "mm", "in", "m"] {
        let mut inputs = fine.inputs.clone();
        inputs.insert("mesh_unit".into(), unit.into());
        assert!(!alarms(&inputs), "a box fills its box in any unit: {unit}");
    }
}

/// The units of the core specification, section 3.4; each a cube of one unit.
#[test]
fn a_3mf_has_the_units_of_its_standard_and_no_others() {
    let resources = format!("<object id=\"1\">{}</object>", mesh_of(&cuboid([0.0; 3], [1.0; 3])));
    let file =
        |unit: &str| archive(&[("3D/a.model", &model(unit, &resources, "<item objectid=\"1\"/>"))]);
    for (unit, millimetres) in [
        ("micron", 0.001),
        ("millimeter", 1.0),
        ("centimeter", 10.0),
        ("inch", 25.4),
        ("foot", 304.8),
        ("meter", 1000.0),
        (" inch ", 25.4),
        ("", 1.0),
    ] {
        let taken = import_model("mesh_file", file(unit), &mut |_| {}).unwrap();
        close(
            result(&taken, json!({}), "area_dm2"),
            6.0 * millimetres * millimetres / 1e4,
            1e-9,
            unit,
        );
        assert_eq!(told(&taken).contains("says no unit"), unit.is_empty(), "{}", told(&taken));
    }
    let without = model("", &resources, "<item objectid=\"1\"/>").replace(" unit=\"\"", "");
    assert!(
        told(
            &import_model("mesh_file", archive(&[("3D/a.model", &without)]), &mut |_| {}).unwrap()
        )
        .contains("says no unit")
    );
    for unit in ["mm", "millimetre", "Inch", "yard", "nanometer", "英寸"] {
        let why = import_model("mesh_file", file(unit), &mut |_| {}).unwrap_err();
        for language in Language::ALL {
            let message = Reader { language, ..Reader::default() }.phrase(&why);
            assert!(
                message.contains(&format!("“{unit}”")) && message.contains("millimeter"),
                "{message}"
            );
        }
    }
}

/// A small file can unfold to a thousand times its size: it is refused while it is read.
#[test]
fn an_archive_that_unfolds_to_far_more_than_a_model_is_refused_soon() {
    let many = |what: &str, times: usize| what.repeat(times / what.len());
    let most = 60_000_000;
    for (what, inside) in [
        ("nested tags", format!("<resources>{}", many("<a><b></b></a>", most))),
        ("empty tags", many("<a/>", most)),
        ("a long text", many("some text ", most)),
        ("a long comment", format!("<!--{}-->", many("no comment ", most))),
        ("a long attribute", format!("<a b=\"{}\"/>", many("<", most))),
        ("a long name", format!("<{}/>", many("a", most))),
        (
            "corners without triangles",
            format!(
                "<resources><object id=\"1\"><mesh><vertices>{}",
                many("<vertex x=\"0\" y=\"0\" z=\"0\"/>", most)
            ),
        ),
        ("blanks", many(" ", most)),
        ("references", many("&lt;", most)),
    ] {
        let file =
            archive(&[("_rels/.rels", RELATIONS), ("3D/part.model", &format!("<model>{inside}"))]);
        assert!(
            20_000_000 + 100 * file.len() < most,
            "{what} is no such archive: {} bytes",
            file.len()
        );
        let message =
            Reader::default().phrase(&import_model("mesh_file", file, &mut |_| {}).unwrap_err());
        assert!(message.contains("unfolds to far more"), "{what}: {message}");
    }
}

/// A fine model of many triangles, which packs well, is not taken for such an archive.
#[test]
fn a_fine_model_in_a_3mf_is_read() {
    let ball = sphere(10.0, 150, 300);
    let resources = format!("<object id=\"1\">{}</object>", mesh_of(&ball));
    let file = archive(&[
        ("_rels/.rels", RELATIONS),
        ("3D/part.model", &model("millimeter", &resources, "<item objectid=\"1\"/>")),
    ]);
    let taken = import_model("mesh_file", file, &mut |_| {}).unwrap();
    close(result(&taken, json!({}), "area_dm2"), 4.0 * PI * 100.0 / 1e4, 1e-3, "area");
}

#[test]
fn a_large_model_is_drawn_from_few_triangles_and_progress_is_told() {
    let mut told = Vec::new();
    let file = binary(&sphere(10.0, 300, 600), "");
    let taken = import_model("mesh_file", file, &mut |share| told.push(share)).unwrap();
    assert!((1..=1200).contains(&(taken.preview.len() / 9)), "{}", taken.preview.len() / 9);
    assert!(taken.preview.iter().all(|number| number.abs() <= 1.01));
    assert!(told.windows(2).all(|pair| pair[0] <= pair[1]) && told.last() == Some(&1.0));
    close(result(&taken, json!({}), "area_dm2"), 4.0 * PI * 100.0 / 1e4, 1e-4, "area");
}

/// Twice the size of such a box is more than single precision holds.
#[test]
fn a_model_at_the_ends_of_single_precision_is_drawn_in_its_cube() {
    for size in [f64::from(f32::MAX), 2e38] {
        let taken =
            import_model("mesh_file", binary(&cuboid([-size; 3], [size; 3]), ""), &mut |_| {})
                .unwrap();
        assert!(
            taken.preview.iter().all(|number| number.abs() <= 1.0),
            "{size:e}: {:?}",
            taken.preview
        );
    }
}

/// Voids are sought as long as there are few; loose triangles by the million would be compared each with all others.
#[test]
fn beyond_ten_thousand_shells_that_point_inwards_none_is_taken_for_a_void() {
    let hollow = |voids: usize| {
        let corner = |place: usize| {
            [place % 100, place / 100 % 100, place / 10_000].map(|at| at as f64 + 0.5)
        };
        let tetrahedron = |place: usize| {
            let [x, y, z] = corner(place);
            let [a, b, c, d] = [[x, y, z], [x + 0.1, y, z], [x, y + 0.1, z], [x, y, z + 0.1]];
            [[a, b, c], [a, d, b], [a, c, d], [b, d, c]]
        };
        [cuboid([0.0; 3], [100.0; 3]), (0..voids).flat_map(tetrahedron).collect()].concat()
    };
    let few = measured(&hollow(100));
    assert_eq!((few.bodies, few.voids, few.inverted), (1, 100, 0));
    let many = measured(&hollow(11_000));
    assert_eq!((many.bodies, many.voids, many.inverted), (11_001, 0, 11_000));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any bytes, any text and any cut are an answer or a refusal.
    #[test]
    fn any_bytes_are_an_answer_or_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..600), words in "(solid |facet |vertex |loop |[0-9e.+-]{1,4}|\n| ){0,80}", cut in 0..684usize, at in 0..684usize, value: u8) {
        for start in [&b""[..], b"solid ", b"PK\x03\x04"] {
            let _ = import_model("mesh_file", [start, &bytes].concat(), &mut |_| {});
        }
        let _ = import_model("mesh_file", words.into_bytes(), &mut |_| {});
        let mut cube = binary(&cuboid([0.0; 3], [1.0; 3]), "");
        cube[at] = value;
        let _ = import_model("mesh_file", cube[..cut].to_vec(), &mut |_| {});
        let _ = import_model("mesh_file", cube, &mut |_| {});
    }

    /// Where a body lies and how it is turned changes nothing.
    #[test]
    fn a_box_has_its_area_and_volume_anywhere(edges in prop::array::uniform3(1..100u16), at in prop::array::uniform3(-500..500i16)) {
        let [a, b, c] = edges.map(f64::from);
        let found = measured(&moved(cuboid([0.0; 3], [a, b, c]), at.map(f64::from)));
        prop_assert_eq!(found.area, 2.0 * (a * b + b * c + c * a));
        prop_assert!((found.volume / (a * b * c) - 1.0).abs() < 1e-12 && found.is_sound());
    }
}
