//! Neutral salt spray: hours to white rust (the zinc) and red rust (the steel) by coating, passivate and thickness class.
//! Where sources disagree the range spans them and a note says so; of a mere range the value is its low end. There is no such
//! thing as hours per micrometre, and no conversion to years outdoors. A new system is a row of `SALT_SPRAY`.

use super::sources::{
    B633_SALT_SPRAY, FINISHING_COM_BOLTS, GUIDEBOOK_AUTOMOTIVE, GUIDEBOOK_BLACK_ZINC_NICKEL,
    GUIDEBOOK_CHROMATE, ISO_4042_SALT_SPRAY, POSTERS,
};
use super::{Fact, Row, Source, Sure, fact, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// What lies under the passivate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Coating {
    /// Zinc.
    Zinc,
    /// Zinc–nickel with 12 to 16 % nickel.
    ZincNickel,
}

impl Coating {
    /// The coating of a deposit, if there are hours for it.
    pub fn of_deposit(deposit: &str) -> Option<Self> {
        match deposit {
            "zinc" => Some(Self::Zinc),
            "zinc_nickel" => Some(Self::ZincNickel),
            _ => None,
        }
    }
}

/// Hours that a coating with a passivate stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SaltSpray {
    /// The coating.
    pub coating: Coating,
    /// Id of the passivate.
    pub passivate: &'static str,
    /// Thickness class, µm: the row holds from this minimum thickness on.
    pub thickness_um: f64,
    /// Hours to white rust.
    pub white_h: Option<Fact>,
    /// Hours to red rust.
    pub red_h: Option<Fact>,
    /// What to know about these hours.
    pub note: Option<Text>,
    /// The system in words.
    pub label: Text,
}

macro_rules! system {
    ($coating:ident $en_coating:literal $zh_coating:literal $um:literal um, $passivate:literal $en:literal $zh:literal, white $white:expr, red $red:expr, $note:expr) => {
        SaltSpray {
            coating: Coating::$coating,
            passivate: $passivate,
            thickness_um: $um as f64,
            white_h: $white,
            red_h: $red,
            note: $note,
            label: text(
                concat!($en_coating, " ", $um, " µm, ", $en),
                concat!($zh_coating, " ", $um, " µm，", $zh),
            ),
        }
    };
}

macro_rules! zinc {
    ($um:literal um, $($rest:tt)+) => { system!(Zinc "Zinc" "镀锌层" $um um, $($rest)+) };
}

macro_rules! zinc_nickel {
    ($um:literal um, $($rest:tt)+) => { system!(ZincNickel "Zinc–nickel" "锌镍镀层" $um um, $($rest)+) };
}

const fn hours(
    value: f64,
    low: f64,
    high: f64,
    source: &'static Source,
    sure: Sure,
) -> Option<Fact> {
    Some(fact(Dimension::Hours, value, low, high, source, sure))
}

/// Annex B of ISO 4042:1999.
const fn iso(value: f64) -> Option<Fact> {
    iso_span(value, value, value)
}

/// The same, with what ASTM B633 asks of such a finish in the range.
const fn iso_span(value: f64, low: f64, high: f64) -> Option<Fact> {
    hours(value, low, high, &ISO_4042_SALT_SPRAY, Sure::Trade)
}

const fn b633(value: f64, low: f64, high: f64) -> Option<Fact> {
    hours(value, low, high, &B633_SALT_SPRAY, Sure::Trade)
}

const fn automotive(value: f64, low: f64, high: f64) -> Option<Fact> {
    hours(value, low, high, &GUIDEBOOK_AUTOMOTIVE, Sure::Handbook)
}

const fn notes(low: f64, high: f64) -> Option<Fact> {
    hours(low, low, high, &POSTERS, Sure::Secondary)
}

