//! What a person may give, with the words beside each field. Names are those of the JSON; they end in their unit.

use crate::calculator::{Choice, Curve, Inputs, Mount};
use crate::data::Listed;
use crate::data::baths::Bath;
use crate::data::deposits::Deposit;
use crate::data::passivates::Passivate;
use crate::data::thickness::PartClass;
use crate::data::threads::{PlatedThread, TolerancePosition};
pub use crate::plating::thickness::ThicknessKind;
use crate::units::{
    Area, Count, Current, CurrentDensity, Density, Fraction, Hardness, LoadMass, Mass, Minutes,
    Ratio, SpecificArea, Stress, Temperature, Thickness, Voltage,
};
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};

/// Which quantity is found from the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum SolveFor {
    /// Plating time.
    #[choice(id = "time", en = "Time", zh = "时间")]
    Time,
    /// Thickness.
    #[choice(id = "thickness", en = "Thickness", zh = "厚度")]
    Thickness,
    /// Current density.
    #[choice(id = "current_density", en = "Current density", zh = "电流密度")]
    CurrentDensity,
    /// Cathode current efficiency.
    #[choice(id = "efficiency", en = "Efficiency", zh = "电流效率")]
    Efficiency,
}

/// How long threaded parts are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum LengthOfBolt {
    /// Up to 5 diameters.
    #[choice(id = "up_to_5d", en = "Up to 5 diameters", zh = "不超过 5 倍直径")]
    UpTo5,
    /// Over 5, up to 10 diameters.
    #[choice(id = "5d_to_10d", en = "Over 5, up to 10 diameters", zh = "5 倍以上至 10 倍直径")]
    UpTo10,
    /// Over 10, up to 15 diameters.
    #[choice(id = "10d_to_15d", en = "Over 10, up to 15 diameters", zh = "10 倍以上至 15 倍直径")]
    UpTo15,
}

/// Where the efficiency comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum EfficiencyMode {
    /// One number.
    #[choice(id = "fixed", en = "A number", zh = "给定值")]
    Fixed,
    /// A curve over current density.
    #[choice(id = "curve", en = "Curve", zh = "曲线")]
    Curve,
    /// A part that was plated and measured.
    #[choice(id = "calibrated", en = "Measured part", zh = "实测标定")]
    Calibrated,
}

/// How a calibration part was measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum CalibrationBy {
    /// Its mean thickness.
    #[choice(id = "thickness", en = "Thickness", zh = "厚度")]
    Thickness,
    /// Its gain in weight.
    #[choice(id = "mass", en = "Weight gain", zh = "增重")]
    Mass,
}

/// How the current is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum CurrentBasis {
    /// As a current density.
    #[choice(id = "density", en = "Per area", zh = "电流密度")]
    Density,
    /// As the amperes of the whole load.
    #[choice(id = "total", en = "Total amperes", zh = "总电流")]
    Total,
}

/// How the work is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum WorkBasis {
    /// As an area.
    #[choice(id = "area", en = "Area", zh = "面积")]
    Area,
    /// As a number of pieces of one area.
    #[choice(id = "pieces", en = "Pieces", zh = "件数")]
    Pieces,
    /// As the weight of a load.
    #[choice(id = "load", en = "Weight", zh = "重量")]
    Load,
}

/// Where the density of an alloy comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum DensityModel {
    /// The value that ships for this deposit.
    #[choice(id = "typical", en = "Typical", zh = "典型值")]
    Typical,
    /// Ideal mixing of the elements.
    #[choice(id = "ideal_mixing", en = "Ideal mixing", zh = "理想混合")]
    IdealMixing,
}

const WINDOW: Text = text(
    "Rack {0} to {1}, {2} to {3}, efficiency {4} to {5}",
    "挂镀 {0} 至 {1}，{2} 至 {3}，电流效率 {4} 至 {5}",
);

/// The reaction, and with it the valence, of a deposit.
fn reaction(deposit: &str) -> Option<Phrase> {
    Deposit::find(deposit)
        .map(|deposit| phrase(symbol("{0}"), [Arg::Name(deposit.reaction.to_owned())]))
}

