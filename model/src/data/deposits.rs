//! What is deposited: elements with their molar masses, and deposits with valence, density and reaction.
//! A new metal is a row of `OF_ZINC` or of `OTHERS`, with a row of `ELEMENTS` where the element is new.

use super::sources::{
    DERIVATION, ECIATO, GENERAL_KNOWLEDGE, IUPAC_1995, IUPAC_2021, JUDGEMENT, POSTERS,
};
use super::{Fact, Listed, Row, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// A chemical element.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Element {
    /// Chemical symbol.
    pub symbol: &'static str,
    /// Name.
    pub name: Text,
    /// Molar mass, g/mol.
    pub molar_mass: Fact,
    /// Density of the metal by itself, g/cm³.
    pub density: Fact,
}

/// The other metal of an alloy deposit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Alloying {
    /// Which metal.
    pub element: &'static Element,
    /// Electrons per atom of it.
    pub valence: u8,
    /// Its mass fraction in the deposit, with the usual range.
    pub fraction: Fact,
    /// Density of that metal by itself, g/cm³, for ideal mixing.
    pub density: Fact,
}

/// A metal out of a kind of bath: what a calculation of mass and thickness needs to know.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Deposit {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// The metal, as a noun inside a sentence.
    pub metal: Text,
    /// The element, or the main one of an alloy.
    pub element: &'static Element,
    /// Electrons per atom.
    pub valence: u8,
    /// The cathode reaction.
    pub reaction: &'static str,
    /// Density of the deposit, g/cm³.
    pub density: Fact,
    /// The other metal of an alloy.
    pub alloying: Option<Alloying>,
    /// Thickness to start from, µm, with the usual range.
    pub typical_thickness: Fact,
    /// Whether the current that deposits no metal makes hydrogen only: zinc and its alloys.
    pub hydrogen_only: bool,
}

/// Molar mass whose digits the table of 1995, which was read, prints like today's.
const fn unchanged(value: f64) -> Fact {
    point(Dimension::MolarMass, value, &IUPAC_1995, Sure::Standard)
}

/// Molar mass whose digits changed after 1995; the difference is at most 0.015 %.
const fn revised(value: f64) -> Fact {
    point(Dimension::MolarMass, value, &IUPAC_2021, Sure::Recalled)
}

/// Zinc.
pub static ZINC: Element = Element {
    symbol: "Zn",
    name: text("Zinc", "锌"),
    molar_mass: revised(65.38),
    density: ZINC_DENSITY,
};
/// Nickel.
pub static NICKEL: Element = Element {
    symbol: "Ni",
    name: text("Nickel", "镍"),
    molar_mass: unchanged(58.6934),
    density: NICKEL_DENSITY,
};
/// Iron.
pub static IRON: Element = Element {
    symbol: "Fe",
    name: text("Iron", "铁"),
    molar_mass: unchanged(55.845),
    density: IRON_DENSITY,
};
/// Copper.
pub static COPPER: Element = Element {
    symbol: "Cu",
    name: text("Copper", "铜"),
    molar_mass: unchanged(63.546),
    density: COPPER_DENSITY,
};
/// Chromium.
pub static CHROMIUM: Element = Element {
    symbol: "Cr",
    name: text("Chromium", "铬"),
    molar_mass: unchanged(51.9961),
    density: CHROMIUM_DENSITY,
};
/// Tin.
pub static TIN: Element = Element {
    symbol: "Sn",
    name: text("Tin", "锡"),
    molar_mass: unchanged(118.710),
    density: TIN_DENSITY,
};
/// Silver.
pub static SILVER: Element = Element {
    symbol: "Ag",
    name: text("Silver", "银"),
    molar_mass: unchanged(107.8682),
    density: SILVER_DENSITY,
};
/// Gold.
pub static GOLD: Element = Element {
    symbol: "Au",
    name: text("Gold", "金"),
    molar_mass: revised(196.966570),
    density: GOLD_DENSITY,
};
/// Cadmium.
pub static CADMIUM: Element = Element {
    symbol: "Cd",
    name: text("Cadmium", "镉"),
    molar_mass: revised(112.414),
    density: CADMIUM_DENSITY,
};
/// Cobalt.
pub static COBALT: Element = Element {
    symbol: "Co",
    name: text("Cobalt", "钴"),
    molar_mass: revised(58.933194),
    density: COBALT_DENSITY,
};

/// Every element.
pub static ELEMENTS: [&Element; 10] =
    [&ZINC, &NICKEL, &IRON, &COPPER, &CHROMIUM, &TIN, &SILVER, &GOLD, &CADMIUM, &COBALT];