const UNTREATED: Text = text(
    "Zinc without a passivate shows white rust in less than this time.",
    "未钝化的锌层在此时间之内即出现白锈。",
);
const HEXAVALENT_CLEAR: Text = text(
    "ISO 4042:1999. ASTM B633 asks 12 h to white rust of a colourless chromate; a handbook reports 24–100 h without a thickness.",
    "ISO 4042:1999。ASTM B633 对无色铬酸盐膜要求 12 h 无白锈；手册另载 24–100 h，未注明厚度。",
);
const HEXAVALENT_YELLOW: Text = text(
    "ISO 4042:1999. ASTM B633 asks 96 h to white rust of a coloured chromate; a handbook reports 100–200 h without a thickness.",
    "ISO 4042:1999。ASTM B633 对彩色铬酸盐膜要求 96 h 无白锈；手册另载 100–200 h，未注明厚度。",
);
const HEXAVALENT_OLIVE: Text = text(
    "ISO 4042:1999. ASTM B633 asks 96 h to white rust of a coloured chromate; a handbook reports 100–500 h without a thickness.",
    "ISO 4042:1999。ASTM B633 对彩色铬酸盐膜要求 96 h 无白锈；手册另载 100–500 h，未注明厚度。",
);
const TRIVALENT_CLEAR: Text = text(
    "The minimum of ASTM B633. Notes of the trade disagree: 24–72 h and 72–120 h. Barrel work is worse than rack work.",
    "ASTM B633 的最低要求。行业资料不一致：24–72 h 与 72–120 h 均有。滚镀件差于挂镀件。",
);
const TRIVALENT_IRIDESCENT: Text = text(
    "The minimum of ASTM B633. Other sources give 100 h in barrel and up to 200 h on rack. Barrel work is worse than rack work.",
    "ASTM B633 的最低要求。其他资料：滚镀 100 h，挂镀可达 200 h。滚镀件差于挂镀件。",
);
const TRIVALENT_BLACK: Text = text(
    "Notes of the trade disagree: 48–72 h and, optimistic, 72–120 h. Barrel work is worse than rack work.",
    "行业资料不一致：48–72 h，较乐观的为 72–120 h。滚镀件差于挂镀件。",
);
const SEALED_CLEAR: Text = text(
    "GM 3044 for 8–9 µm. Ford WSS-M12P17 asks 72–96 h to white and 360–384 h to red rust.",
    "GM 3044，厚度 8–9 µm。Ford WSS-M12P17 要求白锈 72–96 h、红锈 360–384 h。",
);
const SEALED_IRIDESCENT: Text = text(
    "GM 3044 for 8–9 µm. PS 1207-R asks 160 h in barrel and 200 h on rack to white rust, after 4 h at 120 °C (to verify).",
    "GM 3044，厚度 8–9 µm。PS 1207-R 要求经 120 °C、4 h 后白锈：滚镀 160 h、挂镀 200 h（待核实）。",
);
const SEALED_BLACK: Text = text("GM 3044 for 8–9 µm.", "GM 3044，厚度 8–9 µm。");
const SEALED_THICK: Text = text(
    "Red rust: one practitioner's figure for bolts with a thick passivate and sealer. White rust: as for 8 µm.",
    "红锈：厚膜钝化加封闭螺栓的个人实践数据。白锈：同 8 µm。",
);
const ZINC_NICKEL: Text = text(
    "Notes of the trade, which state no thickness; taken here for 8 µm and more.",
    "行业资料，未注明厚度；此处按 8 µm 及以上采用。",
);
const ZINC_NICKEL_BLACK: Text = text(
    "White rust: a handbook gives 24–48 h without a topcoat and 312 h with a post-dip, notes of the trade 96–200 h. No source states a thickness.",
    "白锈：手册为无后处理 24–48 h、浸后处理 312 h，行业资料为 96–200 h。均未注明厚度。",
);
const ZINC_NICKEL_BLACK_SEALED: Text = text(
    "White rust: a handbook gives 432 h with a sealer, notes of the trade 400–1000 h. No source states a thickness.",
    "白锈：手册为封闭后 432 h，行业资料为 400–1000 h。均未注明厚度。",
);

