//! What a mesh measures.

use super::Mesh;
use std::f64::consts::PI;

/// A connected piece of the surface.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shell {
    /// Its area.
    pub area: f64,
    /// Its volume: below zero where its faces point inwards, as those of a void do.
    pub volume: f64,
    /// Lowest and highest corner.
    pub bounds: [[f64; 3]; 2],
    /// A corner of it.
    point: [f64; 3],
}

/// What a mesh measures, in the unit of the file.
#[derive(Clone, PartialEq, Debug)]
pub struct Measured {
    /// Area of the whole surface.
    pub area: f64,
    /// Volume by the divergence theorem, voids taken off; means something only where the surface is closed and points outwards.
    pub volume: f64,
    /// Lowest and highest corner.
    pub bounds: [[f64; 3]; 2],
    /// Triangles.
    pub triangles: usize,
    /// Triangles without area.
    pub degenerate: usize,
    /// Pieces of the surface that are not voids.
    pub bodies: usize,
    /// Pieces that point inwards and lie inside a body.
    pub voids: usize,
    /// Area of the voids, which no current reaches.
    pub void_area: f64,
    /// Pieces that point inwards and lie in no body: turned inside out.
    pub inverted: usize,
    /// Edges that have no triangle on their other side, or too many.
    pub open_edges: usize,
    /// Edges at which neighbours disagree about what is outside.
    pub turned_edges: usize,
}

impl Measured {
    /// Whether the surface is closed and knows its outside, so that its volume means something.
    pub const fn is_sound(&self) -> bool {
        self.open_edges == 0 && self.turned_edges == 0 && self.inverted == 0
    }

    /// Edges of its box.
    pub fn size(&self) -> [f64; 3] {
        let [low, high] = self.bounds;
        let mut size = high;
        size.iter_mut().zip(low).for_each(|(high, low)| *high -= low);
        size
    }
}

fn minus(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    [ax - bx, ay - by, az - bz]
}

fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    ax * bx + ay * by + az * bz
}

fn length(a: [f64; 3]) -> f64 {
    dot(a, a).sqrt()
}

/// Sets of corners that hang together.
struct Sets(Vec<u32>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..u32::try_from(count).unwrap_or(u32::MAX)).collect())
    }

    fn root(&mut self, of: u32) -> u32 {
        let mut place = of;
        while let Some(above) = self.0.get(place as usize).copied().filter(|above| *above != place)
        {
            let beyond = self.0.get(above as usize).copied().unwrap_or(above);
            if let Some(here) = self.0.get_mut(place as usize) {
                *here = beyond; // halves the way for the next
            }
            place = beyond;
        }
        place
    }

    fn unite(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(above) = self.0.get_mut(one.max(other) as usize) {
            *above = one.min(other);
        }
    }
}

/// Whether a volume is more than a box of these edges holds, as only that of bodies which overlap or are there twice is.
pub fn exceeds(volume: f64, [x, y, z]: [f64; 3]) -> bool {
    volume > x * y * z * (1.0 + SLACK)
}

/// What rounding may add to a volume.
const SLACK: f64 = 1e-6;

/// Looks at a triangle or at a box that finding voids may take: a few seconds. Shells that point inwards are sought in the boxes of the others only where
/// their triangles are more than that, and where their boxes are too, as with millions of loose triangles, none is taken for a void.
const MOST_LOOKS: usize = 100_000_000;

