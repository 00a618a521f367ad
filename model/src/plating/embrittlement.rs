//! Hydrogen embrittlement as two separate rules: ASTM B633 with the bake hours of B850, and ASTM F1941 for fasteners.
//! Strength and hardness are judged each by its own column; one is never converted into the other.

use crate::data::embrittlement as table;

/// What ASTM B633 and B850 ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum B850 {
    /// Below the threshold of the procedures: nothing is asked.
    Nothing,
    /// The procedures begin here (1000 MPa, 31 HRC), no bake is asked by B633; B850's table already lists hours, if any.
    Watch {
        /// Hours of B850's table, where the value falls in one of its rows.
        hours: Option<u32>,
    },
    /// Bake at 190–220 °C for at least so many hours.
    Bake {
        /// Hours of B850's table.
        hours: Option<u32>,
    },
    /// Above 1700 MPa or 46 HRC, where B633 ends: do not electroplate with zinc.
    DoNotPlate,
}

/// Judges by tensile strength in MPa. The table counts whole megapascals: its first row, from 1001 on, begins above 1000.
pub fn by_strength(mpa: f64) -> B850 {
    judge(
        mpa,
        table::B850_WARN_MPA.value,
        table::BAKE_ABOVE_MPA.value,
        table::DO_NOT_PLATE_MPA.value,
        hours_by_strength(mpa),
    )
}

/// Judges by hardness in HRC.
pub fn by_hardness(hrc: f64) -> B850 {
    judge(
        hrc,
        table::B850_WARN_HRC.value,
        table::BAKE_ABOVE_HRC.value,
        table::DO_NOT_PLATE_HRC.value,
        hours_by_hardness(hrc),
    )
}

/// Hours of B850's table for a tensile strength in MPa, for any electrodeposit on steel.
pub fn hours_by_strength(mpa: f64) -> Option<u32> {
    let holds =
        |row: &&table::BakeRow| mpa > row.strength_low_mpa - 1.0 && mpa <= row.strength_high_mpa;
    table::BAKE_ROWS.iter().find(holds).map(|row| whole_hours(row.hours.value))
}

/// The same for a hardness in HRC. Where two rows of the table share a bound, the lower row, with the shorter bake, ends at it.
pub fn hours_by_hardness(hrc: f64) -> Option<u32> {
    let holds =
        |row: &&table::BakeRow| hrc >= table::B850_WARN_HRC.value && hrc <= row.hardness_high_hrc;
    table::BAKE_ROWS.iter().find(holds).map(|row| whole_hours(row.hours.value))
}

/// Whether ASTM F1941 calls a fastener of this hardness susceptible: above 39 HRC.
pub fn f1941_susceptible(hrc: f64) -> bool {
    hrc > table::F1941_HRC.value
}

fn judge(value: f64, watch: f64, bake: f64, stop: f64, hours: Option<u32>) -> B850 {
    if value > stop {
        B850::DoNotPlate
    } else if value > bake {
        B850::Bake { hours }
    } else if value >= watch {
        B850::Watch { hours }
    } else {
        B850::Nothing
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "hours of a table, 8 to 22"
)]
fn whole_hours(hours: f64) -> u32 {
    hours.round() as u32
}
