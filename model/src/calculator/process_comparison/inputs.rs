//! What a person may give: what all processes share, and for each process a cell for each of its parameters,
//! `overrides.cyanide_mid.efficiency`. Names are those of the JSON; they end in their unit.

use crate::calculator::{
    Choice, Field, InputTable, Kind, Mount, Nature, Reading, Several, Slot, choices, inputs,
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

choices! {
    /// At which equal thickness processes are compared.
    pub enum ThicknessBasis {
        /// The same least thickness on the significant surface of the finished part.
        Minimum "minimum" ("Same minimum", "最小厚度相同"),
        /// The same mean over the plated area, as plated.
        Average "average" ("Same average", "平均厚度相同"),
    }
}
choices! {
    /// By what cyanide is destroyed.
    pub enum Destruction {
        /// Sodium hypochlorite solution with 10 % of available chlorine.
        Hypochlorite "hypochlorite" ("Hypochlorite, 10 %", "次氯酸钠（10 %）"),
        /// Chlorine gas with caustic soda.
        Chlorine "chlorine" ("Chlorine gas", "氯气"),
    }
}

inputs! {
    /// What all processes share. What is not given takes its default.
    pub struct Shared {
        processes: Several<Process, 2, 6>, ("Processes", "比较的工艺"), ("Two to six, in the order of the list.", "选择两至六种工艺。");
        baseline: Choice<Process>, ("Baseline", "基准工艺"), ("The process you have now: differences are counted from it.", "现用工艺，差值均以其为基准。");
        alternative: Choice<Process>, ("Set against it", "对比工艺"), ("The process of the answer, of the conversion and of the differences.", "用于结论、改造和差值的工艺。");
        own_name: String, ("Name of my own bath", "自有镀液名称"), ("As it shall stand in tables and charts.", "在表格和图中显示的名称。");
        own_like: Choice<Process>, ("My own bath is like", "自有镀液类似于"), ("Its defaults are taken over; change below what differs.", "沿用其默认值，不同之处在下方修改。");
        rack_or_barrel: Choice<Mount>, ("Rack or barrel", "挂镀或滚镀"), ("Decides voltage, current density, drag-out and load.", "决定槽电压、电流密度、带出量和装载。");
        part_class: Choice<PartClass>, ("Shape of the part", "工件形状"), ("Decides how much thinner the thinnest place is than the average, and with it much of this comparison.", "决定最薄处比平均厚度薄多少，也在很大程度上决定比较结果。");
        thickness_basis: Choice<ThicknessBasis>, ("Compared at the", "比较基准"), ("Customers order a minimum. At the same average a bath that throws badly looks cheaper than it is.", "客户订的是最小厚度。若按平均厚度相同比较，分散能力差的镀液会显得偏便宜。");
        minimum_thickness_um: Thickness, ("Minimum on the significant surface", "主要表面最小厚度"), ("Of the finished part.", "指成品。"), 0.1..=100.0;
        average_thickness_um: Thickness, ("Average thickness", "平均厚度"), ("Mean over the plated area, as plated.", "受镀面积上的平均值（镀后）。"), 0.1..=200.0;
        zinc_loss_um: Thickness, ("Zinc lost in dip and passivate", "出光与钝化溶锌"), ("Taken off after plating, so plated in addition to the minimum.", "镀后被溶去，因此须在最小厚度之外加镀。"), 0.0..=10.0;
        contact_fraction: Fraction, ("Share of the load in contact", "受镀面积占比"), ("In a barrel the current density on the parts in contact is higher by this share; the efficiency is read there.", "滚镀时受镀工件上的实际电流密度按此比例升高，电流效率按此取值。"), 0.05..=1.0;
        annual_area_m2: PlantArea, ("Good area a year", "年合格面积"), ("Plated area of good parts that this line has to deliver in a year.", "该线一年须交付的合格受镀面积。"), 1.0..=100000000.0;
        area_dm2_per_kg: SpecificArea, ("Area per weight", "单位重量面积"), ("For the cost per kg of parts.", "用于换算每 kg 工件的成本。"), 0.01..=10000.0;
        plating_stations: Count, ("Plating stations", "电镀工位数"), ("Places for a rack or a barrel in zinc tanks.", "镀锌槽内可容纳的挂架或滚筒数。"), 1.0..=1000.0;
        load_area_m2: PlantArea, ("Area of a load", "每挂（筒）面积"), ("Plated area on one flight bar or in one barrel.", "一挂或一筒工件的受镀面积。"), 0.01..=10000.0;
        transfer_min: Minutes, ("Time to change a load", "换挂时间"), ("Minutes a plating station stands without current between two loads.", "两挂之间电镀工位断电的时间。"), 0.0..=1000.0;
        other_takt_min: Minutes, ("Takt of the rest of the line", "其余工序节拍"), ("The shortest time between two loads that hoists and the other tanks allow.", "行车和其他槽位允许的最短出挂间隔。"), 0.01..=10000.0;
        rectifier_a: Current, ("Rectifier per station", "每工位整流器电流"), ("The most it gives. When it is too small, all processes that want more are plated at what it gives.", "最大输出电流。不足时，需要更大电流的工艺按其最大值计算。"), 1.0..=1000000.0;
        uptime: Fraction, ("Uptime", "开动率"), ("Share of the hours in which the line turns out loads.", "生产线实际出活时间的比例。"), 0.01..=1.0;
        hours_per_year: HoursPerYear, ("Hours a year", "年运行时间"), ("Hours the line is manned.", "有人值守的小时数。"), 1.0..=8784.0;
        crew: Count, ("People on the line", "线上人数"), ("At one time.", "同一时间在岗人数。"), 0.0..=1000.0;
        bath_volume_m3: BathVolume, ("Volume of the zinc bath", "镀锌槽液体积"), ("All plating tanks with what belongs to them.", "全部镀槽及附属槽。"), 0.01..=10000.0;
        tank_surface_m2: TankSurface, ("Surface of the zinc tanks", "镀锌槽液面面积"), ("What is exhausted.", "需要抽风的液面。"), 0.01..=10000.0;
        rectifier_efficiency: Fraction, ("Rectifier efficiency", "整流器效率"), ("Mains energy that reaches the tank as direct current.", "从电网到镀槽直流电的能量比例。"), 0.1..=1.0;
        cooling_cop: Ratio, ("Chiller, heat per electricity", "冷水机能效比"), ("Coefficient of performance.", "制冷系数（COP）。"), 0.5..=20.0;
        fan_pressure_pa: Pressure, ("Pressure of the exhaust fan", "抽风机全压"), ("Across hood, duct and scrubber.", "含吸风罩、风管和净化塔。"), 0.0..=20000.0;
        fan_efficiency: Fraction, ("Efficiency of the exhaust fan", "抽风机效率"), ("Fan with its motor.", "含电机。"), 0.05..=1.0;
        make_up_air_heating_k: TemperatureDifference, ("Make-up air heated by", "补风加热温升"), ("Mean over the year; 0 where the air is not heated.", "全年平均值，不加热补风填 0。"), 0.0..=60.0;
        common_heat_kwh_per_m2: EnergyPerArea, ("Heat for cleaner, passivate, dryer", "除油、钝化与烘干用热"), ("The same for every process. Often more than the plating itself takes.", "各工艺相同，往往高于电镀本身的用电。"), 0.0..=50.0;
        rinse_stages: Count, ("Counter-flow stages after plating", "镀后逆流漂洗级数"), ("Ideal stages: 1 to 6.", "理想级数，1 至 6。"), 1.0..=6.0;
        rinse_ratio: Ratio, ("Rinse ratio", "漂洗比"), ("Concentration in the bath by that in the last rinse.", "镀液浓度与末级漂洗浓度之比。"), 2.0..=1000000.0;
        rinse_groups: Count, ("Rinses with fresh water", "用新鲜水的漂洗道数"), ("Of the whole line; each is counted like that behind the zinc bath.", "全线合计，各道均按镀锌后漂洗计。"), 0.0..=30.0;
        destruction: Choice<Destruction>, ("Cyanide destroyed by", "破氰药剂"), ("Two-stage alkaline chlorination with either.", "两级碱性氯化法。");
        cyanide_excess: Ratio, ("Excess of chlorine", "氯氧化剂过量系数"), ("Over what the reaction takes.", "相对于化学计量。"), 1.0..=10.0;
        neutralisation_excess: Ratio, ("Excess of acid and alkali", "酸碱过量系数"), ("Over what neutralising and precipitating takes.", "相对于中和与沉淀的化学计量。"), 1.0..=10.0;
        sludge_multiplier: Ratio, ("Sludge over the hydroxide", "污泥倍数"), ("For what else comes down: about 1.2 with caustic soda, 2 with lime.", "考虑共沉淀物：烧碱法约 1.2，石灰法约 2。"), 1.0..=10.0;
        cake_solids: Fraction, ("Solids in the filter cake", "泥饼含固率"), ("Filter press about 30 %, centrifuge 18 %.", "压滤约 30 %，离心约 18 %。"), 0.02..=1.0;
        anode_stub_share: Fraction, ("Zinc lost in anode stubs", "阳极残头损失"), ("Share of the anode metal that is bought and not dissolved.", "购入而未溶解的阳极锌所占比例。"), 0.0..=0.9;
        price_electricity_cny_per_kwh: MoneyPerEnergy, ("Electricity", "电价"), ("Mean over your tariff bands, with VAT.", "各时段平均值，含税。"), 0.0..=100.0;
        price_heat_cny_per_kwh: MoneyPerEnergy, ("Heat", "热价"), ("Steam or gas, per kWh of heat in the bath.", "蒸汽或天然气，按每 kWh 有效热量计。"), 0.0..=100.0;
        price_zinc_cny_per_kg: MoneyPerMass, ("Zinc", "锌"), ("Ingot 0#, with VAT.", "0# 锌锭，含税。"), 0.0..=10000.0;
        price_nickel_cny_per_kg: MoneyPerMass, ("Nickel", "镍"), ("As metal in anodes or salts.", "阳极或盐中的镍。"), 0.0..=10000.0;
        price_naoh_cny_per_kg: MoneyPerMass, ("Caustic soda, 100 %", "烧碱（折百）"), ("Per kg of NaOH.", "每 kg NaOH。"), 0.0..=1000.0;
        price_nacn_cny_per_kg: MoneyPerMass, ("Sodium cyanide", "氰化钠"), ("98 %, permit and escort included.", "98 %，含许可与押运。"), 0.0..=10000.0;
        price_kcl_cny_per_kg: MoneyPerMass, ("Potassium chloride", "氯化钾"), ("Per kg.", "每 kg。"), 0.0..=1000.0;
        price_nh4cl_cny_per_kg: MoneyPerMass, ("Ammonium chloride", "氯化铵"), ("Per kg.", "每 kg。"), 0.0..=1000.0;
        price_h3bo3_cny_per_kg: MoneyPerMass, ("Boric acid", "硼酸"), ("Per kg.", "每 kg。"), 0.0..=1000.0;
        price_h2so4_cny_per_kg: MoneyPerMass, ("Sulphuric acid, 100 %", "硫酸（折百）"), ("Neutralises what alkaline baths drag out.", "用于中和碱性镀液的带出液。"), 0.0..=1000.0;
        price_hypochlorite_cny_per_kg: MoneyPerMass, ("Hypochlorite, 10 %", "次氯酸钠（10 %）"), ("Per kg of solution.", "每 kg 溶液。"), 0.0..=1000.0;
        price_chlorine_cny_per_kg: MoneyPerMass, ("Chlorine", "液氯"), ("Per kg.", "每 kg。"), 0.0..=1000.0;
        price_sludge_cny_per_t: MoneyPerTonne, ("Disposal of sludge", "污泥处置"), ("Wet, with transport: hazardous waste HW17.", "湿泥，含运费（危险废物 HW17）。"), 0.0..=1000000.0;
        price_water_cny_per_m3: MoneyPerWater, ("Fresh water and sewer", "新鲜水与排污费"), ("Per m³.", "每 m³。"), 0.0..=1000.0;
        price_waste_water_cny_per_m3: MoneyPerWater, ("Treating waste water, the rest", "其余废水处理费"), ("Power, polymer, labour: without the chlorine, acid, alkali and sludge that are counted on their own.", "电、絮凝剂、人工等，不含已单列的氯、酸、碱和污泥。"), 0.0..=1000.0;
        price_labour_cny_per_h: MoneyPerHour, ("Labour", "人工"), ("With social charges.", "含社保。"), 0.0..=10000.0;
        pretreatment_cny_per_m2: MoneyPerArea, ("Pretreatment", "前处理"), ("What a cyanide bath needs; the others need more, see each process.", "以氰化镀锌所需为准，其他工艺要求更高，见各工艺参数。"), 0.0..=1000.0;
        stripping_cny_per_m2: MoneyPerArea, ("Stripping a reject", "返工退镀"), ("Acid and its disposal, handling; plating it again comes on top.", "酸及其处置、搬运；重镀另计。"), 0.0..=1000.0;
        cyanide_obligations_cny_per_year: MoneyPerYear, ("Duties of cyanide", "氰化物管理费用"), ("Permit, custody round the clock, segregated drain, insurance. No source gives a figure: enter your own.", "许可、24 小时看管、分质排水、保险等。无公开数据，请填写自己的费用。"), 0.0..=1000000000.0;
        co2_electricity_kg_per_kwh: EmissionPerEnergy, ("Electricity, life cycle", "电力碳足迹（全生命周期）"), ("For the footprint of a product. Never mixed with the factor of the inventory.", "用于产品碳足迹，不得与核算清单因子混用。"), 0.0..=5.0;
        co2_electricity_inventory_kg_per_kwh: EmissionPerEnergy, ("Electricity, inventory", "电力排放因子（核算清单）"), ("For emissions avoided in a plant's inventory, after a conversion.", "用于改造后工厂核算清单中的减排量。"), 0.0..=5.0;
        co2_heat_kg_per_kwh: EmissionPerEnergy, ("Heat", "热力排放因子"), ("Purchased heat.", "外购热力。"), 0.0..=5.0;
        co2_zinc_kg_per_kg: EmissionPerMass, ("Zinc", "锌的碳足迹"), ("Published figures run from 2.1 to 6.1.", "公开数据在 2.1 至 6.1 之间。"), 0.0..=100.0;
        bath_change_cny: Money, ("New bath", "新配镀液"), ("Chemicals and additives of the first filling.", "首次配槽的化学品与添加剂。"), 0.0..=1000000000.0;
        zinc_generator_cny: Money, ("Zinc dissolving tank", "溶锌槽"), ("Alkaline baths on steel anodes.", "碱性镀液配不溶性阳极时需要。"), 0.0..=1000000000.0;
        filtration_cny: Money, ("Filtration", "过滤设备"), ("Cyanide baths usually have none.", "氰化镀液通常不配。"), 0.0..=1000000000.0;
        chiller_cny: Money, ("Chiller", "冷水机"), ("For the zinc bath.", "用于镀锌槽。"), 0.0..=1000000000.0;
        cleaner_cny: Money, ("Better cleaning", "强化前处理"), ("Soak and electrocleaner that the new bath needs.", "新镀液所需的除油与电解除油。"), 0.0..=1000000000.0;
        lining_cny: Money, ("Lining and corrosion protection", "衬里与防腐"), ("Acid baths: tank lining, titanium baskets, exhaust.", "酸性镀液：槽体衬里、钛篮、抽风等。"), 0.0..=1000000000.0;
        decontamination_cny: Money, ("Decontamination of the old tank", "旧槽清洗去氰"), ("Destroying the cyanide of the old bath and of its rinses.", "旧液及清洗水的破氰处理。"), 0.0..=1000000000.0;
        downtime_days: Days, ("Line stands still", "停产天数"), ("Days of a conversion without production.", "改造期间不生产的天数。"), 0.0..=1000.0;
        margin_cny_per_m2: MoneyPerArea, ("Margin lost meanwhile", "停产损失的毛利"), ("Contribution margin per m² not produced.", "每少产 1 m² 损失的边际贡献。"), 0.0..=1000.0;
        start_up_months: Months, ("Months of starting up", "磨合期月数"), ("With more rejects than afterwards.", "此期间返工率较高。"), 0.0..=60.0;
        start_up_reject_share: Fraction, ("Rejects while starting up", "磨合期返工率"), ("Share of the area.", "占受镀面积的比例。"), 0.0..=0.9;
        horizon_years: Years, ("Years considered", "评价年限"), ("Whole years.", "整年。"), 1.0..=40.0;
        discount_rate: Fraction, ("Discount rate", "折现率"), ("Nominal, a year.", "名义年利率。"), 0.0..=1.0;
        other_toxic_kg_per_year: AnnualMass, ("Other highly toxic chemicals of the plant", "全厂其他剧毒化学品"), ("Bought a year besides this line: other cyanide baths, for the share of the plant.", "除本线外的年采购量（如其他氰化镀槽），用于计算全厂削减率。"), 0.0..=10000000.0;
    }
    decisions: minimum_thickness_um, average_thickness_um, annual_area_m2, hours_per_year, crew, rinse_stages, rinse_ratio, horizon_years;
    examples: area_dm2_per_kg, plating_stations, load_area_m2, transfer_min, other_takt_min, rectifier_a, bath_volume_m3, tank_surface_m2, rinse_groups, cyanide_obligations_cny_per_year, other_toxic_kg_per_year;
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
            all.extend(Shared::fields().iter().map(|field| Field { kind: field.kind, ..*field }));
            for process in Process::all() {
                all.extend(Parameter::ALL.iter().map(|parameter| cell_field(process, *parameter)));
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

fn cell_field(process: &'static Process, parameter: Parameter) -> Field {
    let (low, high) = parameter.range();
    Field {
        name: super::name(&["overrides.", process.id, ".", parameter.id()]),
        of: Some(process.name),
        label: parameter.label(),
        kind: Kind::Number { dimension: parameter.dimension(), min: low, max: high },
        nature: nature(parameter),
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
