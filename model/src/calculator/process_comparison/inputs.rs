//! What a person may give: what all processes share, and for each process a cell for each of its parameters,
//! `overrides.cyanide_mid.efficiency`. Names are those of the JSON; they end in their unit.

use crate::calculator::{
    Choice, Field, FieldLevel, Group, InputTable, Inputs, Kind, Layout, Mount, Nature, Reading,
    Several, Slot,
};
use crate::data::Listed;
use crate::data::processes::{PROCESSES, Parameter, Process};
use crate::data::thickness::PartClass;
use crate::units::{
    AnnualMass, BathVolume, Count, Current, Days, EmissionPerEnergy, EmissionPerMass,
    EnergyPerArea, Fraction, HoursPerYear, Minutes, Money, MoneyPerArea, MoneyPerEnergy,
    MoneyPerHour, MoneyPerMass, MoneyPerTonne, MoneyPerWater, MoneyPerYear, Months, PlantArea,
    Pressure, Ratio, SpecificArea, TankSurface, TemperatureDifference, Thickness, Years,
};
use crate::words::Text;
use serde_json::Value;
use std::sync::OnceLock;

/// At which equal thickness processes are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum ThicknessBasis {
    /// The same least thickness on the significant surface of the finished part.
    #[choice(id = "minimum", en = "Same minimum", zh = "最小厚度相同")]
    Minimum,
    /// The same mean over the plated area, as plated.
    #[choice(id = "average", en = "Same average", zh = "平均厚度相同")]
    Average,
}

/// By what cyanide is destroyed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Destruction {
    /// Sodium hypochlorite solution with 10 % of available chlorine.
    #[choice(id = "hypochlorite", en = "Hypochlorite, 10 %", zh = "次氯酸钠（10 %）")]
    Hypochlorite,
    /// Chlorine gas with caustic soda.
    #[choice(id = "chlorine", en = "Chlorine gas", zh = "氯气")]
    Chlorine,
}

/// Only the processes that are compared.
fn compared(chosen: &dyn Fn(&str) -> String, process: &str) -> bool {
    chosen("processes").split(',').any(|one| one == process)
}

/// What one's own bath can be like.
fn known(_chosen: &dyn Fn(&str) -> String, process: &str) -> bool {
    Process::find(process).is_some_and(|process| process.bath.is_some())
}

