//! The publications behind the figures, each once, and our own judgement where there is none.
//! Editions and addresses are those that were read; a standard known only through a re-post is cited as that re-post.

use super::{CHINA, NINGBO, Source, USA, WORLD, ZHEJIANG};
use crate::words::{Text, text};

const fn source(
    id: &'static str,
    title: Text,
    url: &'static str,
    date: &'static str,
    region: Text,
) -> Source {
    Source { id, title, url, date, region }
}

/// Our own judgement, nothing published behind it.
pub static JUDGEMENT: Source = source(
    "judgement",
    text(
        "Engineering judgement of this project, no published source",
        "本项目的工程经验估计，无公开来源",
    ),
    "",
    "2026",
    WORLD,
);
/// Our own choice of a value inside a range that the Guidebook prints.
pub static JUDGEMENT_IN_GUIDEBOOK: Source = source(
    "judgement_guidebook",
    text(
        "Engineering judgement of this project inside the range printed in the Metal Finishing Guidebook (2011–2013 editions)",
        "本项目的工程经验估计，取值在 Metal Finishing Guidebook（2011–2013 年版）所列范围之内",
    ),
    "http://metalfinishing.epubxp.com/i/49721-2011-2012-surface-finishing-guidebook/271",
    "2026",
    WORLD,
);
/// Our own choice of a value inside a range that trade notes of low authority give.
pub static JUDGEMENT_IN_NOTES: Source = source(
    "judgement_notes",
    text(
        "Engineering judgement of this project inside the range given by trade notes (Plating Posters research briefs)",
        "本项目的工程经验估计，取值在行业笔记（Plating Posters 研究简报）所列范围之内",
    ),
    "",
    "2026",
    WORLD,
);
/// Common knowledge of the trade that nobody has looked up yet.
pub static GENERAL_KNOWLEDGE: Source = source(
    "general_knowledge",
    text("General knowledge of the trade, to be verified", "行业通用知识，待核实"),
    "",
    "2026",
    WORLD,
);
/// Where chromium(VI) is forbidden.
pub static ROHS_AND_ELV: Source = source(
    "rohs_elv",
    text(
        "Directives 2011/65/EU (RoHS) and 2000/53/EC (end-of-life vehicles)",
        "欧盟指令 2011/65/EU（RoHS）与 2000/53/EC（报废车辆 ELV）",
    ),
    "https://eur-lex.europa.eu/eli/dir/2011/65/oj",
    "2011",
    WORLD,
);
/// Worked out here from physics and from other figures of this list.
pub static DERIVATION: Source = source(
    "derivation",
    text(
        "Calculated in this project from the constants and figures listed here",
        "本项目根据此处所列常数和数据推算",
    ),
    "",
    "2026",
    WORLD,
);

/// The Faraday constant.
pub static CODATA: Source = source(
    "codata_2018",
    text(
        "CODATA recommended values of the fundamental physical constants, 2018",
        "CODATA 基本物理常数推荐值（2018）",
    ),
    "https://chem-textbook.ucalgary.ca/version2/appendices/appendix-fundamental-physical-constants/",
    "2018",
    WORLD,
);
/// Molar masses, the table that was read.
pub static IUPAC_1995: Source = source(
    "iupac_1995",
    text("IUPAC, Atomic weights of the elements 1995, table 2", "IUPAC 元素原子量表 1995，表 2"),
    "http://old.iupac.org/reports/1996/6812coplen/atwt1995_t2.html",
    "1996",
    WORLD,
);
/// Molar masses of today, whose digits were not read.
pub static IUPAC_2021: Source = source(
    "iupac_2021",
    text(
        "IUPAC, Standard atomic weights of the elements 2021, abridged values",
        "IUPAC 元素标准原子量 2021（简表）",
    ),
    "https://doi.org/10.1515/pac-2019-0603",
    "2022",
    WORLD,
);

/// Densities as handbooks print them.
pub static ECIATO: Source = source(
    "eciato",
    text(
        "eciato.com, Electrochemical equivalents at 100 % cathode efficiency",
        "eciato.com，100 % 阴极电流效率下的电化当量表",
    ),
    "http://eciato.com/products/category/77/",
    "",
    WORLD,
);
/// Density of zinc deposits used in costing.
pub static POSTERS: Source = source(
    "plating_posters",
    text(
        "Plating Posters Inc, research briefs on zinc, zinc–nickel and nickel plating",
        "Plating Posters Inc，镀锌、锌镍及镀镍研究简报",
    ),
    "",
    "2026",
    WORLD,
);
/// Efficiencies of zinc–nickel baths.
pub static SUNLIN: Source = source(
    "sunlin",
    text(
        "Sunlin, Zinc–nickel alloy plating: alkaline and acid baths compared",
        "Sunlin，碱性与酸性锌镍合金电镀的比较",
    ),
    "http://sunlinpcb.com/eaxw_view.asp?id=392",
    "",
    CHINA,
);