/// Only the baths that give the deposit in force.
fn of_deposit(chosen: &dyn Fn(&str) -> String, bath: &str) -> bool {
    Bath::find(bath).is_some_and(|bath| bath.deposit == chosen("deposit"))
}

/// The window of a bath.
fn window(bath: &str) -> Option<Phrase> {
    let bath = Bath::find(bath)?;
    let ends = [bath.rack.current_density, bath.temperature, bath.efficiency]
        .map(|fact| [fact.low, fact.high].map(|end| Arg::Quantity(fact.dimension, end)));
    Some(phrase(WINDOW, ends.concat()))
}

/// Inputs of the plating-time calculator. What is not given takes its default.
#[derive(Clone, Default, Inputs)]
#[inputs(
    group(id = "find", en = "Find", zh = "求解"),
    group(id = "bath", en = "Deposit and bath", zh = "镀层与镀液"),
    group(id = "thickness", en = "Thickness and shape", zh = "厚度与形状"),
    group(id = "current", en = "Current, time and efficiency", zh = "电流、时间与效率"),
    group(id = "work", en = "Work", zh = "工件量"),
    folded(id = "steel", en = "Steel and thread", zh = "钢材与螺纹"),
    folded(id = "details", en = "Electricity, temperature, density", zh = "电能、温度、密度")
)]
pub struct Inputs {
    #[input(
        label("Find", "求解"),
        help("The quantity to find; the others are given.", "要求解的量，其余为已知量。"),
        group = "find",
        level = "essential"
    )]
    pub solve_for: Option<Choice<SolveFor>>,
    #[input(
        label("Coating code", "镀层代号"),
        help(
            "As on the drawing: A3C, Fe/Zn 8, Fe//ZnNi8//An//T2, B633 SC3, Fe/Ep·Zn8·c2C, or \
             words such as “zinc 8 µm, blue”. It sets deposit, thickness, passivate and rack \
             or barrel where you do not.",
            "按图纸填写：A3C、Fe/Zn 8、Fe//ZnNi8//An//T2、B633 SC3、Fe/Ep·Zn8·c2C，或“镀锌 \
             8μm”。未另行填写时，由代号决定镀层、厚度、钝化和挂镀/滚镀。"
        ),
        group = "thickness",
        after = "zinc_loss_um",
        placeholder = "A3C"
    )]
    pub designation: Option<String>,
    #[input(
        label("Deposit", "镀层"),
        help(
            "The metal and the valence it is reduced from. The valence decides the charge: \
             chromium from chromic acid takes six electrons an atom.",
            "沉积金属及其被还原的价态。价态决定电量：铬酸镀铬每个原子需要六个电子。"
        ),
        group = "bath",
        clears("bath"),
        about = "reaction"
    )]
    pub deposit: Option<Choice<Deposit>>,
    #[input(
        label("Bath", "镀液"),
        help(
            "Sets the window of current density, the efficiency and the voltage.",
            "决定电流密度范围、阴极电流效率和槽电压。"
        ),
        group = "bath",
        level = "essential",
        after = "iron_fraction",
        offered = "of_deposit",
        about = "window"
    )]
    pub bath: Option<Choice<Bath>>,
    #[input(
        label("Rack or barrel", "挂镀或滚镀"),
        help(
            "In a barrel only part of the load is plated at any moment.",
            "滚镀时任一时刻只有部分工件受镀。"
        ),
        group = "bath",
        level = "essential",
        after = "bath",
        clears("part_class")
    )]
    pub rack_or_barrel: Option<Choice<Mount>>,
    #[input(
        label("Nickel in the deposit", "镀层含镍量"),
        help(
            "Mass fraction. 12–16 % is the usual gamma phase.",
            "质量分数，常用 γ 相为 12–16 %。"
        ),
        range(0.05, 0.2),
        group = "bath"
    )]
    pub nickel_fraction: Option<Fraction>,
    #[input(
        label("Iron in the deposit", "镀层含铁量"),
        help("Mass fraction.", "质量分数。"),
        range(0.0, 0.02),
        group = "bath"
    )]
    pub iron_fraction: Option<Fraction>,
    #[input(
        label("Density from", "密度取值"),
        help(
            "Ideal mixing weighs the elements; real phases differ by a per cent or two.",
            "理想混合按元素加权，实际物相会有百分之一二的差别。"
        ),
        group = "details",
        level = "expert",
        after = "temperature_c"
    )]
    pub density_model: Option<Choice<DensityModel>>,
    #[input(
        label("Density of the deposit", "镀层密度"),
        help(
            "Of the deposit, not of the massive metal, when you know it.",
            "若已知，请填镀层密度而非块体金属密度。"
        ),
        range(0.5, 30.0),
        group = "details",
        level = "expert",
        after = "density_model"
    )]
    pub density_g_per_cm3: Option<Density>,
    #[input(
        label("Thickness", "厚度"),
        help(
            "Say below which thickness is meant. 1 丝 is 10 µm.",
            "请在下方说明是哪种厚度。1 丝等于 10 µm。"
        ),
        range(0.001, 10000.0),
        nature = "decision",
        group = "thickness",
        level = "essential"
    )]
    pub thickness_um: Option<Thickness>,
    #[input(
        label("Thickness is", "厚度含义"),
        help(
            "Average over the whole area, minimum on the significant surface of the finished \
             part, or batch average after ISO 4042.",
            "整个受镀面积上的平均值、成品主要表面上的最小值，或按 ISO 4042 的批平均值。"
        ),
        group = "thickness",
        level = "essential"
    )]
    pub thickness_kind: Option<Choice<ThicknessKind>>,
    #[input(
        label("Shape of the part", "工件形状"),
        help(
            "Decides how much thinner the thinnest place is than the average.",
            "决定最薄处比平均厚度薄多少。"
        ),
        group = "thickness",
        level = "essential"
    )]
    pub part_class: Option<Choice<PartClass>>,
    #[input(
        label("Minimum ÷ average", "最小厚度 ÷ 平均厚度"),
        help(
            "Measure one part and put its own ratio here: this estimate often decides the \
             answer.",
            "请实测一件工件并填入其比值：该估计值往往决定结果。"
        ),
        range(0.01, 1.0),
        group = "thickness"
    )]
    pub minimum_to_average: Option<Ratio>,
    #[input(
        label("Passivate", "钝化"),
        help(
            "The conversion coat after plating. It dissolves a little zinc.",
            "镀后的转化膜，会溶去少量锌层。"
        ),
        group = "thickness"
    )]
    pub passivate: Option<Choice<Passivate>>,
    #[input(
        label("Zinc lost in dip and passivate", "出光与钝化溶锌"),
        help(
            "Taken off the deposit after plating, so added before the minimum.",
            "镀后被溶去，因此在最小厚度之前加上。"
        ),
        range(0.0, 10.0),
        group = "thickness"
    )]
    pub zinc_loss_um: Option<Thickness>,
    #[input(
        label("Current is known as", "电流已知为"),
        help(
            "Current density, or the amperes on the rectifier for the whole load.",
            "电流密度，或整槽工件的整流器总电流。"
        ),
        group = "current"
    )]
    pub current_basis: Option<Choice<CurrentBasis>>,
    #[input(
        label("Current density", "电流密度"),
        help(
            "Mean over the whole plated area; in a barrel over the area of the whole load.",
            "整个受镀面积上的平均值；滚镀时按全部装载面积计。"
        ),
        range(0.0001, 1000.0),
        nature = "decision",
        group = "current",
        level = "essential"
    )]
    pub current_density_a_per_dm2: Option<CurrentDensity>,
    #[input(
        label("Total current", "总电流"),
        help("What the rectifier shows for this load.", "整流器对该批工件的读数。"),
        range(0.0001, 1000000.0),
        nature = "decision",
        group = "current"
    )]
    pub current_a: Option<Current>,
    #[input(
        label("Share of the load in contact", "受镀面积占比"),
        help(
            "In a barrel only the outside of the heap is plated at a time; the current \
             density there is higher by this share.",
            "滚镀时同一时刻只有外层工件受镀，其实际电流密度按此比例升高。"
        ),
        range(0.05, 1.0),
        group = "bath"
    )]
    pub contact_fraction: Option<Fraction>,
    #[input(
        label("Plating time", "电镀时间"),
        help("Time with current on.", "通电时间。"),
        range(0.0001, 1000000.0),
        nature = "decision",
        group = "current"
    )]
    pub time_min: Option<Minutes>,
    #[input(
        label("Efficiency from", "电流效率取自"),
        help(
            "One number, the bath's curve at the working current density, or a part that you \
             plated and measured.",
            "给定值、镀液在工作电流密度下的曲线值，或由实测工件标定。"
        ),
        group = "current"
    )]
    pub efficiency_mode: Option<Choice<EfficiencyMode>>,
    #[input(
        label("Cathode current efficiency", "阴极电流效率"),
        help("The share of the current that deposits metal.", "用于沉积金属的电流所占比例。"),
        range(0.0001, 1.0),
        group = "current"
    )]
    pub efficiency: Option<Fraction>,
    #[input(
        label("Efficiency curve", "电流效率曲线"),
        help(
            "Current density in A/dm² and efficiency in %, one pair a line.",
            "每行一对：电流密度（A/dm²）与电流效率（%）。"
        ),
        group = "current"
    )]
    pub efficiency_curve: Option<Curve>,
    #[input(
        label("Measured", "测量方式"),
        help(
            "Mean thickness of the calibration part, or its gain in weight.",
            "标定件的平均厚度，或其增重。"
        ),
        group = "current"
    )]
    pub calibration_by: Option<Choice<CalibrationBy>>,
    #[input(
        label("Measured mean thickness", "实测平均厚度"),
        help(
            "Mean over the calibration part, not its thickest place.",
            "标定件的平均厚度，而非最厚处。"
        ),
        range(0.001, 10000.0),
        nature = "example",
        group = "current"
    )]
    pub calibration_thickness_um: Option<Thickness>,
    #[input(
        label("Measured weight gain", "实测增重"),
        help("Weight after plating less weight before, dry.", "镀后与镀前干重之差。"),
        range(0.000001, 1000000.0),
        nature = "example",
        group = "current"
    )]
    pub calibration_mass_g: Option<Mass>,
    #[input(
        label("Area of that part", "标定件面积"),
        help("Plated area of the calibration part.", "标定件的受镀面积。"),
        range(0.0001, 1000000.0),
        nature = "example",
        group = "current"
    )]
    pub calibration_area_dm2: Option<Area>,
    #[input(
        label("Time it was plated", "标定件电镀时间"),
        help("Time with current on.", "通电时间。"),
        range(0.0001, 1000000.0),
        nature = "example",
        group = "current"
    )]
    pub calibration_time_min: Option<Minutes>,
    #[input(
        label("Current density it was plated at", "标定件电流密度"),
        help("Mean over its area.", "其面积上的平均值。"),
        range(0.0001, 1000.0),
        nature = "example",
        group = "current"
    )]
    pub calibration_current_density_a_per_dm2: Option<CurrentDensity>,
    #[input(
        label("Work is known as", "工件量已知为"),
        help(
            "An area, pieces of one area, or the weight of a load.",
            "面积、单件面积与件数，或装载重量。"
        ),
        group = "work"
    )]
    pub work_basis: Option<Choice<WorkBasis>>,
    #[input(
        label("Plated area", "受镀面积"),
        help(
            "Of the whole work, or of one piece when pieces are counted. Count both faces, once.",
            "全部工件的面积；按件数计时为单件面积。两面都要计，但只计一次。"
        ),
        range(0.0001, 10000000.0),
        nature = "example",
        group = "work"
    )]
    pub area_dm2: Option<Area>,
    #[input(
        label("Pieces", "件数"),
        help("Number of parts in the load.", "该批工件的件数。"),
        range(1.0, 100000000.0),
        nature = "example",
        group = "work",
        after = "area_dm2_per_kg"
    )]
    pub pieces: Option<Count>,
    #[input(
        label("Weight of the load", "装载重量"),
        help("Parts only, without the barrel.", "仅工件重量，不含滚筒。"),
        range(0.001, 1000000.0),
        nature = "example",
        group = "work"
    )]
    pub load_kg: Option<LoadMass>,
    #[input(
        label("Area per weight", "单位重量面积"),
        help(
            "Full-thread hexagon bolts: about 90 dm²/kg divided by the diameter in mm.",
            "全螺纹六角螺栓约为 90 dm²/kg 除以直径（mm）。"
        ),
        range(0.01, 10000.0),
        nature = "example",
        group = "work"
    )]
    pub area_dm2_per_kg: Option<SpecificArea>,
    #[input(
        label("Voltage at the tank", "槽电压"),
        help("At the tank, not at the rectifier.", "镀槽端电压，而非整流器输出端。"),
        range(0.01, 1000.0),
        group = "details",
        level = "expert"
    )]
    pub voltage_v: Option<Voltage>,
    #[input(
        label("Rectifier efficiency", "整流器效率"),
        help(
            "Mains energy that reaches the tank as direct current.",
            "从电网到镀槽直流电的能量比例。"
        ),
        range(0.1, 1.0),
        group = "details",
        level = "expert"
    )]
    pub rectifier_efficiency: Option<Fraction>,
    #[input(
        label("Bath temperature", "镀液温度"),
        help(
            "Compared with the bath's window; the formulas do not use it.",
            "仅与镀液温度范围比较，不参与计算。"
        ),
        range(-20.0, 150.0),
        nature = "decision",
        group = "details",
        level = "expert"
    )]
    pub temperature_c: Option<Temperature>,
    #[input(
        label("Tensile strength of the steel", "钢材抗拉强度"),
        help(
            "Judges hydrogen embrittlement by ASTM B633 and B850. Left empty, nothing is judged.",
            "用于按 ASTM B633 与 B850 判断氢脆。不填则不作判断。"
        ),
        range(100.0, 4000.0),
        nature = "example",
        group = "steel",
        after = "bolt_length"
    )]
    pub tensile_strength_mpa: Option<Stress>,
    #[input(
        label("Hardness of the steel", "钢材硬度"),
        help(
            "Rockwell C. Judges by ASTM B633, B850 and, for fasteners, F1941.",
            "洛氏 C 标度。按 ASTM B633、B850 判断，紧固件另按 F1941。"
        ),
        range(1.0, 75.0),
        nature = "example",
        group = "steel",
        after = "tensile_strength_mpa"
    )]
    pub hardness_hrc: Option<Hardness>,
    #[input(
        label("Thread", "螺纹"),
        help(
            "External thread to be plated, metric or inch; left empty, no fit is judged.",
            "待镀的外螺纹，公制或英制；不填则不判断配合。"
        ),
        group = "steel",
        may_be_empty
    )]
    pub thread: Option<Choice<PlatedThread>>,
    #[input(
        label("Tolerance position", "公差带位置"),
        help(
            "Of the external thread before plating: e, f, g, h of metric threads, where h \
             leaves no room and e the most; 1A, 2A, 3A of inch threads.",
            "镀前外螺纹的公差带位置：公制为 e、f、g、h，h 无间隙，e 间隙最大；英制为 1A、\
             2A、3A。"
        ),
        group = "steel"
    )]
    pub tolerance_position: Option<Choice<TolerancePosition>>,
    #[input(
        label("Length of the bolts", "螺栓长度"),
        help(
            "In diameters. Long bolts are plated less evenly, so ISO 4042 leaves their batch \
             average less of the room.",
            "以直径倍数计。长螺栓镀层较不均匀，ISO 4042 对其批平均允许的镀层更薄。"
        ),
        group = "steel"
    )]
    pub bolt_length: Option<Choice<LengthOfBolt>>,
}