/// Measures a mesh.
///
/// Area: half the length of the cross product of two sides, summed. Volume: the divergence theorem, a sixth of the triple product of the
/// corners as seen from the middle of the box, so that a part far from the origin loses no digits.
pub fn measure(mesh: &Mesh, progress: &mut dyn FnMut(f64)) -> Measured {
    let mut sets = Sets::new(mesh.points.len());
    for [a, b, c] in mesh.triangles.iter().copied() {
        sets.unite(a, b);
        sets.unite(b, c);
    }
    progress(0.2);
    let bounds =
        mesh.points.iter().fold([[f64::INFINITY; 3], [f64::NEG_INFINITY; 3]], |bounds, point| {
            widened(bounds, point.map(f64::from))
        });
    let [low, high] = bounds;
    let mut middle = low;
    middle.iter_mut().zip(high).for_each(|(low, high)| *low = 0.5 * (*low + high));
    let mut places = vec![u32::MAX; mesh.points.len()];
    let mut shells: Vec<Shell> = Vec::new();
    let mut degenerate = 0;
    for triangle in &mesh.triangles {
        let corners = mesh.corners(*triangle);
        let [a, b, c] = corners.map(|corner| minus(corner, middle));
        let normal = cross(minus(b, a), minus(c, a));
        let area = 0.5 * length(normal);
        degenerate += usize::from(area <= 0.0);
        let [first, ..] = *triangle;
        let root = sets.root(first) as usize;
        let Some(place) = places.get_mut(root) else { continue };
        if *place == u32::MAX {
            *place = u32::try_from(shells.len()).unwrap_or(u32::MAX);
            let [corner, ..] = corners;
            shells.push(Shell {
                area: 0.0,
                volume: 0.0,
                bounds: [[f64::INFINITY; 3], [f64::NEG_INFINITY; 3]],
                point: corner,
            });
        }
        if let Some(shell) = shells.get_mut(*place as usize) {
            shell.area += area;
            shell.volume += dot(a, cross(b, c)); // six times the volume, so that a box of whole sizes stays exact
            shell.bounds = corners.into_iter().fold(shell.bounds, widened);
        }
    }
    shells.iter_mut().for_each(|shell| shell.volume /= 6.0);
    progress(0.5);
    let (open_edges, turned_edges) = edges(&mesh.triangles);
    progress(0.8);
    let mut measured = Measured {
        area: shells.iter().map(|shell| shell.area).sum(),
        volume: shells.iter().map(|shell| shell.volume).sum(),
        bounds,
        triangles: mesh.triangles.len(),
        degenerate,
        bodies: 0,
        voids: 0,
        void_area: 0.0,
        inverted: 0,
        open_edges,
        turned_edges,
    };
    let mut shell_of = |[first, ..]: [u32; 3]| {
        places.get(sets.root(first) as usize).map_or(usize::MAX, |place| *place as usize)
    };
    let inward = shells.iter().filter(|shell| shell.volume < 0.0).count();
    let (by_box, by_angle) = (
        inward.saturating_mul(shells.len()) <= MOST_LOOKS,
        inward.saturating_mul(mesh.triangles.len()) <= MOST_LOOKS,
    );
    for (place, shell) in shells.iter().enumerate() {
        if shell.volume >= 0.0 {
            measured.bodies += 1;
        } else if by_box
            && is_inside(
                mesh,
                place,
                &shells,
                by_angle.then_some(&mut shell_of as &mut dyn FnMut(_) -> _),
            )
        {
            measured.voids += 1;
            measured.void_area += shell.area;
        } else {
            measured.bodies += 1;
            measured.inverted += 1;
        }
    }
    progress(1.0);
    measured
}

fn widened(bounds: [[f64; 3]; 2], point: [f64; 3]) -> [[f64; 3]; 2] {
    let [mut low, mut high] = bounds;
    low.iter_mut().zip(point).for_each(|(low, at)| *low = low.min(at));
    high.iter_mut().zip(point).for_each(|(high, at)| *high = high.max(at));
    [low, high]
}

fn encloses(outer: &Shell, inner: &Shell) -> bool {
    let ([low, high], [inner_low, inner_high]) = (outer.bounds, inner.bounds);
    low.iter().zip(inner_low).all(|(outer, inner)| *outer <= inner)
        && high.iter().zip(inner_high).all(|(outer, inner)| *outer >= inner)
}

/// Whether a shell lies inside a body: in the box of one, and the other surfaces go round it, as the solid angle they fill says where the shell of each
/// triangle is asked for.
fn is_inside(
    mesh: &Mesh,
    shell: usize,
    shells: &[Shell],
    shell_of: Option<&mut dyn FnMut([u32; 3]) -> usize>,
) -> bool {
    let Some(this) = shells.get(shell) else { return false };
    let boxed = shells.iter().any(|one| one.volume > 0.0 && encloses(one, this));
    let Some(shell_of) = shell_of.filter(|_| boxed) else { return boxed };
    let others = mesh.triangles.iter().filter(|triangle| shell_of(**triangle) != shell);
    let angle: f64 = others
        .map(|triangle| {
            solid_angle(mesh.corners(*triangle).map(|corner| minus(corner, this.point)))
        })
        .sum();
    angle > 2.0 * PI // all round is 4 π
}

/// The solid angle of a triangle from the origin (Van Oosterom and Strackee, 1983); nothing where a corner is the origin.
fn solid_angle([a, b, c]: [[f64; 3]; 3]) -> f64 {
    let (la, lb, lc) = (length(a), length(b), length(c));
    if la <= 0.0 || lb <= 0.0 || lc <= 0.0 {
        return 0.0;
    }
    let below = la * lb * lc + dot(a, b) * lc + dot(b, c) * la + dot(c, a) * lb;
    2.0 * dot(a, cross(b, c)).atan2(below)
}

/// Edges that have no partner, and edges at which both sides run the same way round. Sorted by their ends, with the way they are run in the
/// last bit.
pub fn edges(triangles: &[[u32; 3]]) -> (usize, usize) {
    let mut all: Vec<u64> = Vec::with_capacity(3 * triangles.len());
    for [a, b, c] in triangles.iter().copied().filter(|[a, b, c]| a != b && b != c && c != a) {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            let (low, high) = (u64::from(from.min(to)), u64::from(from.max(to)));
            all.push(low << 33 | high << 1 | u64::from(from > to));
        }
    }
    all.sort_unstable();
    let (mut open, mut turned) = (0, 0);
    for same in all.chunk_by(|one, other| one >> 1 == other >> 1) {
        let backward = same.iter().filter(|edge| **edge & 1 == 1).count();
        let forward = same.len() - backward;
        if same.len() % 2 == 1 {
            open += 1;
        } else if forward != backward {
            turned += 1;
        }
    }
    (open, turned)
}