/// Efficiency and properties of zinc processes.
pub static GUIDEBOOK_PROPERTIES: Source = source(
    "guidebook_zinc_properties",
    text(
        "Metal Finishing Guidebook 2013, zinc plating, table IV",
        "Metal Finishing Guidebook 2013，镀锌，表 IV",
    ),
    "http://metalfinishing.epubxp.com/i/218436-2013/334",
    "2013",
    USA,
);
/// Zinc alloy baths.
pub static GUIDEBOOK_ALLOYS: Source = source(
    "guidebook_zinc_alloys",
    text(
        "Metal Finishing Guidebook 2013, zinc alloy plating, tables IV–VIII",
        "Metal Finishing Guidebook 2013，锌合金电镀，表 IV–VIII",
    ),
    "http://metalfinishing.epubxp.com/i/218436-2013/327",
    "2013",
    USA,
);
/// What car makers ask of chromium(VI)-free finishes.
pub static GUIDEBOOK_AUTOMOTIVE: Source = source(
    "guidebook_automotive",
    text(
        "Metal Finishing Guidebook 2013, chromium(VI)-free finishes for the automotive industry (GM 3044, Ford WSS-M12P17, PS 1207-R)",
        "Metal Finishing Guidebook 2013，汽车行业无六价铬镀层要求（GM 3044、Ford WSS-M12P17、PS 1207-R）",
    ),
    "http://metalfinishing.epubxp.com/i/218436-2013/450",
    "2013",
    USA,
);
/// Salt spray of chromated zinc.
pub static GUIDEBOOK_CHROMATE: Source = source(
    "guidebook_chromate",
    text(
        "Metal Finishing Guidebook 2011–2012, chromate conversion coatings",
        "Metal Finishing Guidebook 2011–2012，铬酸盐转化膜",
    ),
    "http://metalfinishing.epubxp.com/i/49721-2011-2012-surface-finishing-guidebook/425",
    "2012",
    USA,
);
/// Black zinc–nickel.
pub static GUIDEBOOK_BLACK_ZINC_NICKEL: Source = source(
    "guidebook_black_zinc_nickel",
    text(
        "Metal Finishing Guidebook 2012–2013, black passivation of zinc–nickel",
        "Metal Finishing Guidebook 2012–2013，锌镍合金黑色钝化",
    ),
    "http://metalfinishing.epubxp.com/i/98750-2012-2013/399",
    "2012",
    USA,
);