/// Density as a handbook-type table prints it; low and high are what other tables print.
const fn printed(value: f64, low: f64, high: f64) -> Fact {
    fact(Dimension::Density, value, low, high, &ECIATO, Sure::Trade)
}

const ZINC_DENSITY: Fact = printed(7.14, 7.10, 7.14);
const NICKEL_DENSITY: Fact = printed(8.90, 8.80, 8.908);
const COPPER_DENSITY: Fact = printed(8.96, 8.92, 8.96);
const CHROMIUM_DENSITY: Fact = printed(7.19, 7.0, 7.2);
const TIN_DENSITY: Fact = printed(7.29, 7.29, 7.30);
const SILVER_DENSITY: Fact = printed(10.49, 10.49, 10.50);
const GOLD_DENSITY: Fact = printed(19.30, 19.30, 19.30);
const CADMIUM_DENSITY: Fact = printed(8.65, 8.65, 8.65);
const COBALT_DENSITY: Fact = printed(8.90, 8.90, 8.90);
/// The table behind the others misprints iron as 7.31, so this one rests on what is generally known.
const IRON_DENSITY: Fact =
    fact(Dimension::Density, 7.87, 7.87, 7.90, &GENERAL_KNOWLEDGE, Sure::Recalled);

const fn usual_um(value: f64, low: f64, high: f64) -> Fact {
    fact(Dimension::Thickness, value, low, high, &JUDGEMENT, Sure::Estimate)
}

/// Every deposit, in the order of the list it is chosen from: zinc and its alloys first.
pub static DEPOSITS: [Deposit; 16] = joined(OF_ZINC, OTHERS);

/// Zinc and its alloys by themselves: what deals with nothing else brings nothing else along.
pub static ZINC_DEPOSITS: [Deposit; 3] = OF_ZINC;

#[allow(clippy::indexing_slicing, reason = "when compiled, with places below the lengths")]
const fn joined(zinc: [Deposit; 3], others: [Deposit; 13]) -> [Deposit; 16] {
    let [first, ..] = zinc;
    let mut all = [first; 16];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < zinc.len() { zinc[place] } else { others[place - zinc.len()] };
        place += 1;
    }
    all
}

const OF_ZINC: [Deposit; 3] = [
    Deposit {
        id: "zinc",
        name: text("Zinc", "锌"),
        metal: text("zinc", "锌"),
        element: &ZINC,
        valence: 2,
        reaction: "Zn²⁺ + 2e⁻ → Zn",
        density: ZINC_DENSITY,
        alloying: None,
        typical_thickness: usual_um(8.0, 3.0, 25.0),
        hydrogen_only: true,
    },
    Deposit {
        id: "zinc_nickel",
        name: text("Zinc–nickel", "锌镍合金"),
        metal: text("zinc–nickel", "锌镍合金"),
        element: &ZINC,
        valence: 2,
        reaction: "Zn²⁺ + 2e⁻ → Zn; Ni²⁺ + 2e⁻ → Ni",
        // No measured density of the gamma phase was found.
        density: fact(Dimension::Density, 7.30, 7.20, 7.40, &JUDGEMENT, Sure::Estimate),
        alloying: Some(Alloying {
            element: &NICKEL,
            valence: 2,
            fraction: fact(Dimension::Fraction, 0.135, 0.12, 0.16, &POSTERS, Sure::Secondary),
            density: NICKEL_DENSITY,
        }),
        typical_thickness: usual_um(8.0, 5.0, 15.0),
        hydrogen_only: true,
    },
    Deposit {
        id: "zinc_iron",
        name: text("Zinc–iron", "锌铁合金"),
        metal: text("zinc–iron", "锌铁合金"),
        element: &ZINC,
        valence: 2,
        reaction: "Zn²⁺ + 2e⁻ → Zn; Fe²⁺ + 2e⁻ → Fe",
        // At some tenths of a per cent of iron, as zinc.
        density: fact(Dimension::Density, 7.14, 7.10, 7.16, &DERIVATION, Sure::Derived),
        alloying: Some(Alloying {
            element: &IRON,
            valence: 2,
            fraction: fact(Dimension::Fraction, 0.004, 0.0, 0.02, &JUDGEMENT, Sure::Estimate),
            density: IRON_DENSITY,
        }),
        typical_thickness: usual_um(8.0, 5.0, 15.0),
        hydrogen_only: true,
    },
];

