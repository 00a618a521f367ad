//! What a load of a line holds, which limit comes first, and how many loads a lot takes.

/// What limits a load.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// The room in the barrel, or the places on the racks.
    Room,
    /// The current of the rectifier.
    Rectifier,
    /// The weight that the barrel may hold.
    Weight,
}

/// Parts of a barrel by its room: `V · fill · bulk density`, kg.
///
/// ```
/// use platewise_model::line::load::barrel_kg;
/// assert_eq!(barrel_kg(60.0, 0.5, 2.0), 60.0);
/// ```
pub fn barrel_kg(volume_l: f64, fill: f64, bulk_kg_per_l: f64) -> f64 {
    volume_l * fill * bulk_kg_per_l
}

/// Area that a current plates at a current density, dm².
pub fn area_by_current(current_a: f64, density_a_per_dm2: f64) -> f64 {
    current_a / density_a_per_dm2
}

/// Highest current density that a rectifier gives a load, A/dm²: what [`area_by_current`] undoes.
pub fn current_limit(rectifier_a: f64, load_area_m2: f64) -> f64 {
    rectifier_a / (100.0 * load_area_m2)
}

/// Pieces of a quotient of room, current or weight that are whole. One that should be whole may lie a rounding error below.
pub fn whole_pieces(pieces: f64) -> f64 {
    (pieces * (1.0 + 1e-12)).floor()
}

/// How a lot is put into loads.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Loads {
    /// Loads, whole.
    pub count: f64,
    /// Pieces in each on average.
    pub pieces: f64,
    /// Area of each on average, dm².
    pub area_dm2: f64,
}

/// Loads of a lot: as many as are needed, filled alike, since the area in a load sets its current.
///
/// 2,500 pieces of 0.2 dm² at 1,000 a load: three loads of 833 pieces.
/// ```
/// use platewise_model::line::load::loads;
/// let lot = loads(2500.0, 1000.0, 0.2).unwrap();
/// assert_eq!(lot.count, 3.0);
/// assert!((lot.area_dm2 - 2500.0 * 0.2 / 3.0).abs() < 1e-12);
/// ```
pub fn loads(pieces: f64, most_per_load: f64, area_dm2: f64) -> Option<Loads> {
    (most_per_load >= 1.0 && pieces >= 1.0).then(|| {
        let count = (pieces / most_per_load * (1.0 - 1e-12)).ceil();
        Loads { count, pieces: pieces / count, area_dm2: pieces * area_dm2 / count }
    })
}
