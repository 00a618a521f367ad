//! What must hold of a file with a model, whatever its format.

use crate::{common, evaluated};
use platewise_model::calculator::find;
use platewise_model::calculator::part::import_model;
use platewise_model::report::format::Reader;
use serde_json::{Value, json};

/// Triangles that a picture may have.
const PICTURED: usize = 1200;

/// Takes a file: what it measures is finite, its picture lies in its cube, and it is a part that has an answer or a named problem.
pub fn is_taken(file: Vec<u8>) {
    let mut last = 0.0;
    let taken = import_model("mesh_file", file, &mut |share| {
        assert!((last..=1.0).contains(&share), "progress goes from {last} to {share}");
        last = share;
    });
    let Ok(taken) = taken else { return };
    let numbers = common::numbers(&Value::from(taken.inputs.clone()));
    assert!(
        numbers.into_iter().all(|(_, number)| number.is_finite() && number >= 0.0 || number < 0.0),
        "{:?}",
        taken.inputs
    );
    for needed in ["mesh_area_dm2", "mesh_bodies", "mesh_open_edges"] {
        assert!(
            taken.inputs[needed].as_f64().is_some_and(|number| number >= 0.0),
            "{needed} of {:?}",
            taken.inputs
        );
    }
    let edges = taken.inputs["mesh_box_mm"].as_array().unwrap();
    assert!(
        edges.iter().all(|edge| edge.as_f64().is_some_and(|edge| edge >= 0.0)),
        "box of {:?}",
        taken.inputs
    );
    assert!(taken.preview.len() <= 9 * PICTURED && taken.preview.len() % 9 == 0);
    assert!(taken.preview.iter().all(|number| number.abs() <= 1.01), "the picture leaves its cube");
    assert!(taken.account.iter().all(|line| !Reader::default().phrase(line).is_empty()));
    let part_area = find("part-area").unwrap();
    evaluated(part_area, &taken.inputs);
    evaluated(part_area, json!({ "parts": [taken.inputs] }).as_object().unwrap());
}