/// Every system, by coating, passivate and ascending thickness.
pub static SALT_SPRAY: [SaltSpray; 33] = [
    zinc!(5 um, "none" "no passivate" "不钝化", white hours(8.0, 0.0, 8.0, &GUIDEBOOK_CHROMATE, Sure::Handbook), red None, Some(UNTREATED)),
    zinc!(3 um, "hexavalent_clear" "hexavalent clear" "六价铬透明钝化", white iso(2.0), red iso(12.0), Some(HEXAVALENT_CLEAR)),
    zinc!(5 um, "hexavalent_clear" "hexavalent clear" "六价铬透明钝化", white iso_span(6.0, 6.0, 12.0), red iso(24.0), Some(HEXAVALENT_CLEAR)),
    zinc!(8 um, "hexavalent_clear" "hexavalent clear" "六价铬透明钝化", white iso_span(6.0, 6.0, 12.0), red iso(48.0), Some(HEXAVALENT_CLEAR)),
    zinc!(12 um, "hexavalent_clear" "hexavalent clear" "六价铬透明钝化", white iso_span(6.0, 6.0, 12.0), red iso(72.0), Some(HEXAVALENT_CLEAR)),
    zinc!(3 um, "hexavalent_bleached" "hexavalent bleached" "六价铬漂白钝化", white iso(6.0), red iso(12.0), None),
    zinc!(5 um, "hexavalent_bleached" "hexavalent bleached" "六价铬漂白钝化", white iso(12.0), red iso(36.0), None),
    zinc!(8 um, "hexavalent_bleached" "hexavalent bleached" "六价铬漂白钝化", white iso(24.0), red iso(72.0), None),
    zinc!(12 um, "hexavalent_bleached" "hexavalent bleached" "六价铬漂白钝化", white iso(24.0), red iso(96.0), None),
    zinc!(3 um, "hexavalent_yellow" "hexavalent yellow" "六价铬彩黄钝化", white iso(24.0), red iso(24.0), Some(HEXAVALENT_YELLOW)),
    zinc!(5 um, "hexavalent_yellow" "hexavalent yellow" "六价铬彩黄钝化", white iso_span(48.0, 48.0, 96.0), red iso(72.0), Some(HEXAVALENT_YELLOW)),
    zinc!(8 um, "hexavalent_yellow" "hexavalent yellow" "六价铬彩黄钝化", white iso_span(72.0, 72.0, 96.0), red iso(120.0), Some(HEXAVALENT_YELLOW)),
    zinc!(12 um, "hexavalent_yellow" "hexavalent yellow" "六价铬彩黄钝化", white iso_span(72.0, 72.0, 96.0), red iso(144.0), Some(HEXAVALENT_YELLOW)),
    zinc!(3 um, "hexavalent_olive" "hexavalent olive" "六价铬军绿钝化", white iso(24.0), red iso(24.0), Some(HEXAVALENT_OLIVE)),
    zinc!(5 um, "hexavalent_olive" "hexavalent olive" "六价铬军绿钝化", white iso_span(72.0, 72.0, 96.0), red iso(96.0), Some(HEXAVALENT_OLIVE)),
    zinc!(8 um, "hexavalent_olive" "hexavalent olive" "六价铬军绿钝化", white iso(96.0), red iso(144.0), Some(HEXAVALENT_OLIVE)),
    zinc!(12 um, "hexavalent_olive" "hexavalent olive" "六价铬军绿钝化", white iso(96.0), red iso(168.0), Some(HEXAVALENT_OLIVE)),
    zinc!(5 um, "hexavalent_black" "hexavalent black" "六价铬黑色钝化", white iso(12.0), red None, None),
    zinc!(8 um, "hexavalent_black" "hexavalent black" "六价铬黑色钝化", white iso(24.0), red iso(72.0), None),
    zinc!(12 um, "hexavalent_black" "hexavalent black" "六价铬黑色钝化", white iso(24.0), red iso(96.0), None),
    zinc!(5 um, "trivalent_clear" "trivalent clear" "三价铬蓝白钝化", white b633(72.0, 24.0, 120.0), red None, Some(TRIVALENT_CLEAR)),
    zinc!(5 um, "trivalent_iridescent" "trivalent iridescent" "三价铬彩色钝化", white b633(120.0, 100.0, 200.0), red None, Some(TRIVALENT_IRIDESCENT)),
    zinc!(5 um, "trivalent_black" "trivalent black" "三价铬黑色钝化", white notes(48.0, 120.0), red None, Some(TRIVALENT_BLACK)),
    zinc!(8 um, "trivalent_clear_sealed" "trivalent clear, sealed" "三价铬蓝白钝化＋封闭",
        white automotive(120.0, 72.0, 120.0), red automotive(240.0, 240.0, 384.0), Some(SEALED_CLEAR)),
    zinc!(8 um, "trivalent_iridescent_sealed" "trivalent iridescent, sealed" "三价铬彩色钝化＋封闭",
        white automotive(120.0, 120.0, 200.0), red automotive(360.0, 360.0, 360.0), Some(SEALED_IRIDESCENT)),
    zinc!(15 um, "trivalent_iridescent_sealed" "trivalent iridescent, sealed" "三价铬彩色钝化＋封闭",
        white automotive(120.0, 120.0, 200.0), red hours(600.0, 360.0, 600.0, &FINISHING_COM_BOLTS, Sure::Trade), Some(SEALED_THICK)),
    zinc!(8 um, "trivalent_black_sealed" "trivalent black, sealed" "三价铬黑色钝化＋封闭",
        white automotive(120.0, 120.0, 120.0), red automotive(240.0, 240.0, 240.0), Some(SEALED_BLACK)),
    zinc_nickel!(8 um, "trivalent_clear" "trivalent clear" "三价铬蓝白钝化", white notes(120.0, 200.0), red notes(500.0, 1000.0), Some(ZINC_NICKEL)),
    zinc_nickel!(8 um, "trivalent_iridescent" "trivalent iridescent" "三价铬彩色钝化",
        white notes(200.0, 400.0), red notes(720.0, 1500.0), Some(ZINC_NICKEL)),
    zinc_nickel!(8 um, "trivalent_black" "trivalent black" "三价铬黑色钝化",
        white hours(24.0, 24.0, 200.0, &GUIDEBOOK_BLACK_ZINC_NICKEL, Sure::Handbook), red notes(500.0, 1000.0), Some(ZINC_NICKEL_BLACK)),
    zinc_nickel!(8 um, "trivalent_clear_sealed" "trivalent clear, sealed" "三价铬蓝白钝化＋封闭",
        white notes(400.0, 1000.0), red notes(1000.0, 2000.0), Some(ZINC_NICKEL)),
    zinc_nickel!(8 um, "trivalent_iridescent_sealed" "trivalent iridescent, sealed" "三价铬彩色钝化＋封闭",
        white notes(400.0, 1000.0), red notes(1000.0, 2000.0), Some(ZINC_NICKEL)),
    zinc_nickel!(8 um, "trivalent_black_sealed" "trivalent black, sealed" "三价铬黑色钝化＋封闭",
        white hours(432.0, 400.0, 1000.0, &GUIDEBOOK_BLACK_ZINC_NICKEL, Sure::Handbook), red notes(1000.0, 2000.0), Some(ZINC_NICKEL_BLACK_SEALED)),
];

