//! A file with a model: what it brings to the inputs of a part, and an account of what was found in it.

use super::inputs::MeshUnit;
use crate::calculator::Taken;
use crate::data::Listed;
use crate::part::mesh::{Broken, Measured, is_archive, measure, preview, read_3mf, read_stl};
use crate::words::{Arg, Phrase, phrase, text};
use serde_json::{Map, Value};

/// Triangles of the picture beside the answer.
const PICTURED: usize = 1200;

/// Reads an STL or 3MF file; `progress` is told the share that is done, 0 to 1.
///
/// # Errors
/// What is wrong with the file.
pub fn take(field: &str, file: Vec<u8>, progress: &mut dyn FnMut(f64)) -> Result<Taken, Phrase> {
    if field != "mesh_file" {
        return Err(text("This field takes no file.", "此项不接受文件。").into());
    }
    let (mesh, unit) = if is_archive(&file) {
        let model = read_3mf(file, &mut |share| progress(0.5 * share)).map_err(message)?;
        (model.mesh, Some(model.millimetres))
    } else {
        (read_stl(file, &mut |share| progress(0.5 * share)).map_err(message)?, None)
    };
    let measured = measure(&mesh, &mut |share| progress(0.5 + 0.4 * share));
    if !(measured.area.is_finite() && measured.area > 0.0 && measured.volume.is_finite()) {
        return Err(message(Broken::Empty));
    }
    let preview = preview(&mesh, PICTURED);
    progress(1.0);
    Ok(Taken { inputs: inputs(&measured, unit), account: account(&measured, unit), preview })
}

/// What is wrong with a file.
fn message(broken: Broken) -> Phrase {
    match broken {
        Broken::Unknown => text("This is neither an STL nor a 3MF file.", "这不是 STL 或 3MF 文件。").into(),
        Broken::Truncated => text("The file ends before all of its triangles: save it again.", "文件不完整，三角面未写完：请重新保存。").into(),
        Broken::Malformed(percent) => phrase(
            text("The file cannot be read any further after {0} % of it: save it again.", "读到约 {0} % 处无法继续：请重新保存该文件。"),
            [Arg::Count(u32::from(percent))],
        ),
        Broken::NotFinite => text("A corner of the surface is no number: save the file again.", "表面顶点坐标不是数字：请重新保存该文件。").into(),
        Broken::Empty => text("The file holds no surface.", "文件中没有表面。").into(),
        Broken::TooMany => {
            text("The file has more triangles than can be read, six million: export it coarser.", "三角面过多（上限六百万）：请以较粗的精度重新导出。").into()
        }
    }
}

/// A number as it travels: nine digits, as many as the file has.
fn rounded(number: f64) -> Value {
    let text = format!("{number:.9e}");
    text.parse::<f64>().map_or(Value::Null, Value::from)
}

/// Numbers as they are when a unit of the file is a millimetre; a link, a table and other programs carry them.
fn inputs(measured: &Measured, unit: Option<f64>) -> Map<String, Value> {
    let mut inputs = Map::new();
    let mut put = |name: &str, value: Value| drop(inputs.insert(name.to_owned(), value));
    put("shape", "mesh".into());
    put("mesh_area_dm2", rounded(measured.area / 1e4));
    put("mesh_box_mm", measured.size().into_iter().map(rounded).collect());
    put("mesh_bodies", measured.bodies.into());
    put("mesh_open_edges", (measured.open_edges + measured.turned_edges).into());
    // A volume that means nothing is not told; a field that is null goes back to what it says without a file.
    put("mesh_volume_cm3", if measured.is_sound() { rounded(measured.volume / 1e3) } else { Value::Null });
    put("mesh_void_dm2", if measured.voids > 0 { rounded(measured.void_area / 1e4) } else { Value::Null });
    let of_unit = |millimetres: f64| MeshUnit::all().iter().find(|unit| (unit.millimetres() / millimetres - 1.0).abs() < 1e-9);
    put("mesh_unit", unit.and_then(of_unit).map_or(Value::Null, |unit| unit.id().into()));
    inputs
}

fn account(measured: &Measured, unit: Option<f64>) -> Vec<Phrase> {
    let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let mut all = vec![phrase(text("{0} triangles; bodies: {1}.", "{0} 个三角面，{1} 个实体。"), [count(measured.triangles), count(measured.bodies)])];
    let [x, y, z] = measured.size().map(Arg::Number);
    if unit.is_some() {
        all.push(phrase(text("Box: {0} × {1} × {2}, in the unit that the file says.", "外形尺寸：{0} × {1} × {2}，单位由文件给出。"), [x, y, z]));
    } else {
        all.push(phrase(
            text("Box: {0} × {1} × {2}. An STL file says no unit: choose it below.", "外形尺寸：{0} × {1} × {2}。STL 文件不含单位：请在下方选择。"),
            [x, y, z],
        ));
    }
    if measured.open_edges > 0 {
        all.push(phrase(
            text(
                "The surface is not closed: {0} edges have no neighbour. Its area is what there is of it; a volume it has none.",
                "表面未闭合：{0} 条边没有相邻面。面积按现有表面计算，没有体积。",
            ),
            [count(measured.open_edges)],
        ));
    }
    if measured.turned_edges > 0 {
        all.push(phrase(
            text("At {0} edges neighbours disagree about which side is outside: no volume is taken.", "{0} 条边两侧的面朝向不一致：不取体积。"),
            [count(measured.turned_edges)],
        ));
    }
    if measured.inverted > 0 {
        all.push(phrase(text("Bodies turned inside out: {0}. No volume is taken.", "{0} 个实体内外翻转：不取体积。"), [count(measured.inverted)]));
    }
    if measured.voids > 0 {
        all.push(phrase(text("Closed voids inside: {0}. Their surface is taken off.", "内部有 {0} 个封闭空腔：其表面已扣除。"), [count(measured.voids)]));
    }
    if measured.degenerate > 0 {
        all.push(phrase(text("{0} triangles have no area.", "{0} 个三角面没有面积。"), [count(measured.degenerate)]));
    }
    if measured.is_sound() {
        all.push(text("Closed: every edge has its neighbour.", "表面闭合：每条边均有相邻面。").into());
    }
    all
}