/// Thickness classes and finish types of zinc.
pub static B633_SALT_SPRAY: Source = source(
    "b633_salt_spray",
    text(
        "Triangle Oshkosh, Salt spray hours of electroplated zinc after ASTM B633",
        "Triangle Oshkosh，按 ASTM B633 的电镀锌盐雾时间表",
    ),
    "https://www.triangleoshkosh.com/resources/salt-spray-hour-data-sheet-on-electroplated-zinc/",
    "",
    USA,
);
/// Salt-spray hours of chromated zinc.
pub static ISO_4042_SALT_SPRAY: Source = source(
    "iso_4042_annex_b",
    text(
        "ISO 4042:1999 annex B, neutral salt spray hours, as re-posted by Boltport (replaced in the 2018 edition)",
        "ISO 4042:1999 附录 B 中性盐雾时间，Boltport 转载（2018 年版已替换）",
    ),
    "https://mail.boltport.com/standards/iso-4042/salt-spray-corrosion-protection-performance-of-metallic-coatings",
    "1999",
    WORLD,
);
/// Thickness of coatings on threads.
pub static ISO_4042_THICKNESS: Source = source(
    "iso_4042_thickness",
    text(
        "ISO 4042:1999, thickness and threads, as re-posted by fasteners.eu",
        "ISO 4042:1999 镀层厚度与螺纹，fasteners.eu 转载",
    ),
    "https://www.fasteners.eu/tech-info/ISO/4042/",
    "1999",
    WORLD,
);
/// Pitches and fundamental deviations of metric threads.
pub static ISO_965: Source = source(
    "iso_965",
    text(
        "ISO 261 and ISO 965-1, metric threads, digits not checked against the standard",
        "ISO 261 与 ISO 965-1 公制螺纹，数值未与标准核对",
    ),
    "",
    "",
    WORLD,
);
/// Allowances of unified inch threads.
pub static F1941_THREADS: Source = source(
    "f1941_threads",
    text(
        "ASTM F1941, coating accommodation on threads, as re-posted by boltport.com",
        "ASTM F1941 螺纹镀层余量，boltport.com 转载",
    ),
    "https://boltport.com/specifications/astm-f1941/coating-accommodation-tolerances-for-externally-and-internally-threaded-fasteners",
    "2015",
    USA,
);
/// Baking after plating.
pub static B850_CHART: Source = source(
    "b850_chart",
    text(
        "ASTM B850-98(2009), bake chart as re-posted by Sonic Plating (partial)",
        "ASTM B850-98(2009) 去氢烘烤表，Sonic Plating 转载（部分）",
    ),
    "http://sonicplatinginc.com/services/baking-process/bake-chart/",
    "2009",
    USA,
);
/// Where stress relief and baking begin.
pub static B849_SCOPE: Source = source(
    "b849_scope",
    text("ASTM B849 and B850, scopes", "ASTM B849 与 B850，适用范围"),
    "https://ndls.org.cn/standard/detail/fb39d8766cf93078e63b336ab359a3f7",
    "",
    USA,
);
/// Which steels may be zinc plated.
pub static B633_2019: Source = source(
    "b633_2019",
    text("ASTM B633-19, introduction", "ASTM B633-19，引言"),
    "https://www.scribd.com/document/725741269/ASTM-B633-19",
    "2019",
    USA,
);
/// Hardness of fasteners at risk.
pub static F1941: Source = source(
    "f1941_2015",
    text("ASTM F1941/F1941M-15", "ASTM F1941/F1941M-15"),
    "https://www.scribd.com/document/686354902/ASTM-F1941-F1941M-2015",
    "2015",
    USA,
);
/// Red rust on bolts with thick sealed passivate.
pub static FINISHING_COM_BOLTS: Source = source(
    "finishing_301_06",
    text(
        "finishing.com, letter 301/06: zinc with thick trivalent passivate and sealer on bolts",
        "finishing.com 301/06：螺栓镀锌加三价厚膜钝化及封闭",
    ),
    "https://www.finishing.com/301/06.shtml",
    "",
    WORLD,
);
/// Efficiency of plating rectifiers.
pub static RECTIFIER_FORUM: Source = source(
    "rectifier_forum",
    text(
        "All About Circuits forum, efficiency of low-voltage rectifiers",
        "All About Circuits 论坛，低压整流器效率",
    ),
    "https://forum.allaboutcircuits.com/threads/half-wave-rectifier.61607/",
    "",
    WORLD,
);