/// The hours of a system: of its rows, the one with the greatest thickness that the given minimum (µm) still reaches.
pub fn salt_spray(
    coating: Coating,
    passivate: &str,
    minimum_thickness_um: f64,
) -> Option<&'static SaltSpray> {
    SALT_SPRAY
        .iter()
        .filter(|system| {
            system.coating == coating
                && system.passivate == passivate
                && system.thickness_um <= minimum_thickness_um + ROUNDING_UM
        })
        .max_by(|one, other| one.thickness_um.total_cmp(&other.thickness_um))
}

/// A thickness that was computed back from itself may fall short by rounding.
const ROUNDING_UM: f64 = 1e-6;

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    for system in &SALT_SPRAY {
        list.extend(system.white_h.map(|hours| {
            row(system.label, text("Salt spray to white rust", "中性盐雾，出现白锈"), hours)
        }));
        list.extend(system.red_h.map(|hours| {
            row(system.label, text("Salt spray to red rust", "中性盐雾，出现红锈"), hours)
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Listed;
    use crate::data::passivates::Passivate;

    fn pair(passivate: &str, um: f64) -> (Option<f64>, Option<f64>) {
        let system = salt_spray(Coating::Zinc, passivate, um);
        (
            system.and_then(|s| s.white_h).map(|f| f.value),
            system.and_then(|s| s.red_h).map(|f| f.value),
        )
    }

    /// White and red hours at 3, 5, 8 and 12 µm, typed from the reference table.
    #[test]
    fn hexavalent_hours_are_those_of_the_reference() {
        let wanted = [
            ("hexavalent_clear", [(2.0, 12.0), (6.0, 24.0), (6.0, 48.0), (6.0, 72.0)]),
            ("hexavalent_bleached", [(6.0, 12.0), (12.0, 36.0), (24.0, 72.0), (24.0, 96.0)]),
            ("hexavalent_yellow", [(24.0, 24.0), (48.0, 72.0), (72.0, 120.0), (72.0, 144.0)]),
            ("hexavalent_olive", [(24.0, 24.0), (72.0, 96.0), (96.0, 144.0), (96.0, 168.0)]),
        ];
        for (passivate, hours) in wanted {
            for (um, (white, red)) in [3.0, 5.0, 8.0, 12.0].into_iter().zip(hours) {
                assert_eq!(pair(passivate, um), (Some(white), Some(red)), "{passivate} {um}");
            }
            assert_eq!(pair(passivate, 2.9), (None, None));
        }
        assert_eq!(pair("hexavalent_black", 3.0), (None, None));
        assert_eq!(pair("hexavalent_black", 5.0), (Some(12.0), None));
        assert_eq!(pair("hexavalent_black", 8.0), (Some(24.0), Some(72.0)));
        assert_eq!(pair("hexavalent_black", 40.0), (Some(24.0), Some(96.0)));
    }

    #[test]
    fn trivalent_hours_are_those_of_the_reference() {
        assert_eq!(pair("trivalent_clear", 8.0), (Some(72.0), None));
        assert_eq!(pair("trivalent_iridescent", 8.0), (Some(120.0), None));
        assert_eq!(pair("trivalent_clear_sealed", 9.0), (Some(120.0), Some(240.0)));
        assert_eq!(pair("trivalent_iridescent_sealed", 9.0), (Some(120.0), Some(360.0)));
        assert_eq!(pair("trivalent_iridescent_sealed", 15.0), (Some(120.0), Some(600.0)));
        let zinc_nickel = salt_spray(Coating::ZincNickel, "trivalent_clear", 8.0)
            .and_then(|system| system.red_h)
            .unwrap();
        assert_eq!((zinc_nickel.low, zinc_nickel.high), (500.0, 1000.0));
    }

    #[test]
    fn systems_are_known_passivates_each_thickness_once_and_red_comes_after_white() {
        for system in &SALT_SPRAY {
            assert!(Passivate::find(system.passivate).is_some(), "{}", system.passivate);
            assert_eq!(
                SALT_SPRAY.iter().filter(|other| other.label == system.label).count(),
                1,
                "{}",
                system.label.en
            );
            if let (Some(white), Some(red)) = (system.white_h, system.red_h) {
                assert!(white.value <= red.value, "{}", system.label.en);
            }
        }
        for passivate in Passivate::all() {
            assert!(salt_spray(Coating::Zinc, passivate.id, 25.0).is_some(), "{}", passivate.id);
        }
    }
}
