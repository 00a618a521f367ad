//! What a stated thickness means, and what it takes on the mean.

use crate::data::Listed;
use crate::words::{Text, text};

/// What a stated thickness means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThicknessKind {
    /// Mean over the whole plated area, as plated.
    Average,
    /// Least on the significant surface of the finished part.
    Minimum,
    /// Mean over the finished parts of a batch, as ISO 4042 measures it.
    BatchAverage,
}

impl Listed for ThicknessKind {
    fn all() -> &'static [Self] {
        &[Self::Average, Self::Minimum, Self::BatchAverage]
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Average => "average",
            Self::Minimum => "minimum",
            Self::BatchAverage => "batch_average",
        }
    }

    fn name(&self) -> Text {
        match self {
            Self::Average => text("Average", "平均厚度"),
            Self::Minimum => text("Minimum", "最小厚度"),
            Self::BatchAverage => text("Batch average", "批平均厚度"),
        }
    }
}

/// The mean thickness as plated that a thickness of the stated kind needs, µm.
pub fn average_needed(kind: ThicknessKind, thickness_um: f64, loss_um: f64, ratio: f64) -> f64 {
    match kind {
        ThicknessKind::Average => thickness_um,
        ThicknessKind::Minimum => (thickness_um + loss_um) / ratio,
        ThicknessKind::BatchAverage => thickness_um + loss_um,
    }
}