/// Conditions of zinc processes: agitation, filtration, waste treatment.
pub static GUIDEBOOK_CONDITIONS: Source = source(
    "guidebook_zinc_conditions",
    text(
        "Metal Finishing Guidebook 2012–2013, zinc plating, tables III–IV",
        "Metal Finishing Guidebook 2012–2013，镀锌，表 III–IV",
    ),
    "https://metalfinishing.epubxp.com/i/98750-2012-2013/376",
    "2012",
    USA,
);
/// How far a rinse has to dilute.
pub static GUIDEBOOK_RINSING: Source = source(
    "guidebook_rinsing",
    text(
        "Metal Finishing Guidebook 2011–2012, rinsing",
        "Metal Finishing Guidebook 2011–2012，清洗",
    ),
    "https://metalfinishing.epubxp.com/i/49721-2011-2012-surface-finishing-guidebook/82",
    "2012",
    USA,
);
/// Prices of zinc, caustic soda and sulphuric acid.
pub static NBS: Source = source(
    "nbs_2025_09",
    text(
        "National Bureau of Statistics of China, market prices of important means of production, mid September 2025 and earlier issues",
        "国家统计局，流通领域重要生产资料市场价格变动情况，2025 年 9 月中旬及以往各期",
    ),
    "https://www.stats.gov.cn/sj/zxfbhjd/202509/t20250923_1961330.html",
    "2025-09",
    CHINA,
);
/// Price of potassium chloride.
pub static SUNSIRS: Source = source(
    "sunsirs_potash",
    text(
        "SunSirs, potassium chloride, port and Qinghai prices",
        "生意社（SunSirs），氯化钾港口及青海出厂价",
    ),
    "https://www.sunsirs.com/commodity-news/petail-28873.html",
    "2025-12",
    CHINA,
);
/// Tariff of water.
pub static NINGBO_WATER: Source = source(
    "ningbo_water",
    text(
        "Water tariff of Ningbo for non-residential users, a reply of 2023 as re-posted",
        "宁波市非居民用水价格，2023 年答复（转载）",
    ),
    "http://m.xyx234.com/dadaddeh/ddegrgrva",
    "2023-07",
    NINGBO,
);
/// What treating plating waste water costs to run.
pub static WASTE_WATER_VENDOR: Source = source(
    "weilin",
    text(
        "weilin66.com, a vendor on the running cost of plating waste-water treatment",
        "weilin66.com，供应商介绍的电镀废水处理运行成本",
    ),
    "http://www.weilin66.com/2329.html",
    "",
    CHINA,
);
/// A vendor's table of what cyanide destruction takes, right for chlorine and wrong for alkali.
pub static HOFFLAND: Source = source(
    "hoffland",
    text("Hoffland Environmental, cyanide oxidation", "Hoffland Environmental，氰化物氧化处理"),
    "https://www.hofflandenv.com/cyanide-oxidation/",
    "",
    USA,
);
/// A figure for sludge that the mass balance refutes.
pub static CYJX_SLUDGE: Source = source(
    "cyjx_sludge",
    text("cyjx119.com, how much sludge plating shops make", "cyjx119.com，电镀企业污泥产生量"),
    "https://m.cyjx119.com/articles/gywxfw3330.html",
    "",
    CHINA,
);
/// Solids that a filter reaches with zinc hydroxide.
pub static HYDROXIDE_TREATMENT: Source = source(
    "hydroxide_process",
    text(
        "climate-policy-watcher.org, Hazardous wastes: precipitation of zinc with sludge recirculation",
        "climate-policy-watcher.org，危险废物：污泥回流法沉淀锌",
    ),
    "https://www.climate-policy-watcher.org/hazardous-wastes/the-new-process.html",
    "",
    WORLD,
);
/// Carbon dioxide of electricity by province.
pub static MEE_ELECTRICITY: Source = source(
    "mee_2025_47",
    text(
        "Ministry of Ecology and Environment and National Bureau of Statistics, carbon dioxide emission factors of electricity 2023, notice 47 of 2025",
        "生态环境部、国家统计局《关于发布 2023 年电力二氧化碳排放因子的公告》（2025 年第 47 号）",
    ),
    "https://www.mee.gov.cn/xxgk2018/xxgk/xxgk01/202512/W020251231726284332528.pdf",
    "2025-12-31",
    ZHEJIANG,
);
/// Life cycle of electricity.
pub static MEE_FOOTPRINT: Source = source(
    "mee_footprint_2024",
    text(
        "Ministry of Ecology and Environment and others, carbon footprint factors of electricity 2024, as kept in a public repository",
        "生态环境部等部门《关于发布 2024 年电力碳足迹因子数据的公告》，公开代码库所存文本",
    ),
    "https://github.com/leo21468/CarbonCalculator",
    "2024",
    CHINA,
);
/// Footprints of products.
pub static CPCD: Source = source(
    "cpcd",
    text(
        "China Products Carbon Footprint Factors Database, rows as kept in a public repository",
        "中国产品全生命周期温室气体排放系数库（CPCD），公开代码库所存数据",
    ),
    "https://github.com/leo21468/CarbonCalculator",
    "2026-04",
    CHINA,
);
/// Footprints of treatment chemicals.
pub static CAEPI: Source = source(
    "caepi_49",
    text(
        "T/CAEPI 49-2022, emission factors of treatment chemicals as used in a public repository",
        "T/CAEPI 49-2022，药剂排放因子，公开代码库所用数据",
    ),
    "",
    "2022",
    CHINA,
);
/// Footprint of refined zinc.
pub static AME_ZINC: Source = source(
    "ame_zinc",
    text("AME, greenhouse gas of refined zinc, 2022", "AME，精炼锌温室气体排放，2022"),
    "https://amegroup.com/Website/FeatureArticleDetail.aspx?faId=921",
    "2022",
    WORLD,
);
/// What a plating shop has to reach to be called clean.
pub static CLEANER_PRODUCTION_INDEX: Source = source(
    "cleaner_production_2015",
    text(
        "Evaluation index system of cleaner production in the electroplating industry, 2015",
        "《电镀行业清洁生产评价指标体系》（2015 年）",
    ),
    "https://www.shea.cn/index.php?s=news&c=show&id=155",
    "2015",
    CHINA,
);
/// Which processes have to go.
pub static GUIDING_CATALOGUE: Source = source(
    "guiding_catalogue",
    text(
        "Guiding Catalogue for Industrial Restructuring of China, class of elimination, from memory: verify the current text",
        "《产业结构调整指导目录》淘汰类，凭记忆引用，请核实现行文本",
    ),
    "",
    "",
    CHINA,
);
/// What who keeps highly toxic chemicals has to do.
pub static HAZARDOUS_CHEMICALS: Source = source(
    "hazardous_chemicals",
    text(
        "Regulations on the safety administration of hazardous chemicals of China, from memory: verify the current text",
        "《危险化学品安全管理条例》，凭记忆引用，请核实现行文本",
    ),
    "",
    "",
    CHINA,
);

