//! What codes call deposits. A new deposit is a row of [`COATS`].

use crate::words::{Text, text};

/// A coating as codes know it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Coat {
    /// Stable name.
    pub id: &'static str,
    /// Name for people, as it stands inside a sentence.
    pub name: Text,
    /// Symbol in codes, in capitals; empty for what is only said in words.
    pub symbol: &'static str,
    /// Letter of ISO 4042:1999.
    pub letter: Option<char>,
    /// Id of the deposit that the calculators know.
    pub deposit: Option<&'static str>,
    /// Whether it is plated by current.
    pub electroplated: bool,
    /// Whether a chromate or passivate usually lies on it: zinc, its alloys and cadmium.
    pub is_passivated: bool,
}

impl Coat {
    /// The coating of a name.
    pub fn find(id: &str) -> Option<&'static Self> {
        COATS.iter().find(|coat| coat.id == id)
    }
}

/// Zinc, its alloys and cadmium.
const fn passivated(
    id: &'static str,
    name: Text,
    symbol: &'static str,
    letter: Option<char>,
    deposit: Option<&'static str>,
) -> Coat {
    Coat { id, name, symbol, letter, deposit, electroplated: true, is_passivated: true }
}

/// Other deposits of a current.
const fn plated(
    id: &'static str,
    name: Text,
    symbol: &'static str,
    letter: Option<char>,
    deposit: Option<&'static str>,
) -> Coat {
    Coat { id, name, symbol, letter, deposit, electroplated: true, is_passivated: false }
}

/// What no current plates.
const fn other(id: &'static str, name: Text) -> Coat {
    Coat {
        id,
        name,
        symbol: "",
        letter: None,
        deposit: None,
        electroplated: false,
        is_passivated: false,
    }
}

/// Every coating; longer symbols stand before those that they begin with.
pub static COATS: [Coat; 26] = [
    passivated(
        "zinc_nickel",
        text("zinc–nickel", "锌镍合金"),
        "ZNNI",
        Some('P'),
        Some("zinc_nickel"),
    ),
    passivated("zinc_cobalt", text("zinc–cobalt", "锌钴合金"), "ZNCO", Some('Q'), None),
    passivated("zinc_iron", text("zinc–iron", "锌铁合金"), "ZNFE", Some('R'), Some("zinc_iron")),
    passivated("zinc", text("zinc", "锌"), "ZN", Some('A'), Some("zinc")),
    passivated("cadmium", text("cadmium", "镉"), "CD", Some('B'), Some("cadmium")),
    plated("brass", text("brass (copper–zinc)", "黄铜（铜锌合金）"), "CUZN", Some('D'), None),
    plated("bronze", text("bronze (copper–tin)", "青铜（铜锡合金）"), "CUSN", Some('K'), None),
    plated("copper", text("copper", "铜"), "CU", Some('C'), Some("copper_acid")),
    plated("nickel", text("nickel", "镍"), "NI", Some('E'), Some("nickel")),
    plated("chromium", text("chromium", "铬"), "CR", None, None),
    plated("tin", text("tin", "锡"), "SN", Some('J'), Some("tin_acid")),
    plated("silver", text("silver", "银"), "AG", Some('L'), Some("silver")),
    plated("gold", text("gold", "金"), "AU", None, Some("gold_cyanide")),
    plated("iron", text("iron", "铁"), "FE", None, Some("iron")),
    plated("cobalt", text("cobalt", "钴"), "CO", None, Some("cobalt")),
    Coat {
        electroplated: false,
        ..plated("electroless_nickel", text("electroless nickel", "化学镍"), "", None, None)
    },
    other("electroless_copper", text("electroless copper", "化学铜")),
    other("hot_dip", text("hot-dip zinc", "热浸锌")),
    other("zinc_flake", text("zinc flake", "锌铝涂层（达克罗）")),
    other("sherardised", text("sherardised zinc", "渗锌")),
    other("mechanical_zinc", text("mechanical zinc", "机械镀锌")),
    other("phosphate", text("phosphate", "磷化")),
    other("black_oxide", text("black oxide", "发黑（发蓝）")),
    other("anodised", text("anodic oxide", "阳极氧化")),
    other("paint", text("paint or powder", "喷漆、喷粉")),
    other("electrocoat", text("electrocoat", "电泳漆")),
];
