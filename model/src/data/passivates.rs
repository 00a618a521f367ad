//! Passivates on zinc and its alloys, with the letters and types by which standards call them.
//! A new passivate is a row of `PASSIVATES`.

use super::Listed;
use crate::words::{Text, text};

/// Which chromium a passivate holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chromium {
    /// No passivate.
    None,
    /// Chromium(VI).
    Hexavalent,
    /// Chromium(III).
    Trivalent,
}

/// A passivate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Passivate {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Which chromium.
    pub chromium: Chromium,
    /// Whether a sealer lies on it.
    pub sealed: bool,
    /// Finish letters of ISO 4042:1999; the first is the one written. Only A, B, C, D and R were read, the others are to be verified.
    pub iso4042: &'static [char],
    /// Finish type of ASTM B633; a sealer changes nothing about it.
    pub b633: Option<&'static str>,
}

/// Passivates, the plainest first.
pub static PASSIVATES: [Passivate; 12] = [
    Passivate {
        id: "none",
        name: text("None", "不钝化"),
        chromium: Chromium::None,
        sealed: false,
        iso4042: &['U', 'E', 'J'],
        b633: Some("Type I"),
    },
    Passivate {
        id: "trivalent_clear",
        name: text("Trivalent, clear or blue", "三价铬蓝白钝化"),
        chromium: Chromium::Trivalent,
        sealed: false,
        iso4042: &[],
        b633: Some("Type V"),
    },
    Passivate {
        id: "trivalent_iridescent",
        name: text("Trivalent, iridescent", "三价铬彩色钝化"),
        chromium: Chromium::Trivalent,
        sealed: false,
        iso4042: &[],
        b633: Some("Type VI"),
    },
    Passivate {
        id: "trivalent_black",
        name: text("Trivalent, black", "三价铬黑色钝化"),
        chromium: Chromium::Trivalent,
        sealed: false,
        iso4042: &[],
        b633: None,
    },
    Passivate {
        id: "trivalent_clear_sealed",
        name: text("Trivalent, clear or blue, sealed", "三价铬蓝白钝化＋封闭"),
        chromium: Chromium::Trivalent,
        sealed: true,
        iso4042: &[],
        b633: Some("Type V"),
    },
    Passivate {
        id: "trivalent_iridescent_sealed",
        name: text("Trivalent, iridescent, sealed", "三价铬彩色钝化＋封闭"),
        chromium: Chromium::Trivalent,
        sealed: true,
        iso4042: &[],
        b633: Some("Type VI"),
    },
    Passivate {
        id: "trivalent_black_sealed",
        name: text("Trivalent, black, sealed", "三价铬黑色钝化＋封闭"),
        chromium: Chromium::Trivalent,
        sealed: true,
        iso4042: &[],
        b633: None,
    },
    Passivate {
        id: "hexavalent_clear",
        name: text("Hexavalent, clear", "六价铬透明钝化"),
        chromium: Chromium::Hexavalent,
        sealed: false,
        iso4042: &['A'],
        b633: Some("Type III"),
    },
    Passivate {
        id: "hexavalent_bleached",
        name: text("Hexavalent, bleached blue", "六价铬漂白（蓝白）钝化"),
        chromium: Chromium::Hexavalent,
        sealed: false,
        iso4042: &['B', 'F', 'K'],
        b633: Some("Type III"),
    },
    Passivate {
        id: "hexavalent_yellow",
        name: text("Hexavalent, yellow iridescent", "六价铬彩黄钝化"),
        chromium: Chromium::Hexavalent,
        sealed: false,
        iso4042: &['C', 'G', 'L'],
        b633: Some("Type II"),
    },
    Passivate {
        id: "hexavalent_olive",
        name: text("Hexavalent, olive", "六价铬军绿（橄榄色）钝化"),
        chromium: Chromium::Hexavalent,
        sealed: false,
        iso4042: &['D', 'H', 'M'],
        b633: Some("Type II"),
    },
    Passivate {
        id: "hexavalent_black",
        name: text("Hexavalent, black", "六价铬黑色钝化"),
        chromium: Chromium::Hexavalent,
        sealed: false,
        iso4042: &['R', 'S', 'T'],
        b633: None,
    },
];

impl Listed for Passivate {
    fn all() -> &'static [Self] {
        &PASSIVATES
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

impl Passivate {
    /// No passivate.
    pub fn none() -> &'static Self {
        let [first, ..] = &PASSIVATES;
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_means_one_passivate() {
        let letters: Vec<char> =
            PASSIVATES.iter().flat_map(|passivate| passivate.iso4042).copied().collect();
        for letter in &letters {
            assert_eq!(letters.iter().filter(|other| *other == letter).count(), 1, "{letter}");
        }
        let written: String = PASSIVATES
            .iter()
            .filter(|p| p.chromium == Chromium::Hexavalent)
            .filter_map(|p| p.iso4042.first())
            .collect();
        assert_eq!(written, "ABCDR");
    }

    #[test]
    fn chromium_agrees_with_the_name() {
        assert_eq!((Passivate::none().id, Passivate::none().chromium), ("none", Chromium::None));
        for passivate in &PASSIVATES {
            assert_eq!(
                passivate.id.starts_with("hexavalent"),
                passivate.chromium == Chromium::Hexavalent
            );
            assert_eq!(
                passivate.id.starts_with("trivalent"),
                passivate.chromium == Chromium::Trivalent
            );
            assert_eq!(passivate.id.ends_with("sealed"), passivate.sealed);
        }
    }
}