/// Typical years of stations with the light of a reanalysis.
pub static TMYX: Source = source(
    "onebuilding_tmyx",
    text(
        "Climate.OneBuilding.org TMYx files; light from ERA5, which contains modified Copernicus Climate Change Service information",
        "Climate.OneBuilding.org TMYx 气象文件；辐射来自 ERA5（含经修改的哥白尼气候变化服务信息）",
    ),
    "https://climate.onebuilding.org/",
    "2009–2023",
    WORLD,
);
/// Chinese standard weather data, from ground stations.
pub static CSWD: Source = source(
    "cswd",
    text(
        "Chinese Standard Weather Data, China Meteorological Administration and Tsinghua University",
        "中国建筑热环境分析专用气象数据集（CSWD）",
    ),
    "",
    "2005",
    CHINA,
);
/// International weather for energy calculations.
pub static IWEC: Source = source(
    "iwec",
    text(
        "ASHRAE International Weather for Energy Calculations, monthly means",
        "ASHRAE IWEC 气象数据，月均值",
    ),
    "",
    "2001",
    WORLD,
);
/// Typical years of the United States.
pub static TMY3: Source = source(
    "tmy3",
    text("NREL, Typical Meteorological Year 3", "NREL TMY3 典型气象年"),
    "",
    "2008",
    USA,
);
/// Typical years of India.
pub static ISHRAE: Source = source(
    "ishrae_2014",
    text("ISHRAE weather data of India, monthly means", "ISHRAE 印度气象数据，月均值"),
    "",
    "2014",
    text("India", "印度"),
);
/// The photovoltaic model of NREL with its defaults and its own word on how exact it is.
pub static PVWATTS: Source = source(
    "pvwatts_5",
    text(
        "Dobos, PVWatts Version 5 Manual, NREL/TP-6A20-62641",
        "Dobos：PVWatts 第 5 版手册，NREL/TP-6A20-62641",
    ),
    "https://www.nrel.gov/docs/fy14osti/62641.pdf",
    "2014",
    WORLD,
);
/// The same in its present form.
pub static PVWATTS_8: Source = source(
    "pvwatts_8",
    text(
        "NREL, System Advisor Model, PVWatts version 8 as programmed",
        "NREL SAM 软件 PVWatts 第 8 版源程序",
    ),
    "https://github.com/NREL/ssc",
    "2025",
    WORLD,
);
/// Bands of Zhejiang, in force.
pub static ZHEJIANG_2026: Source = source(
    "zhejiang_tariff_2026",
    text(
        "Zhejiang Development and Reform Commission, document 112 of 2026, at second hand; read the official text",
        "浙发改价格〔2026〕112 号（据转载，请核对正式文本）",
    ),
    "https://www.zj.gov.cn/col/col1229203589/art/2026/art_db07d88b6c68f1412561a0e8640cc135.html",
    "2026-05-28",
    ZHEJIANG,
);
/// Bands of Zhejiang, abolished.
pub static ZHEJIANG_2024: Source = source(
    "zhejiang_tariff_2024",
    text(
        "Zhejiang Development and Reform Commission, document 21 of 2024, at second hand; abolished",
        "浙发改价格〔2024〕21 号（据转载；已废止）",
    ),
    "",
    "2024",
    ZHEJIANG,
);
/// An example of prices by the new bands.
pub static ZHEJIANG_PRICE: Source = source(
    "zhejiang_price_example",
    text(
        "Worked example of an agency price, two-part, 1–10 kV, from components of November 2025; the agency's notice of the month counts",
        "代理购电两部制 1–10 kV 电价示例（按 2025 年 11 月构成测算），以当月代理购电公告为准",
    ),
    "",
    "2025-11",
    ZHEJIANG,
);
/// What new plants get for what they send out.
pub static ZHEJIANG_EXPORT: Source = source(
    "zhejiang_document_136",
    text(
        "Zhejiang's rules on document 136 of 2025 as reported: cap on bids 0.393 CNY/kWh; market prices about noon below it",
        "浙江落实发改价格〔2025〕136 号方案（据报道）：竞价上限 0.393 元/kWh，午间市场价更低",
    ),
    "https://e.ccement.com/news/content/56968544502366115.html",
    "2025-09",
    ZHEJIANG,
);
/// Prices of the photovoltaic association.
pub static CPIA: Source = source(
    "cpia_2024",
    text(
        "China Photovoltaic Industry Association, roadmap 2024–2025, at second hand",
        "中国光伏行业协会《光伏产业发展路线图（2024–2025）》（据转载）",
    ),
    "",
    "2025",
    CHINA,
);
/// Warranties of module makers.
pub static MODULE_WARRANTY: Source = source(
    "module_warranties",
    text(
        "Power warranties of module makers (LONGi, Jinko) as published",
        "组件厂商功率质保（隆基、晶科公开条款）",
    ),
    "https://community.sola.io/portal/en/kb/articles/warranty-solar-panels-longi-lr6",
    "2025",
    WORLD,
);
/// A contract with a third party.
pub static EMC: Source = source(
    "emc_sample",
    text(
        "A published sample contract of an energy service company, at second hand",
        "一份公开的合同能源管理样例（据转载）",
    ),
    "",
    "2025",
    CHINA,
);
/// Energy of twenty metal finishers.
pub static ALTMAYER: Source = source(
    "altmayer_energy",
    text(
        "Altmayer, Conserving energy in hard chromium plating; survey of 20 metal finishers for the US DOE",
        "Altmayer：镀硬铬节能；美国能源部对 20 家表面处理厂的调查",
    ),
    "https://finishingandcoating.com/index.php/plating/1620-conserving-energy-in-hard-chromium-plating",
    "2022",
    USA,
);
/// Nominal sizes of fasteners.
pub static FASTENER_STANDARDS: Source = source(
    "fastener_standards",
    text(
        "ISO 4014, 4017, 4032, 4762, 7089, 10642 and DIN 931, 933, nominal sizes from memory, to be verified",
        "ISO 4014、4017、4032、4762、7089、10642 与 DIN 931、933 公称尺寸（据记忆，待核实）",
    ),
    "",
    "2026",
    WORLD,
);
/// Areas of bolts.
pub static ISO_4042_AREAS: Source = source(
    "iso_4042_annex_g",
    text(
        "ISO 4042:1999 Annex G and ISO 10684 Annex D, surface areas of bolts, screws and nuts, as re-posted",
        "ISO 4042:1999 附录 G 与 ISO 10684 附录 D：螺栓、螺钉和螺母的表面积（据转载）",
    ),
    "https://mail.boltport.com/standards/iso-4042/surface-areas-of-bolts-screws-and-nuts",
    "1999",
    WORLD,
);
/// Densities of what parts are made of.
pub static MATERIALS: Source = source(
    "materials",
    text("Densities of materials as handbooks print them", "手册所列材料密度"),
    "",
    "2026",
    WORLD,
);
/// How full a barrel may be.
pub static GUIDEBOOK_BARREL: Source = source(
    "guidebook_barrel",
    text(
        "Metal Finishing Guidebook 2011–2012, barrel loads",
        "Metal Finishing Guidebook 2011–2012，滚筒装载量",
    ),
    "http://metalfinishing.epubxp.com/i/49721-2011-2012-surface-finishing-guidebook/328",
    "2011",
    USA,
);
/// How exact an area has to be.
pub static AREA_ACCURACY: Source = source(
    "caswell_area",
    text("Caswell, Calculating surface area for electroplating", "Caswell：电镀表面积的计算"),
    "https://paperzz.com/doc/8970246/calculating-surface-area-for-electroplating",
    "2026",
    USA,
);
/// What powder coating costs as a job.
pub static NANTONG_POWDER: Source = source(
    "nantong_powder",
    text(
        "A coating shop in Nantong, prices of powder coating, 2026",
        "南通某喷涂企业：2026 年喷塑价格",
    ),
    "http://www.nthnhb.com/Shownews.asp?id=272",
    "2026",
    CHINA,
);