const OTHERS: [Deposit; 13] = [
    Deposit {
        id: "nickel",
        name: text("Nickel", "镍"),
        metal: text("nickel", "镍"),
        element: &NICKEL,
        valence: 2,
        reaction: "Ni²⁺ + 2e⁻ → Ni",
        density: NICKEL_DENSITY,
        alloying: None,
        typical_thickness: usual_um(10.0, 3.0, 40.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "copper_cyanide",
        name: text("Copper, cyanide bath", "铜（氰化镀液）"),
        metal: text("copper", "铜"),
        element: &COPPER,
        valence: 1,
        reaction: "Cu⁺ + e⁻ → Cu",
        density: COPPER_DENSITY,
        alloying: None,
        typical_thickness: usual_um(3.0, 1.0, 15.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "copper_acid",
        name: text("Copper, acid bath", "铜（酸性镀液）"),
        metal: text("copper", "铜"),
        element: &COPPER,
        valence: 2,
        reaction: "Cu²⁺ + 2e⁻ → Cu",
        density: COPPER_DENSITY,
        alloying: None,
        typical_thickness: usual_um(15.0, 5.0, 40.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "chromium_hexavalent",
        name: text("Chromium, hexavalent bath", "铬（六价镀液）"),
        metal: text("chromium", "铬"),
        element: &CHROMIUM,
        valence: 6,
        reaction: "CrO₃ + 6H⁺ + 6e⁻ → Cr + 3H₂O",
        density: CHROMIUM_DENSITY,
        alloying: None,
        typical_thickness: usual_um(0.5, 0.1, 50.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "chromium_trivalent",
        name: text("Chromium, trivalent bath", "铬（三价镀液）"),
        metal: text("chromium", "铬"),
        element: &CHROMIUM,
        valence: 3,
        reaction: "Cr³⁺ + 3e⁻ → Cr",
        density: CHROMIUM_DENSITY,
        alloying: None,
        typical_thickness: usual_um(0.3, 0.1, 1.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "tin_acid",
        name: text("Tin, acid bath", "锡（酸性镀液）"),
        metal: text("tin", "锡"),
        element: &TIN,
        valence: 2,
        reaction: "Sn²⁺ + 2e⁻ → Sn",
        density: TIN_DENSITY,
        alloying: None,
        typical_thickness: usual_um(5.0, 1.0, 20.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "tin_stannate",
        name: text("Tin, stannate bath", "锡（锡酸盐镀液）"),
        metal: text("tin", "锡"),
        element: &TIN,
        valence: 4,
        reaction: "Sn(OH)₆²⁻ + 4e⁻ → Sn + 6OH⁻",
        density: TIN_DENSITY,
        alloying: None,
        typical_thickness: usual_um(5.0, 1.0, 20.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "silver",
        name: text("Silver", "银"),
        metal: text("silver", "银"),
        element: &SILVER,
        valence: 1,
        reaction: "Ag(CN)₂⁻ + e⁻ → Ag + 2CN⁻",
        density: SILVER_DENSITY,
        alloying: None,
        typical_thickness: usual_um(5.0, 1.0, 20.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "gold_cyanide",
        name: text("Gold, cyanide bath, Au(I)", "金（氰化镀液，一价）"),
        metal: text("gold", "金"),
        element: &GOLD,
        valence: 1,
        reaction: "Au(CN)₂⁻ + e⁻ → Au + 2CN⁻",
        density: GOLD_DENSITY,
        alloying: None,
        typical_thickness: usual_um(0.5, 0.05, 3.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "gold_iii",
        name: text("Gold, Au(III) bath", "金（三价金镀液）"),
        metal: text("gold", "金"),
        element: &GOLD,
        valence: 3,
        reaction: "Au³⁺ + 3e⁻ → Au",
        density: GOLD_DENSITY,
        alloying: None,
        typical_thickness: usual_um(0.5, 0.05, 3.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "cadmium",
        name: text("Cadmium", "镉"),
        metal: text("cadmium", "镉"),
        element: &CADMIUM,
        valence: 2,
        reaction: "Cd²⁺ + 2e⁻ → Cd",
        density: CADMIUM_DENSITY,
        alloying: None,
        typical_thickness: usual_um(8.0, 3.0, 25.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "iron",
        name: text("Iron", "铁"),
        metal: text("iron", "铁"),
        element: &IRON,
        valence: 2,
        reaction: "Fe²⁺ + 2e⁻ → Fe",
        density: IRON_DENSITY,
        alloying: None,
        typical_thickness: usual_um(20.0, 5.0, 200.0),
        hydrogen_only: false,
    },
    Deposit {
        id: "cobalt",
        name: text("Cobalt", "钴"),
        metal: text("cobalt", "钴"),
        element: &COBALT,
        valence: 2,
        reaction: "Co²⁺ + 2e⁻ → Co",
        density: COBALT_DENSITY,
        alloying: None,
        typical_thickness: usual_um(5.0, 1.0, 20.0),
        hydrogen_only: false,
    },
];

impl Listed for Deposit {
    fn all() -> &'static [Self] {
        &DEPOSITS
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

impl Deposit {
    /// The deposit to start from: zinc.
    pub fn usual() -> &'static Self {
        let [first, ..] = &DEPOSITS;
        first
    }

    /// Density of the main metal by itself, g/cm³, for ideal mixing.
    pub fn pure_density(&self) -> f64 {
        self.element.density.value
    }
}

/// The figures of this file. The density of an element stands with the deposits of it.
pub(super) fn rows(list: &mut Vec<Row>) {
    for element in ELEMENTS {
        list.push(row(element.name, text("Molar mass", "摩尔质量"), element.molar_mass));
    }
    for deposit in &DEPOSITS {
        list.push(row(deposit.name, text("Density of the deposit", "镀层密度"), deposit.density));
        list.push(row(
            deposit.name,
            text("Usual thickness", "常用厚度"),
            deposit.typical_thickness,
        ));
        if let Some(alloying) = &deposit.alloying {
            list.push(row(
                deposit.name,
                text("Share of the alloying metal", "合金元素质量分数"),
                alloying.fraction,
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deposit_is_there_once() {
        let wanted = [
            "zinc",
            "nickel",
            "copper_cyanide",
            "copper_acid",
            "chromium_hexavalent",
            "chromium_trivalent",
            "tin_acid",
            "tin_stannate",
            "silver",
            "gold_cyanide",
            "gold_iii",
            "cadmium",
            "iron",
            "cobalt",
            "zinc_nickel",
            "zinc_iron",
        ];
        assert_eq!(DEPOSITS.len(), wanted.len());
        for id in wanted {
            assert_eq!(DEPOSITS.iter().filter(|deposit| deposit.id == id).count(), 1, "{id}");
        }
    }

    /// g/(A·h) and density against the reference values of each metal, valence included.
    #[test]
    fn equivalents_and_densities_are_the_published_ones() {
        let wanted = [
            ("zinc", 1.2197, 7.14),
            ("nickel", 1.0950, 8.90),
            ("iron", 1.0418, 7.87),
            ("copper_cyanide", 2.3710, 8.96),
            ("copper_acid", 1.1855, 8.96),
            ("chromium_hexavalent", 0.3233, 7.19),
            ("chromium_trivalent", 0.6467, 7.19),
            ("tin_acid", 2.2146, 7.29),
            ("tin_stannate", 1.1073, 7.29),
            ("silver", 4.0247, 10.49),
            ("gold_cyanide", 7.3491, 19.30),
            ("gold_iii", 2.4497, 19.30),
            ("cadmium", 2.0972, 8.65),
            ("cobalt", 1.0994, 8.90),
        ];
        for (id, equivalent, density) in wanted {
            let deposit = Deposit::find(id).unwrap();
            let ours = 3600.0 * deposit.element.molar_mass.value
                / (f64::from(deposit.valence) * 96_485.332_12);
            assert!((ours - equivalent).abs() < 6e-5, "{id}: {ours}");
            assert!((deposit.density.value - density).abs() < 1e-9, "{id}");
        }
    }

    #[test]
    fn alloys_and_hydrogen() {
        assert_eq!(Deposit::usual().id, "zinc");
        for deposit in &DEPOSITS {
            assert_eq!(deposit.hydrogen_only, deposit.id.starts_with("zinc"), "{}", deposit.id);
            assert_eq!(
                deposit.alloying.is_some(),
                deposit.id.starts_with("zinc_"),
                "{}",
                deposit.id
            );
        }
        for deposit in DEPOSITS.iter().filter(|deposit| deposit.alloying.is_none()) {
            assert_eq!(deposit.density, deposit.element.density, "{}", deposit.id);
        }
        let alloying = Deposit::find("zinc_nickel").unwrap().alloying.unwrap();
        assert_eq!(
            (alloying.fraction.value, alloying.fraction.low, alloying.fraction.high),
            (0.135, 0.12, 0.16)
        );
    }
}
