//! A file with a model: what it brings to the inputs of a part, and an account of what was found in it.

use super::inputs::MeshUnit;
use crate::calculator::ImportedFile;
use crate::data::Listed;
use crate::part::mesh::{
    Broken, Measured, Mesh, Note, exceeds, is_archive, measure, preview, read_3mf, read_stl,
};
use crate::words::{Arg, Phrase, Text, phrase, text};
use serde_json::{Map, Value};

/// Triangles of the picture beside the answer.
const PICTURED: usize = 1200;

/// Reads an STL or 3MF file; `progress` is told the share that is done, 0 to 1.
///
/// # Errors
/// What is wrong with the file.
pub fn import_model(
    field: &str,
    file: Vec<u8>,
    progress: &mut dyn FnMut(f64),
) -> Result<ImportedFile, Phrase> {
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
    Ok(ImportedFile {
        inputs: inputs(&measured, unit),
        account: account(&mesh, &measured, unit),
        preview,
    })
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
        Broken::DecimalComma => text(
            "The numbers of this file have a comma, such as 1,5: export it again with decimal points.",
            "文件中的数字使用逗号（如 1,5）：请改用小数点重新导出。",
        )
        .into(),
        Broken::UnknownUnit(unit) => phrase(
            text(
                "The file gives its sizes in “{0}”. The units of 3MF are micron, millimeter, centimeter, inch, foot and meter: export it again in one of them.",
                "文件的单位为“{0}”。3MF 的单位只有 micron、millimeter、centimeter、inch、foot、meter：请选用其中之一重新导出。",
            ),
            [Arg::Name(unit)],
        ),
        Broken::Empty => text("The file holds no surface.", "文件中没有表面。").into(),
        Broken::TooMany => text(
            "The file has more triangles or corners than can be read, six million of each: export it coarser.",
            "三角面或顶点过多（上限各六百万）：请以较粗的精度重新导出。",
        )
        .into(),
        Broken::Bloated => text(
            "The file unfolds to far more than a model of its size: export it again from your CAD program.",
            "文件解压后远大于同等大小的模型：请在 CAD 软件中重新导出。",
        )
        .into(),
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
    put(
        "mesh_volume_cm3",
        if measured.is_sound() { rounded(measured.volume / 1e3) } else { Value::Null },
    );
    put(
        "mesh_void_dm2",
        if measured.voids > 0 { rounded(measured.void_area / 1e4) } else { Value::Null },
    );
    let of_unit = |millimetres: f64| {
        MeshUnit::all().iter().find(|unit| (unit.millimetres() / millimetres - 1.0).abs() < 1e-9)
    };
    put("mesh_unit", unit.and_then(of_unit).map_or(Value::Null, |unit| unit.id().into()));
    inputs
}

fn counted(count: usize) -> Arg {
    Arg::Count(u32::try_from(count).unwrap_or(u32::MAX))
}