/// What all processes share. What is not given takes its default.
#[derive(Clone, Default, Inputs)]
#[inputs(
    group(id = "which", en = "What is compared", zh = "比较对象"),
    group(id = "thickness", en = "Thickness and shape", zh = "厚度与形状"),
    group(id = "plant", en = "The plant's year", zh = "年产量"),
    on_demand(id = "own", en = "My own bath", zh = "自有镀液"),
    folded(id = "prices", en = "Prices", zh = "价格"),
    folded(id = "line", en = "The line", zh = "生产线"),
    folded(id = "energy", en = "Energy", zh = "能源"),
    folded(id = "rinsing", en = "Rinsing and waste", zh = "漂洗与废物"),
    folded(id = "carbon", en = "Carbon", zh = "碳排放"),
    folded(id = "conversion", en = "Conversion", zh = "改造投资")
)]
pub struct Shared {
    #[input(
        label("Processes", "比较的工艺"),
        help("Two to six, in the order of the list.", "选择两至六种工艺。"),
        group = "which",
        level = "essential"
    )]
    pub processes: Option<Several<Process, 2, 6>>,
    #[input(
        label("Baseline", "基准工艺"),
        help(
            "The process you have now: differences are counted from it.",
            "现用工艺，差值均以其为基准。"
        ),
        group = "which",
        level = "essential",
        offered = "compared"
    )]
    pub baseline: Option<Choice<Process>>,
    #[input(
        label("Set against it", "对比工艺"),
        help(
            "The process of the answer, of the conversion and of the differences.",
            "用于结论、改造和差值的工艺。"
        ),
        group = "which",
        level = "essential",
        offered = "compared"
    )]
    pub alternative: Option<Choice<Process>>,
    #[input(
        label("Name of my own bath", "自有镀液名称"),
        help("As it shall stand in tables and charts.", "在表格和图中显示的名称。"),
        group = "own"
    )]
    pub own_name: Option<String>,
    #[input(
        label("My own bath is like", "自有镀液类似于"),
        help(
            "Its defaults are taken over; change below what differs.",
            "沿用其默认值，不同之处在下方修改。"
        ),
        group = "own",
        offered = "known"
    )]
    pub own_like: Option<Choice<Process>>,
    #[input(
        label("Rack or barrel", "挂镀或滚镀"),
        help(
            "Decides voltage, current density, drag-out and load.",
            "决定槽电压、电流密度、带出量和装载。"
        ),
        group = "which",
        level = "essential",
        clears("part_class", "load_area_m2")
    )]
    pub rack_or_barrel: Option<Choice<Mount>>,
    #[input(
        label("Shape of the part", "工件形状"),
        help(
            "Decides how much thinner the thinnest place is than the average, and with it \
             much of this comparison.",
            "决定最薄处比平均厚度薄多少，也在很大程度上决定比较结果。"
        ),
        group = "thickness",
        level = "essential",
        after = "average_thickness_um"
    )]
    pub part_class: Option<Choice<PartClass>>,
    #[input(
        label("Compared at the", "比较基准"),
        help(
            "Customers order a minimum. At the same average a bath that throws badly looks \
             cheaper than it is.",
            "客户订的是最小厚度。若按平均厚度相同比较，分散能力差的镀液会显得偏便宜。"
        ),
        group = "thickness"
    )]
    pub thickness_basis: Option<Choice<ThicknessBasis>>,
    #[input(
        label("Minimum on the significant surface", "主要表面最小厚度"),
        help("Of the finished part.", "指成品。"),
        range(0.1, 100.0),
        nature = "decision",
        group = "thickness",
        level = "essential"
    )]
    pub minimum_thickness_um: Option<Thickness>,
    #[input(
        label("Average thickness", "平均厚度"),
        help("Mean over the plated area, as plated.", "受镀面积上的平均值（镀后）。"),
        range(0.1, 200.0),
        nature = "decision",
        group = "thickness"
    )]
    pub average_thickness_um: Option<Thickness>,
    #[input(
        label("Zinc lost in dip and passivate", "出光与钝化溶锌"),
        help(
            "Taken off after plating, so plated in addition to the minimum.",
            "镀后被溶去，因此须在最小厚度之外加镀。"
        ),
        range(0.0, 10.0),
        group = "thickness"
    )]
    pub zinc_loss_um: Option<Thickness>,
    #[input(
        label("Share of the load in contact", "受镀面积占比"),
        help(
            "In a barrel the current density on the parts in contact is higher by this \
             share; the efficiency is read there.",
            "滚镀时受镀工件上的实际电流密度按此比例升高，电流效率按此取值。"
        ),
        range(0.05, 1.0),
        group = "thickness"
    )]
    pub contact_fraction: Option<Fraction>,
    #[input(
        label("Good area a year", "年合格面积"),
        help(
            "Plated area of good parts that this line has to deliver in a year.",
            "该线一年须交付的合格受镀面积。"
        ),
        range(1.0, 100000000.0),
        nature = "decision",
        group = "plant",
        level = "essential"
    )]
    pub annual_area_m2: Option<PlantArea>,
    #[input(
        label("Area per weight", "单位重量面积"),
        help("For the cost per kg of parts.", "用于换算每 kg 工件的成本。"),
        range(0.01, 10000.0),
        nature = "example",
        group = "plant"
    )]
    pub area_dm2_per_kg: Option<SpecificArea>,
    #[input(
        label("Plating stations", "电镀工位数"),
        help("Places for a rack or a barrel in zinc tanks.", "镀锌槽内可容纳的挂架或滚筒数。"),
        range(1.0, 1000.0),
        nature = "example",
        group = "line"
    )]
    pub plating_stations: Option<Count>,
    #[input(
        label("Area of a load", "每挂（筒）面积"),
        help("Plated area on one flight bar or in one barrel.", "一挂或一筒工件的受镀面积。"),
        range(0.01, 10000.0),
        nature = "example",
        group = "line"
    )]
    pub load_area_m2: Option<PlantArea>,
    #[input(
        label("Time to change a load", "换挂时间"),
        help(
            "Minutes a plating station stands without current between two loads.",
            "两挂之间电镀工位断电的时间。"
        ),
        range(0.0, 1000.0),
        nature = "example",
        group = "line"
    )]
    pub transfer_min: Option<Minutes>,
    #[input(
        label("Takt of the rest of the line", "其余工序节拍"),
        help(
            "The shortest time between two loads that hoists and the other tanks allow.",
            "行车和其他槽位允许的最短出挂间隔。"
        ),
        range(0.01, 10000.0),
        nature = "example",
        group = "line"
    )]
    pub other_takt_min: Option<Minutes>,
    #[input(
        label("Rectifier per station", "每工位整流器电流"),
        help(
            "The most it gives. When it is too small, all processes that want more are \
             plated at what it gives.",
            "最大输出电流。不足时，需要更大电流的工艺按其最大值计算。"
        ),
        range(1.0, 1000000.0),
        nature = "example",
        group = "line"
    )]
    pub rectifier_a: Option<Current>,
    #[input(
        label("Uptime", "开动率"),
        help(
            "Share of the hours in which the line turns out loads.",
            "生产线实际出活时间的比例。"
        ),
        range(0.01, 1.0),
        group = "line"
    )]
    pub uptime: Option<Fraction>,
    #[input(
        label("Hours a year", "年运行时间"),
        help("Hours the line is manned.", "有人值守的小时数。"),
        range(1.0, 8784.0),
        nature = "decision",
        group = "line"
    )]
    pub hours_per_year: Option<HoursPerYear>,
    #[input(
        label("People on the line", "线上人数"),
        help("At one time.", "同一时间在岗人数。"),
        range(0.0, 1000.0),
        nature = "decision",
        group = "line"
    )]
    pub crew: Option<Count>,
    #[input(
        label("Volume of the zinc bath", "镀锌槽液体积"),
        help("All plating tanks with what belongs to them.", "全部镀槽及附属槽。"),
        range(0.01, 10000.0),
        nature = "example",
        group = "line"
    )]
    pub bath_volume_m3: Option<BathVolume>,
    #[input(
        label("Surface of the zinc tanks", "镀锌槽液面面积"),
        help("What is exhausted.", "需要抽风的液面。"),
        range(0.01, 10000.0),
        nature = "example",
        group = "line"
    )]
    pub tank_surface_m2: Option<TankSurface>,
    #[input(
        label("Rectifier efficiency", "整流器效率"),
        help(
            "Mains energy that reaches the tank as direct current.",
            "从电网到镀槽直流电的能量比例。"
        ),
        range(0.1, 1.0),
        group = "energy",
        level = "expert"
    )]
    pub rectifier_efficiency: Option<Fraction>,
    #[input(
        label("Chiller, heat per electricity", "冷水机能效比"),
        help("Coefficient of performance.", "制冷系数（COP）。"),
        range(0.5, 20.0),
        group = "energy",
        level = "expert"
    )]
    pub cooling_cop: Option<Ratio>,
    #[input(
        label("Pressure of the exhaust fan", "抽风机全压"),
        help("Across hood, duct and scrubber.", "含吸风罩、风管和净化塔。"),
        range(0.0, 20000.0),
        group = "energy",
        level = "expert"
    )]
    pub fan_pressure_pa: Option<Pressure>,
    #[input(
        label("Efficiency of the exhaust fan", "抽风机效率"),
        help("Fan with its motor.", "含电机。"),
        range(0.05, 1.0),
        group = "energy",
        level = "expert"
    )]
    pub fan_efficiency: Option<Fraction>,
    #[input(
        label("Make-up air heated by", "补风加热温升"),
        help("Mean over the year; 0 where the air is not heated.", "全年平均值，不加热补风填 0。"),
        range(0.0, 60.0),
        group = "energy",
        level = "expert"
    )]
    pub make_up_air_heating_k: Option<TemperatureDifference>,
    #[input(
        label("Heat for cleaner, passivate, dryer", "除油、钝化与烘干用热"),
        help(
            "The same for every process. Often more than the plating itself takes.",
            "各工艺相同，往往高于电镀本身的用电。"
        ),
        range(0.0, 50.0),
        group = "energy",
        level = "expert"
    )]
    pub common_heat_kwh_per_m2: Option<EnergyPerArea>,
    #[input(
        label("Counter-flow stages after plating", "镀后逆流漂洗级数"),
        help("Ideal stages: 1 to 6.", "理想级数，1 至 6。"),
        range(1.0, 6.0),
        nature = "decision",
        group = "rinsing",
        level = "expert"
    )]
    pub rinse_stages: Option<Count>,
    #[input(
        label("Rinse ratio", "漂洗比"),
        help(
            "Concentration in the bath by that in the last rinse.",
            "镀液浓度与末级漂洗浓度之比。"
        ),
        range(2.0, 1000000.0),
        nature = "decision",
        group = "rinsing",
        level = "expert"
    )]
    pub rinse_ratio: Option<Ratio>,
    #[input(
        label("Rinses with fresh water", "用新鲜水的漂洗道数"),
        help(
            "Of the whole line; each is counted like that behind the zinc bath.",
            "全线合计，各道均按镀锌后漂洗计。"
        ),
        range(0.0, 30.0),
        nature = "example",
        group = "rinsing",
        level = "expert"
    )]
    pub rinse_groups: Option<Count>,
    #[input(
        label("Cyanide destroyed by", "破氰药剂"),
        help("Two-stage alkaline chlorination with either.", "两级碱性氯化法。"),
        group = "rinsing",
        level = "expert"
    )]
    pub destruction: Option<Choice<Destruction>>,
    #[input(
        label("Excess of chlorine", "氯氧化剂过量系数"),
        help("Over what the reaction takes.", "相对于化学计量。"),
        range(1.0, 10.0),
        group = "rinsing",
        level = "expert"
    )]
    pub cyanide_excess: Option<Ratio>,
    #[input(
        label("Excess of acid and alkali", "酸碱过量系数"),
        help("Over what neutralising and precipitating takes.", "相对于中和与沉淀的化学计量。"),
        range(1.0, 10.0),
        group = "rinsing",
        level = "expert"
    )]
    pub neutralisation_excess: Option<Ratio>,
    #[input(
        label("Sludge over the hydroxide", "污泥倍数"),
        help(
            "For what else comes down: about 1.2 with caustic soda, 2 with lime.",
            "考虑共沉淀物：烧碱法约 1.2，石灰法约 2。"
        ),
        range(1.0, 10.0),
        group = "rinsing",
        level = "expert"
    )]
    pub sludge_multiplier: Option<Ratio>,
    #[input(
        label("Solids in the filter cake", "泥饼含固率"),
        help("Filter press about 30 %, centrifuge 18 %.", "压滤约 30 %，离心约 18 %。"),
        range(0.02, 1.0),
        group = "rinsing",
        level = "expert"
    )]
    pub cake_solids: Option<Fraction>,
    #[input(
        label("Zinc lost in anode stubs", "阳极残头损失"),
        help(
            "Share of the anode metal that is bought and not dissolved.",
            "购入而未溶解的阳极锌所占比例。"
        ),
        range(0.0, 0.9),
        group = "rinsing",
        level = "expert"
    )]
    pub anode_stub_share: Option<Fraction>,
    #[input(
        label("Electricity", "电价"),
        help("Mean over your tariff bands, with VAT.", "各时段平均值，含税。"),
        range(0.0, 100.0),
        group = "prices"
    )]
    pub price_electricity_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Heat", "热价"),
        help("Steam or gas, per kWh of heat in the bath.", "蒸汽或天然气，按每 kWh 有效热量计。"),
        range(0.0, 100.0),
        group = "prices"
    )]
    pub price_heat_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Zinc", "锌"),
        help("Ingot 0#, with VAT.", "0# 锌锭，含税。"),
        range(0.0, 10000.0),
        group = "prices"
    )]
    pub price_zinc_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Nickel", "镍"),
        help("As metal in anodes or salts.", "阳极或盐中的镍。"),
        range(0.0, 10000.0),
        group = "prices"
    )]
    pub price_nickel_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Caustic soda, 100 %", "烧碱（折百）"),
        help("Per kg of NaOH.", "每 kg NaOH。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_naoh_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Sodium cyanide", "氰化钠"),
        help("98 %, permit and escort included.", "98 %，含许可与押运。"),
        range(0.0, 10000.0),
        group = "prices"
    )]
    pub price_nacn_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Potassium chloride", "氯化钾"),
        help("Per kg.", "每 kg。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_kcl_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Ammonium chloride", "氯化铵"),
        help("Per kg.", "每 kg。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_nh4cl_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Boric acid", "硼酸"),
        help("Per kg.", "每 kg。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_h3bo3_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Sulphuric acid, 100 %", "硫酸（折百）"),
        help("Neutralises what alkaline baths drag out.", "用于中和碱性镀液的带出液。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_h2so4_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Hypochlorite, 10 %", "次氯酸钠（10 %）"),
        help("Per kg of solution.", "每 kg 溶液。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_hypochlorite_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Chlorine", "液氯"),
        help("Per kg.", "每 kg。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_chlorine_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Disposal of sludge", "污泥处置"),
        help("Wet, with transport: hazardous waste HW17.", "湿泥，含运费（危险废物 HW17）。"),
        range(0.0, 1000000.0),
        group = "prices"
    )]
    pub price_sludge_cny_per_t: Option<MoneyPerTonne>,
    #[input(
        label("Fresh water and sewer", "新鲜水与排污费"),
        help("Per m³.", "每 m³。"),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_water_cny_per_m3: Option<MoneyPerWater>,
    #[input(
        label("Treating waste water, the rest", "其余废水处理费"),
        help(
            "Power, polymer, labour: without the chlorine, acid, alkali and sludge that are \
             counted on their own.",
            "电、絮凝剂、人工等，不含已单列的氯、酸、碱和污泥。"
        ),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub price_waste_water_cny_per_m3: Option<MoneyPerWater>,
    #[input(
        label("Labour", "人工"),
        help("With social charges.", "含社保。"),
        range(0.0, 10000.0),
        group = "prices"
    )]
    pub price_labour_cny_per_h: Option<MoneyPerHour>,
    #[input(
        label("Pretreatment", "前处理"),
        help(
            "What a cyanide bath needs; the others need more, see each process.",
            "以氰化镀锌所需为准，其他工艺要求更高，见各工艺参数。"
        ),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub pretreatment_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Stripping a reject", "返工退镀"),
        help(
            "Acid and its disposal, handling; plating it again comes on top.",
            "酸及其处置、搬运；重镀另计。"
        ),
        range(0.0, 1000.0),
        group = "prices"
    )]
    pub stripping_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Duties of cyanide", "氰化物管理费用"),
        help(
            "Permit, custody round the clock, segregated drain, insurance. No source gives a \
             figure: enter your own.",
            "许可、24 小时看管、分质排水、保险等。无公开数据，请填写自己的费用。"
        ),
        range(0.0, 1000000000.0),
        nature = "example",
        group = "prices"
    )]
    pub cyanide_obligations_cny_per_year: Option<MoneyPerYear>,
    #[input(
        label("Electricity, life cycle", "电力碳足迹（全生命周期）"),
        help(
            "For the footprint of a product. Never mixed with the factor of the inventory.",
            "用于产品碳足迹，不得与核算清单因子混用。"
        ),
        range(0.0, 5.0),
        group = "carbon",
        level = "expert"
    )]
    pub co2_electricity_kg_per_kwh: Option<EmissionPerEnergy>,
    #[input(
        label("Electricity, inventory", "电力排放因子（核算清单）"),
        help(
            "For emissions avoided in a plant's inventory, after a conversion.",
            "用于改造后工厂核算清单中的减排量。"
        ),
        range(0.0, 5.0),
        group = "carbon",
        level = "expert"
    )]
    pub co2_electricity_inventory_kg_per_kwh: Option<EmissionPerEnergy>,
    #[input(
        label("Heat", "热力排放因子"),
        help("Purchased heat.", "外购热力。"),
        range(0.0, 5.0),
        group = "carbon",
        level = "expert"
    )]
    pub co2_heat_kg_per_kwh: Option<EmissionPerEnergy>,
    #[input(
        label("Zinc", "锌的碳足迹"),
        help("Published figures run from 2.1 to 6.1.", "公开数据在 2.1 至 6.1 之间。"),
        range(0.0, 100.0),
        group = "carbon",
        level = "expert"
    )]
    pub co2_zinc_kg_per_kg: Option<EmissionPerMass>,
    #[input(
        label("New bath", "新配镀液"),
        help("Chemicals and additives of the first filling.", "首次配槽的化学品与添加剂。"),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub bath_change_cny: Option<Money>,
    #[input(
        label("Zinc dissolving tank", "溶锌槽"),
        help("Alkaline baths on steel anodes.", "碱性镀液配不溶性阳极时需要。"),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub zinc_generator_cny: Option<Money>,
    #[input(
        label("Filtration", "过滤设备"),
        help("Cyanide baths usually have none.", "氰化镀液通常不配。"),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub filtration_cny: Option<Money>,
    #[input(
        label("Chiller", "冷水机"),
        help("For the zinc bath.", "用于镀锌槽。"),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub chiller_cny: Option<Money>,
    #[input(
        label("Better cleaning", "强化前处理"),
        help("Soak and electrocleaner that the new bath needs.", "新镀液所需的除油与电解除油。"),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub cleaner_cny: Option<Money>,
    #[input(
        label("Lining and corrosion protection", "衬里与防腐"),
        help(
            "Acid baths: tank lining, titanium baskets, exhaust.",
            "酸性镀液：槽体衬里、钛篮、抽风等。"
        ),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub lining_cny: Option<Money>,
    #[input(
        label("Decontamination of the old tank", "旧槽清洗去氰"),
        help(
            "Destroying the cyanide of the old bath and of its rinses.",
            "旧液及清洗水的破氰处理。"
        ),
        range(0.0, 1000000000.0),
        group = "conversion"
    )]
    pub decontamination_cny: Option<Money>,
    #[input(
        label("Line stands still", "停产天数"),
        help("Days of a conversion without production.", "改造期间不生产的天数。"),
        range(0.0, 1000.0),
        group = "conversion"
    )]
    pub downtime_days: Option<Days>,
    #[input(
        label("Margin lost meanwhile", "停产损失的毛利"),
        help("Contribution margin per m² not produced.", "每少产 1 m² 损失的边际贡献。"),
        range(0.0, 1000.0),
        group = "conversion"
    )]
    pub margin_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Months of starting up", "磨合期月数"),
        help("With more rejects than afterwards.", "此期间返工率较高。"),
        range(0.0, 60.0),
        group = "conversion"
    )]
    pub start_up_months: Option<Months>,
    #[input(
        label("Rejects while starting up", "磨合期返工率"),
        help("Share of the area.", "占受镀面积的比例。"),
        range(0.0, 0.9),
        group = "conversion"
    )]
    pub start_up_reject_share: Option<Fraction>,
    #[input(
        label("Years considered", "评价年限"),
        help("Whole years.", "整年。"),
        range(1.0, 40.0),
        nature = "decision",
        group = "conversion"
    )]
    pub horizon_years: Option<Years>,
    #[input(
        label("Discount rate", "折现率"),
        help("Nominal, a year.", "名义年利率。"),
        range(0.0, 1.0),
        group = "conversion"
    )]
    pub discount_rate: Option<Fraction>,
    #[input(
        label("Other highly toxic chemicals of the plant", "全厂其他剧毒化学品"),
        help(
            "Bought a year besides this line: other cyanide baths, for the share of the plant.",
            "除本线外的年采购量（如其他氰化镀槽），用于计算全厂削减率。"
        ),
        range(0.0, 10000000.0),
        nature = "example",
        group = "conversion"
    )]
    pub other_toxic_kg_per_year: Option<AnnualMass>,
}

