//! Triangles that a file holds twice: exported twice, or once for each side. They would double area and volume, and every edge would still have its
//! neighbour.

use super::measure::edges;
use super::{Mesh, Note};

/// Where a triangle stands, and whether its corners run the other way round than in their order.
type Place = (u32, bool);

/// Leaves out what is there twice, and notes how much.
///
/// Triangles over the same corners are the same where they run the same way round. Where they do not they may be two: bodies that touch, or a sheet
/// without thickness. Only where every triangle has such a partner, and one of each pair makes a closed surface, is it a body and its inside.
/// Elsewhere such pairs are kept and told: where bodies touch, both faces lie inside.
pub fn leave_out(mesh: &mut Mesh) {
    let mut known: Vec<([u32; 3], Place)> = Vec::with_capacity(mesh.triangles.len());
    for ([a, b, c], place) in mesh.triangles.iter().copied().zip(0..) {
        if a != b && b != c && c != a {
            let mut sorted = [a, b, c];
            sorted.sort_unstable();
            let [low, middle, _] = sorted;
            let turned = ![(a, b), (b, c), (c, a)].contains(&(low, middle));
            known.push((sorted, (place, turned)));
        }
    }
    known.sort_unstable();
    let mut again = vec![false; mesh.triangles.len()];
    let mut every_one_turned = !known.is_empty();
    let mut behind = Vec::new();
    let mut doubled = 0;
    for same in known.chunk_by(|one, other| one.0 == other.0) {
        let first_of = |way: bool| {
            same.iter()
                .map(|(_, place)| *place)
                .find(|(_, turned)| *turned == way)
                .map(|(place, _)| place)
        };
        let kept = [first_of(false), first_of(true)];
        for (_, (place, _)) in same.iter().filter(|(_, (place, _))| !kept.contains(&Some(*place))) {
            mark(&mut again, *place);
            doubled += 1;
        }
        match kept {
            [Some(one), Some(other)] => behind.push(one.max(other)), // the later in the file
            _ => every_one_turned = false,
        }
    }
    drop(known);
    if every_one_turned {
        let mut again = again.clone();
        behind.iter().for_each(|place| mark(&mut again, *place));
        let mut of_one_side = mesh.triangles.clone();
        keep(&mut of_one_side, &again);
        if edges(&of_one_side).0 == 0 {
            mesh.triangles = of_one_side;
            mesh.notes.push(Note::DoubledInsideOut(doubled + behind.len()));
            return;
        }
    }
    // A sheet without thickness is nothing but such pairs, and both its sides lie outside.
    if !behind.is_empty() && !every_one_turned {
        mesh.notes.push(Note::FaceToFace(behind.len()));
    }
    if doubled > 0 {
        keep(&mut mesh.triangles, &again);
        mesh.notes.push(Note::Doubled(doubled));
    }
}

fn mark(again: &mut [bool], place: u32) {
    if let Some(again) = again.get_mut(place as usize) {
        *again = true;
    }
}

fn keep(triangles: &mut Vec<[u32; 3]>, again: &[bool]) {
    let mut again = again.iter();
    triangles.retain(|_| !again.next().copied().unwrap_or_default());
}
