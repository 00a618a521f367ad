//! What a person may give, with the words beside each field.

use crate::calculator::{Choice, Inputs};
use crate::data::deposits::Deposit;
use crate::units::{Area, Density, Mass, MassPerArea, Thickness};

/// What the coating is known by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Known {
    /// A code such as G90.
    #[choice(id = "designation", en = "Code", zh = "代号")]
    Designation,
    /// Mass per area of sheet.
    #[choice(id = "coating_weight", en = "Coating weight", zh = "镀层重量")]
    CoatingWeight,
    /// Thickness of a side.
    #[choice(id = "thickness", en = "Thickness", zh = "厚度")]
    Thickness,
    /// Gain in mass of a part.
    #[choice(id = "mass_gain", en = "Gain in mass", zh = "增重")]
    MassGain,
}

/// How many sides of a sheet the weight is on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Sides {
    /// One side.
    #[choice(id = "one", en = "One side", zh = "单面")]
    One,
    /// Both sides together, as standards state it.
    #[choice(id = "both", en = "Both sides", zh = "双面合计")]
    Both,
}

/// Inputs of the calculator of coating weight. What is not given takes its default.
#[derive(Clone, Default, Inputs)]
#[inputs(
    group(id = "known", en = "What is known", zh = "已知量"),
    group(id = "coating", en = "Coating", zh = "镀层")
)]
pub struct Inputs {
    #[input(
        label("Known", "已知"),
        help(
            "Code, coating weight, thickness or gain in mass; the others follow. If left empty, \
             it is the one that is given.",
            "代号、镀层重量、厚度或增重，其余由此算出；不选时以所填的为准。"
        ),
        group = "known",
        level = "essential"
    )]
    pub known: Option<Choice<Known>>,
    #[input(
        label("Coating code", "镀层代号"),
        help(
            "G90, G60 (hundredths of oz/ft², ASTM A653); Z275 (g/m², EN 10346, GB/T 2518), both \
             sides together; 60/60 or Z50/50 (g/m² of each side); ZE25/25 (tenths of a µm of \
             each side, EN 10152).",
            "G90、G60（0.01 oz/ft²，ASTM A653）；Z275（g/m²，EN 10346、GB/T 2518），均为双面\
             合计；60/60、Z50/50 为每面 g/m²；ZE25/25 为每面 0.1 µm（EN 10152）。"
        ),
        group = "known",
        level = "essential",
        placeholder = "G90"
    )]
    pub designation: Option<String>,
    #[input(
        label("Coating weight", "镀层重量"),
        help(
            "Per area of sheet. Whether of one side or of both together is said below.",
            "按钢板单面面积计；单面还是双面合计在下方选择。"
        ),
        range(0.001, 100000.0),
        nature = "decision",
        group = "known",
        level = "essential"
    )]
    pub coating_weight_g_per_m2: Option<MassPerArea>,
    #[input(
        label("Thickness", "厚度"),
        help("Mean over a side.", "单面平均值。"),
        range(0.0001, 10000.0),
        nature = "decision",
        group = "known",
        level = "essential"
    )]
    pub thickness_um: Option<Thickness>,
    #[input(
        label("Gain in mass", "增重"),
        help("Mass after coating less mass before, dry.", "镀后与镀前干重之差。"),
        range(0.000001, 1000000.0),
        nature = "example",
        group = "known",
        level = "essential"
    )]
    pub mass_gain_g: Option<Mass>,
    #[input(
        label("Coated area", "受镀面积"),
        help(
            "All of the surface that was coated: both faces of a sheet, each once.",
            "全部受镀表面：板件两面都计，各计一次。"
        ),
        range(0.0001, 10000000.0),
        nature = "example",
        group = "known"
    )]
    pub area_dm2: Option<Area>,
    #[input(
        label("Weight is of", "重量指"),
        help(
            "Codes and standards of sheet state both sides together; a thickness or a gain in mass is \
             taken by the coated surface, which is one side.",
            "板材代号与标准均指双面合计；厚度与增重按受镀表面计，即单面。"
        ),
        group = "coating",
        level = "essential"
    )]
    pub sides: Option<Choice<Sides>>,
    #[input(
        label("Deposit", "镀层"),
        help("Brings the density.", "决定密度。"),
        group = "coating",
        level = "essential",
        clears("density_g_per_cm3")
    )]
    pub deposit: Option<Choice<Deposit>>,
    #[input(
        label("Density of the coating", "镀层密度"),
        help(
            "Of the deposit, when you know it. Alloy coatings such as AZ and ZM need it.",
            "已知时填写镀层密度；AZ、ZM 等合金镀层必须填写。"
        ),
        range(0.5, 30.0),
        group = "coating"
    )]
    pub density_g_per_cm3: Option<Density>,
}