fn account(mesh: &Mesh, measured: &Measured, unit: Option<f64>) -> Vec<Phrase> {
    let head = text("{0} {0:triangle|triangles}; bodies: {1}.", "{0} 个三角面，{1} 个实体。");
    let mut all = vec![phrase(head, [counted(measured.triangles), counted(measured.bodies)])];
    all.extend(mesh.notes.iter().copied().map(noted));
    let [x, y, z] = measured.size().map(Arg::Number);
    if mesh.notes.contains(&Note::UnitByStandard) {
        all.push(phrase(
            text("Box: {0} × {1} × {2} mm.", "外形尺寸：{0} × {1} × {2} mm。"),
            [x, y, z],
        ));
    } else if unit.is_some() {
        all.push(phrase(
            text(
                "Box: {0} × {1} × {2}, in the unit that the file says.",
                "外形尺寸：{0} × {1} × {2}，单位由文件给出。",
            ),
            [x, y, z],
        ));
    } else {
        all.push(phrase(
            text(
                "Box: {0} × {1} × {2}. An STL file says no unit: choose it below.",
                "外形尺寸：{0} × {1} × {2}。STL 文件不含单位：请在下方选择。",
            ),
            [x, y, z],
        ));
    }
    let found = [
        (
            measured.open_edges,
            text(
                "The surface is not closed: {0} {0:edge has|edges have} no neighbour. The area is that of the surface as it is; there is no volume.",
                "表面未闭合：{0} 条边没有相邻面。面积按现有表面计算，没有体积。",
            ),
        ),
        (
            measured.turned_edges,
            text(
                "At {0} {0:edge|edges} the neighbouring triangles disagree about which side is outside: no volume is taken.",
                "{0} 条边两侧的面朝向不一致：不取体积。",
            ),
        ),
        (
            measured.inverted,
            text(
                "{0} {0:body is|bodies are} turned inside out: no volume is taken.",
                "{0} 个实体内外翻转：不取体积。",
            ),
        ),
        (
            measured.voids,
            text(
                "{0} closed {0:void|voids} inside: {0:its|their} surface is taken off.",
                "内部有 {0} 个封闭空腔：其表面已扣除。",
            ),
        ),
        (
            measured.degenerate,
            text("{0} {0:triangle has|triangles have} no area.", "{0} 个三角面没有面积。"),
        ),
    ];
    all.extend(
        found
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| phrase(words, [counted(count)])),
    );
    if measured.is_sound() {
        all.push(
            text("Closed: every edge has its neighbour.", "表面闭合：每条边均有相邻面。").into(),
        );
    }
    if measured.is_sound() && exceeds(measured.volume, measured.size()) {
        all.push(MORE_THAN_BOX.into());
    }
    all
}

/// What to say of a volume that no part in its box can have.
pub const MORE_THAN_BOX: Text = text(
    "The volume is larger than the box around the model: bodies overlap or are there twice, and area and volume are too large. Join them in your CAD program.",
    "体积大于模型的外形尺寸：实体重叠或重复，面积和体积均偏大。请在 CAD 软件中合并实体。",
);

fn noted(note: Note) -> Phrase {
    match note {
        Note::Solids(count) => phrase(text("The file holds {0} {0:solid|solids}; all are counted.", "文件中有 {0} 个 solid，均已计入。"), [counted(count)]),
        Note::NoEnd => text(
            "The file does not say where its solid ends: compare the box with your part, in case it was cut off.",
            "文件没有 endsolid 结束行：请核对外形尺寸，以防文件不完整。",
        )
        .into(),
        Note::Doubled(count) => {
            phrase(text("{0} {0:triangle is|triangles are} in the file twice; each is counted once.", "{0} 个三角面在文件中重复，只计一次。"), [counted(count)])
        }
        Note::DoubledInsideOut(count) => phrase(
            text(
                "The whole surface is in the file twice, the second time inside out; {0} {0:triangle is|triangles are} left out.",
                "整个表面在文件中重复，第二次内外翻转；{0} 个三角面未计入。",
            ),
            [counted(count)],
        ),
        Note::FaceToFace(count) => phrase(
            text(
                "Surfaces coincide: {0} {0:pair|pairs} of triangles lie face to face, as where bodies touch. Their area is counted on both sides although no bath reaches it there: join the bodies in your CAD program.",
                "有重合表面：{0} 对三角面背向重叠，如实体相互贴合处。这些面积两侧均已计入，但镀液到不了：请在 CAD 软件中合并实体。",
            ),
            [counted(count)],
        ),
        Note::CountByLength => text(
            "The number of triangles that the file states does not agree with its length: all triangles that it holds are counted.",
            "文件注明的三角面数与文件长度不符：文件中的全部三角面均已计入。",
        )
        .into(),
        Note::Left(count) => phrase(
            text(
                "{0} {0:byte follows|bytes follow} the triangles and {0:is|are} not read: if files were joined, a part of the model is missing here.",
                "三角面之后还有 {0} 个字节未读取：如文件由多个文件拼接而成，此处缺少部分模型。",
            ),
            [counted(count)],
        ),
        Note::UnitByStandard => text("The file says no unit: millimetres, as the 3MF standard has it.", "文件未注明单位：按 3MF 标准取毫米。").into(),
    }
}
