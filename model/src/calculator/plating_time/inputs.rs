//! What a person may give, with the words beside each field. Names are those of the JSON; they end in their unit.

use crate::calculator::{Choice, Curve, Mount, choices, inputs};
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

choices! {
    /// Which quantity is found from the others.
    pub enum SolveFor {
        /// Plating time.
        Time "time" ("Time", "时间"),
        /// Thickness.
        Thickness "thickness" ("Thickness", "厚度"),
        /// Current density.
        CurrentDensity "current_density" ("Current density", "电流密度"),
        /// Cathode current efficiency.
        Efficiency "efficiency" ("Efficiency", "电流效率"),
    }
}
choices! {
    /// How long threaded parts are.
    pub enum LengthOfBolt {
        /// Up to 5 diameters.
        UpTo5 "up_to_5d" ("Up to 5 diameters", "不超过 5 倍直径"),
        /// Over 5, up to 10 diameters.
        UpTo10 "5d_to_10d" ("Over 5, up to 10 diameters", "5 倍以上至 10 倍直径"),
        /// Over 10, up to 15 diameters.
        UpTo15 "10d_to_15d" ("Over 10, up to 15 diameters", "10 倍以上至 15 倍直径"),
    }
}
choices! {
    /// Where the efficiency comes from.
    pub enum EfficiencyMode {
        /// One number.
        Fixed "fixed" ("A number", "给定值"),
        /// A curve over current density.
        Curve "curve" ("Curve", "曲线"),
        /// A part that was plated and measured.
        Calibrated "calibrated" ("Measured part", "实测标定"),
    }
}
choices! {
    /// How a calibration part was measured.
    pub enum CalibrationBy {
        /// Its mean thickness.
        Thickness "thickness" ("Thickness", "厚度"),
        /// Its gain in weight.
        Mass "mass" ("Weight gain", "增重"),
    }
}
choices! {
    /// How the current is known.
    pub enum CurrentBasis {
        /// As a current density.
        Density "density" ("Per area", "电流密度"),
        /// As the amperes of the whole load.
        Total "total" ("Total amperes", "总电流"),
    }
}
choices! {
    /// How the work is known.
    pub enum WorkBasis {
        /// As an area.
        Area "area" ("Area", "面积"),
        /// As a number of pieces of one area.
        Pieces "pieces" ("Pieces", "件数"),
        /// As the weight of a load.
        Load "load" ("Weight", "重量"),
    }
}
choices! {
    /// Where the density of an alloy comes from.
    pub enum DensityModel {
        /// The value that ships for this deposit.
        Typical "typical" ("Typical", "典型值"),
        /// Ideal mixing of the elements.
        IdealMixing "ideal_mixing" ("Ideal mixing", "理想混合"),
    }
}