/// The number given for one parameter of one process, if one was.
#[derive(Clone, Copy, Default)]
struct Cell(Option<f64>);

impl Slot for Cell {
    fn store(&mut self, reading: Reading) {
        self.0 = if let Reading::Number(number) = reading { Some(number) } else { None };
    }

    fn load(&self) -> Option<Value> {
        self.0.map(Value::from)
    }
}

/// Inputs of the comparison.
#[derive(Clone)]
pub struct Inputs {
    /// What all processes share.
    pub shared: Shared,
    /// For each process in the order of the list, its parameters in theirs.
    cells: Vec<Cell>,
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            shared: Shared::default(),
            cells: vec![Cell::default(); PROCESSES.len() * Parameter::ALL.len()],
        }
    }
}

impl Inputs {
    /// What was given for a parameter of the process at this position of the list.
    pub fn given(&self, process: usize, parameter: Parameter) -> Option<f64> {
        self.cells.get(process * Parameter::ALL.len() + parameter as usize)?.0
    }
}

impl InputTable for Inputs {
    fn fields() -> &'static [Field] {
        static FIELDS: OnceLock<Vec<Field>> = OnceLock::new();
        FIELDS.get_or_init(|| {
            let mut all =
                Vec::with_capacity(Shared::fields().len() + PROCESSES.len() * Parameter::ALL.len());
            all.extend_from_slice(Shared::fields());
            for process in Process::all() {
                let group = group_of(process);
                all.extend(
                    Parameter::ALL.iter().map(|parameter| cell_field(process, group, *parameter)),
                );
            }
            all
        })
    }

    fn slot(&self, position: usize) -> Option<&dyn Slot> {
        match position.checked_sub(Shared::fields().len()) {
            None => self.shared.slot(position),
            Some(cell) => self.cells.get(cell).map(|cell| cell as &dyn Slot),
        }
    }

    fn slot_mut(&mut self, position: usize) -> Option<&mut dyn Slot> {
        match position.checked_sub(Shared::fields().len()) {
            None => self.shared.slot_mut(position),
            Some(cell) => self.cells.get_mut(cell).map(|cell| cell as &mut dyn Slot),
        }
    }

    /// Those that all processes share, and after that of one's own bath one for the cells of each process, there while it is compared.
    fn groups() -> &'static [Group] {
        static GROUPS: OnceLock<Vec<Group>> = OnceLock::new();
        GROUPS.get_or_init(|| {
            let of_process = |process: &'static Process| Group {
                id: group_of(process),
                title: process.name,
                folded: true,
                on_demand: true,
            };
            let own = Shared::groups().iter().position(|group| group.id == "own");
            let mut all = Shared::groups().to_vec();
            let after_own = own.map_or(all.len(), |own| own + 1);
            all.splice(after_own..after_own, Process::all().iter().map(of_process));
            all
        })
    }

    fn help(name: &str) -> Option<Text> {
        let parameter = || {
            Parameter::ALL
                .iter()
                .find(|parameter| name.rsplit_once('.').is_some_and(|(_, id)| id == parameter.id()))
        };
        Shared::help(name).or_else(|| parameter().map(|parameter| parameter.help()))
    }

    fn help_in_row(_table: &str, _name: &str) -> Option<Text> {
        None
    }
}

fn group_of(process: &'static Process) -> &'static str {
    super::name(&["overrides.", process.id])
}

fn cell_field(process: &'static Process, group: &'static str, parameter: Parameter) -> Field {
    let (low, high) = parameter.range();
    Field {
        name: super::name(&["overrides.", process.id, ".", parameter.id()]),
        of: Some(process.name),
        label: parameter.label(),
        kind: Kind::Number { dimension: parameter.dimension(), min: low, max: high },
        nature: nature(parameter),
        layout: Layout { group, level: FieldLevel::Expert, ..Layout::PLAIN },
    }
}

/// A current density is set on the rectifier, whatever the window of the bath; what was measured is no doubt either.
const fn nature(parameter: Parameter) -> Nature {
    match parameter {
        Parameter::CurrentDensity => Nature::Decision,
        Parameter::MeasuredMinimum
        | Parameter::MeasuredAverage
        | Parameter::SludgeWet
        | Parameter::DragOutRecovery => Nature::Example,
        _ => Nature::World,
    }
}
