//! A mesh made coarse enough to be drawn many times a second.

use super::Mesh;
use rustc_hash::{FxHashMap, FxHashSet};

/// Cells along the longest edge of the box at first; halved until there are few enough triangles.
const FINEST: f32 = 96.0;

/// Corners of at most so many triangles, nine numbers each, inside a cube from −1 to 1: the mesh with its corners drawn together in the cells
/// of a grid.
pub fn preview(mesh: &Mesh, most: usize) -> Vec<f32> {
    // Twice a size, or a difference of two, can be more than single precision holds.
    let bounds = mesh.points.iter().fold(
        [[f64::INFINITY; 3], [f64::NEG_INFINITY; 3]],
        |[mut low, mut high], point| {
            low.iter_mut().zip(point).for_each(|(low, at)| *low = low.min(f64::from(*at)));
            high.iter_mut().zip(point).for_each(|(high, at)| *high = high.max(f64::from(*at)));
            [low, high]
        },
    );
    let [low, high] = bounds;
    let edges = [0, 1, 2]
        .map(|axis: usize| high.get(axis).zip(low.get(axis)).map_or(0.0, |(high, low)| high - low));
    let longest = edges.into_iter().fold(f64::from(f32::MIN_POSITIVE), f64::max);
    let placed = |point: [f32; 3]| {
        let mut placed = point;
        #[allow(clippy::cast_possible_truncation, reason = "between −1 and 1")]
        placed.iter_mut().zip(low).zip(edges).for_each(|((at, low), edge)| {
            *at = ((2.0 * (f64::from(*at) - low) - edge) / longest) as f32
        });
        placed
    };
    let corners = |triangle: &[u32; 3]| {
        triangle.map(|place| placed(mesh.points.get(place as usize).copied().unwrap_or_default()))
    };
    if mesh.triangles.len() <= most {
        return mesh.triangles.iter().flat_map(corners).flatten().collect();
    }
    let mut cells = FINEST;
    loop {
        let coarse = drawn_together(mesh, cells, &placed);
        if coarse.len() <= 9 * most || cells < 4.0 {
            return coarse.into_iter().take(9 * most).collect();
        }
        cells *= 0.7;
    }
}

fn drawn_together(mesh: &Mesh, cells: f32, placed: &dyn Fn([f32; 3]) -> [f32; 3]) -> Vec<f32> {
    let mut of_cell: FxHashMap<[i16; 3], u32> = FxHashMap::default();
    let mut middles: Vec<([f32; 3], f32)> = Vec::new();
    let mut cell_of = Vec::with_capacity(mesh.points.len());
    for point in &mesh.points {
        let at = placed(*point);
        #[allow(clippy::cast_possible_truncation, reason = "from −100 to 100")]
        let cell = at.map(|number| (number * 0.5 * cells).round() as i16);
        let place = *of_cell.entry(cell).or_insert_with(|| {
            middles.push(([0.0; 3], 0.0));
            u32::try_from(middles.len() - 1).unwrap_or(u32::MAX)
        });
        if let Some((sum, count)) = middles.get_mut(place as usize) {
            sum.iter_mut().zip(at).for_each(|(sum, at)| *sum += at);
            *count += 1.0;
        }
        cell_of.push(place);
    }
    let mut seen = FxHashSet::default();
    let mut all = Vec::new();
    for triangle in &mesh.triangles {
        let [a, b, c] =
            triangle.map(|place| cell_of.get(place as usize).copied().unwrap_or_default());
        let mut sorted = [a, b, c];
        sorted.sort_unstable();
        if a != b && b != c && c != a && seen.insert(sorted) {
            for place in [a, b, c] {
                let (sum, count) = middles.get(place as usize).copied().unwrap_or(([0.0; 3], 1.0));
                all.extend(sum.map(|sum| sum / count));
            }
        }
    }
    all
}