inputs! {
    /// Inputs of the plating-time calculator. What is not given takes its default.
    pub struct Inputs {
        solve_for: Choice<SolveFor>, ("Find", "求解"), ("The quantity to find; the others are given.", "要求解的量，其余为已知量。");
        designation: String, ("Coating code", "镀层代号"), ("As on the drawing: A3C, Fe/Zn 8, Fe//ZnNi8//An//T2, B633 SC3, Fe/Ep·Zn8·c2C, or words such as “zinc 8 µm, blue”. It sets deposit, thickness, passivate and rack or barrel where you do not.", "按图纸填写：A3C、Fe/Zn 8、Fe//ZnNi8//An//T2、B633 SC3、Fe/Ep·Zn8·c2C，或“镀锌 8μm”。未另行填写时，由代号决定镀层、厚度、钝化和挂镀/滚镀。");
        deposit: Choice<Deposit>, ("Deposit", "镀层"), ("The metal and the valence it is reduced from. The valence decides the charge: chromium from chromic acid takes six electrons an atom.", "沉积金属及其被还原的价态。价态决定电量：铬酸镀铬每个原子需要六个电子。");
        bath: Choice<Bath>, ("Bath", "镀液"), ("Sets the window of current density, the efficiency and the voltage.", "决定电流密度范围、阴极电流效率和槽电压。");
        rack_or_barrel: Choice<Mount>, ("Rack or barrel", "挂镀或滚镀"), ("In a barrel only part of the load is plated at any moment.", "滚镀时任一时刻只有部分工件受镀。");
        nickel_fraction: Fraction, ("Nickel in the deposit", "镀层含镍量"), ("Mass fraction. 12–16 % is the usual gamma phase.", "质量分数，常用 γ 相为 12–16 %。"), 0.05..=0.2;
        iron_fraction: Fraction, ("Iron in the deposit", "镀层含铁量"), ("Mass fraction.", "质量分数。"), 0.0..=0.02;
        density_model: Choice<DensityModel>, ("Density from", "密度取值"), ("Ideal mixing weighs the elements; real phases differ by a per cent or two.", "理想混合按元素加权，实际物相会有百分之一二的差别。");
        density_g_per_cm3: Density, ("Density of the deposit", "镀层密度"), ("Of the deposit, not of the massive metal, when you know it.", "若已知，请填镀层密度而非块体金属密度。"), 0.5..=30.0;
        thickness_um: Thickness, ("Thickness", "厚度"), ("Say below which thickness is meant. 1 丝 is 10 µm.", "请在下方说明是哪种厚度。1 丝等于 10 µm。"), 0.001..=10000.0;
        thickness_kind: Choice<ThicknessKind>, ("Thickness is", "厚度含义"), ("Average over the whole area, minimum on the significant surface of the finished part, or batch average after ISO 4042.", "整个受镀面积上的平均值、成品主要表面上的最小值，或按 ISO 4042 的批平均值。");
        part_class: Choice<PartClass>, ("Shape of the part", "工件形状"), ("Decides how much thinner the thinnest place is than the average.", "决定最薄处比平均厚度薄多少。");
        minimum_to_average: Ratio, ("Minimum ÷ average", "最小厚度 ÷ 平均厚度"), ("Measure one part and put its own ratio here: this estimate often decides the answer.", "请实测一件工件并填入其比值：该估计值往往决定结果。"), 0.01..=1.0;
        passivate: Choice<Passivate>, ("Passivate", "钝化"), ("The conversion coat after plating. It dissolves a little zinc.", "镀后的转化膜，会溶去少量锌层。");
        zinc_loss_um: Thickness, ("Zinc lost in dip and passivate", "出光与钝化溶锌"), ("Taken off the deposit after plating, so added before the minimum.", "镀后被溶去，因此在最小厚度之前加上。"), 0.0..=10.0;
        current_basis: Choice<CurrentBasis>, ("Current is known as", "电流已知为"), ("Current density, or the amperes on the rectifier for the whole load.", "电流密度，或整槽工件的整流器总电流。");
        current_density_a_per_dm2: CurrentDensity, ("Current density", "电流密度"), ("Mean over the whole plated area; in a barrel over the area of the whole load.", "整个受镀面积上的平均值；滚镀时按全部装载面积计。"), 0.0001..=1000.0;
        current_a: Current, ("Total current", "总电流"), ("What the rectifier shows for this load.", "整流器对该批工件的读数。"), 0.0001..=1000000.0;
        contact_fraction: Fraction, ("Share of the load in contact", "受镀面积占比"), ("In a barrel only the outside of the heap is plated at a time; the current density there is higher by this share.", "滚镀时同一时刻只有外层工件受镀，其实际电流密度按此比例升高。"), 0.05..=1.0;
        time_min: Minutes, ("Plating time", "电镀时间"), ("Time with current on.", "通电时间。"), 0.0001..=1000000.0;
        efficiency_mode: Choice<EfficiencyMode>, ("Efficiency from", "电流效率取自"), ("One number, the bath's curve at the working current density, or a part that you plated and measured.", "给定值、镀液在工作电流密度下的曲线值，或由实测工件标定。");
        efficiency: Fraction, ("Cathode current efficiency", "阴极电流效率"), ("The share of the current that deposits metal.", "用于沉积金属的电流所占比例。"), 0.0001..=1.0;
        efficiency_curve: Curve, ("Efficiency curve", "电流效率曲线"), ("Current density in A/dm² and efficiency in %, one pair a line.", "每行一对：电流密度（A/dm²）与电流效率（%）。");
        calibration_by: Choice<CalibrationBy>, ("Measured", "测量方式"), ("Mean thickness of the calibration part, or its gain in weight.", "标定件的平均厚度，或其增重。");
        calibration_thickness_um: Thickness, ("Measured mean thickness", "实测平均厚度"), ("Mean over the calibration part, not its thickest place.", "标定件的平均厚度，而非最厚处。"), 0.001..=10000.0;
        calibration_mass_g: Mass, ("Measured weight gain", "实测增重"), ("Weight after plating less weight before, dry.", "镀后与镀前干重之差。"), 0.000001..=1000000.0;
        calibration_area_dm2: Area, ("Area of that part", "标定件面积"), ("Plated area of the calibration part.", "标定件的受镀面积。"), 0.0001..=1000000.0;
        calibration_time_min: Minutes, ("Time it was plated", "标定件电镀时间"), ("Time with current on.", "通电时间。"), 0.0001..=1000000.0;
        calibration_current_density_a_per_dm2: CurrentDensity, ("Current density it was plated at", "标定件电流密度"), ("Mean over its area.", "其面积上的平均值。"), 0.0001..=1000.0;
        work_basis: Choice<WorkBasis>, ("Work is known as", "工件量已知为"), ("An area, pieces of one area, or the weight of a load.", "面积、单件面积与件数，或装载重量。");
        area_dm2: Area, ("Plated area", "受镀面积"), ("Of the whole work, or of one piece when pieces are counted. Count both faces, once.", "全部工件的面积；按件数计时为单件面积。两面都要计，但只计一次。"), 0.0001..=10000000.0;
        pieces: Count, ("Pieces", "件数"), ("Number of parts in the load.", "该批工件的件数。"), 1.0..=100000000.0;
        load_kg: LoadMass, ("Weight of the load", "装载重量"), ("Parts only, without the barrel.", "仅工件重量，不含滚筒。"), 0.001..=1000000.0;
        area_dm2_per_kg: SpecificArea, ("Area per weight", "单位重量面积"), ("Full-thread hexagon bolts: about 90 dm²/kg divided by the diameter in mm.", "全螺纹六角螺栓约为 90 dm²/kg 除以直径（mm）。"), 0.01..=10000.0;
        voltage_v: Voltage, ("Voltage at the tank", "槽电压"), ("At the tank, not at the rectifier.", "镀槽端电压，而非整流器输出端。"), 0.01..=1000.0;
        rectifier_efficiency: Fraction, ("Rectifier efficiency", "整流器效率"), ("Mains energy that reaches the tank as direct current.", "从电网到镀槽直流电的能量比例。"), 0.1..=1.0;
        temperature_c: Temperature, ("Bath temperature", "镀液温度"), ("Compared with the bath's window; the formulas do not use it.", "仅与镀液温度范围比较，不参与计算。"), -20.0..=150.0;
        tensile_strength_mpa: Stress, ("Tensile strength of the steel", "钢材抗拉强度"), ("Judges hydrogen embrittlement by ASTM B633 and B850. Left empty, nothing is judged.", "用于按 ASTM B633 与 B850 判断氢脆。不填则不作判断。"), 100.0..=4000.0;
        hardness_hrc: Hardness, ("Hardness of the steel", "钢材硬度"), ("Rockwell C. Judges by ASTM B633, B850 and, for fasteners, F1941.", "洛氏 C 标度。按 ASTM B633、B850 判断，紧固件另按 F1941。"), 1.0..=75.0;
        thread: Choice<PlatedThread>, ("Thread", "螺纹"), ("External thread to be plated, metric or inch; left empty, no fit is judged.", "待镀的外螺纹，公制或英制；不填则不判断配合。");
        tolerance_position: Choice<TolerancePosition>, ("Tolerance position", "公差带位置"), ("Of the external thread before plating: e, f, g, h of metric threads, where h leaves no room and e the most; 1A, 2A, 3A of inch threads.", "镀前外螺纹的公差带位置：公制为 e、f、g、h，h 无间隙，e 间隙最大；英制为 1A、2A、3A。");
        bolt_length: Choice<LengthOfBolt>, ("Length of the bolts", "螺栓长度"), ("In diameters. Long bolts are plated less evenly, so ISO 4042 leaves their batch average less of the room.", "以直径倍数计。长螺栓镀层较不均匀，ISO 4042 对其批平均允许的镀层更薄。");
    }
    decisions: thickness_um, current_density_a_per_dm2, current_a, time_min, temperature_c;
    examples: calibration_thickness_um, calibration_mass_g, calibration_area_dm2, calibration_time_min, calibration_current_density_a_per_dm2, area_dm2, pieces, load_kg, area_dm2_per_kg, tensile_strength_mpa, hardness_hrc;
}
