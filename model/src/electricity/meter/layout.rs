//! Where a file has its times and its values: found from the first rows that have both, then from the words in the head above them.

use super::Refusal;
use super::cells::{at, is_missing, is_number};
use super::stamp::{Clock, Stamp, ambiguous_order, clock, is_since_1970, stamp};
use super::units::{UNKNOWN, Unit, exact, is_unit, is_unknown, tokens, unit};
use crate::import::preamble::{factor, has_number, is_symbol, names_a_factor};
use crate::import::sheet::{Cell, Sheet};
use std::borrow::Cow;

/// Rows that are looked at to find the layout; a preamble is shorter.
const SAMPLE: usize = 400;
/// How many values a row holds that holds a day.
const DAY_COUNTS: [usize; 5] = [24, 48, 96, 144, 288];
/// Minutes of a day.
pub const DAY: i32 = 1440;

/// Words in the head of a column of times.
const TIME_WORDS: [&str; 22] = [
    "时间", "日期", "时刻", "时点", "时段", "小时", "date", "time", "hour", "from", "start",
    "datum", "zeit", "uhr", "stunde", "von", "period", "horodate", "heure", "fecha", "hora",
    "tijd",
];
/// Times of something else than the use.
const OTHER_TIMES: [&str; 9] =
    ["采集", "入库", "创建", "更新", "上传", "召测", "created", "updated", "received"];
/// The end of an interval, in Chinese.
const END_WORDS: [&str; 3] = ["结束", "截止", "终止"];
/// The end of an interval, as a whole word.
const END_TOKENS: [&str; 5] = ["end", "ending", "ended", "ende", "fin"];
/// The end of an interval where they stand alone or beside a word for time.
const TO_TOKENS: [&str; 6] = ["to", "bis", "until", "hasta", "till", "tot"];
/// Words for power, where no unit stands.
const POWER_WORDS: [&str; 14] = [
    "功率",
    "负荷",
    "power",
    "load",
    "demand",
    "leistung",
    "lastgang",
    "puissance",
    "courbe de charge",
    "potencia",
    "potência",
    "potenza",
    "vermogen",
    "effekt",
];
/// Words for energy, where no unit stands.
const ENERGY_WORDS: [&str; 20] = [
    "电量",
    "电能",
    "用电",
    "电度",
    "energy",
    "consumption",
    "usage",
    "verbrauch",
    "bezug",
    "energie",
    "énergie",
    "energia",
    "energía",
    "consommation",
    "consumo",
    "verbruik",
    "förbrukning",
    "forbrug",
    "zużycie",
    "soutirage",
];

/// What a word in a column's head says for or against its being the use of the plant.
const VALUE_WORDS: [(&str, i32); 101] = [
    ("sold", -200),
    ("返送", -200),
    ("to grid", -200),
    ("to_grid", -200),
    ("verkauf", -200),
    ("用电", 30),
    ("正向有功", 30),
    ("有功", 20),
    ("电量", 20),
    ("电能", 20),
    ("功率", 15),
    ("负荷", 15),
    ("总", 5),
    ("数值", 5),
    ("kwh", 20),
    ("kw", 10),
    ("consumption", 30),
    ("usage", 25),
    ("import", 25),
    ("energy", 20),
    ("active", 15),
    ("power", 15),
    ("load", 15),
    ("demand", 10),
    ("total", 5),
    ("value", 5),
    ("verbrauch", 30),
    ("bezug", 25),
    ("leistung", 15),
    ("wert", 5),
    ("consommation", 30),
    ("soutirage", 30),
    ("consumo", 30),
    ("verbruik", 30),
    ("afname", 30),
    ("entnahme", 25),
    ("förbrukning", 30),
    ("forbrug", 30),
    ("zużycie", 30),
    ("energie", 20),
    ("énergie", 20),
    ("energia", 20),
    ("energía", 20),
    ("puissance", 15),
    ("potencia", 15),
    ("potência", 15),
    ("potenza", 15),
    ("vermogen", 15),
    ("effekt", 15),
    ("valeur", 5),
    ("valor", 5),
    ("waarde", 5),
    ("合计", 5),
    ("summe", 5),
    ("delivered", 10),
    ("读数", -5),
    ("示数", -5),
    ("示值", -5),
    ("reading", -5),
    ("register", -5),
    ("平均", 40), // takes back what 平, the flat band, says
    ("平", -40),
    ("尖", -40),
    ("峰", -40),
    ("谷", -40),
    ("a相", -40),
    ("b相", -40),
    ("c相", -40),
    ("最大", -40),
    ("需量", -40),
    ("max", -40),
    ("无功", -200),
    ("反向", -200),
    ("视在", -200),
    ("reactive", -200),
    ("apparent", -200),
    ("kva", -200),
    ("export", -200),
    ("feed-in", -200),
    ("einspeis", -200),
    ("injection", -200),
    ("production", -200),
    ("producción", -200),
    ("teruglever", -200),
    ("rückspeis", -200),
    ("rückliefer", -200),
    ("excedent", -200),
    ("immissione", -200),
    ("surplus", -200),
    ("feed in", -200),
    ("co2", -200),
    ("tariff rate", -200),
    ("kvar", -200),
    ("发电", -200),
    ("上网", -200),
    ("generation", -200),
    ("金额", -200),
    ("price", -200),
    ("cost", -200),
    ("电费", -200),
    ("电价", -200),
];
/// Words of columns that hold other numbers.
const OTHER_VALUES: [&str; 25] = [
    "电流",
    "电压",
    "因数",
    "倍率",
    "温度",
    "户号",
    "表号",
    "序号",
    "编号",
    "状态",
    "光伏",
    "solar",
    "voltage",
    "current",
    "factor",
    "multiplier",
    "temp",
    "status",
    "quality",
    "battery",
    "frequency",
    "humidity",
    "spannung",
    "tension",
    "nmi",
];
/// Other carriers of energy than electricity, and what was not measured: as whole words and in Chinese.
const OTHER_TOKENS: [&str; 37] = [
    "gas",
    "erdgas",
    "gaz",
    "heat",
    "heating",
    "wärme",
    "fernwärme",
    "chaleur",
    "calor",
    "steam",
    "dampf",
    "vapeur",
    "vapor",
    "water",
    "wasser",
    "cooling",
    "chilled",
    "oil",
    "diesel",
    "coal",
    "forecast",
    "forecasted",
    "prognose",
    "prévision",
    "previsión",
    "predicted",
    "prediction",
    "plan",
    "planned",
    "budget",
    "target",
    "baseline",
    "simulated",
    "expected",
    "scheduled",
    "schedule",
    "biomass",
];
const OTHER_WORDS: [&str; 10] =
    ["燃气", "天然气", "蒸汽", "热量", "热力", "预测", "预计", "计划", "目标", "预算"];
/// What the least of a step says for its column: as little as the largest.
const LEAST: i32 = -40;
/// Units of other quantities, as they stand in brackets.
const OTHER_UNITS: [&str; 11] = ["v", "kv", "mv", "a", "ka", "ma", "hz", "°c", "℃", "%", "m³"];
/// Words for the least of a step.
const LEAST_WORDS: [&str; 6] = ["min", "minimum", "mini", "minimal", "mín", "mindestwert"];
/// A column that says so little for itself is not taken.
const NOT_USE: i32 = -100;

/// Words for a factor that need not be the same in every row.
const RATIOS: [&str; 6] =
    ["倍率", "变比", "multiplier", "ct factor", "meter factor", "wandlerfaktor"];

/// Words beside the unit of a whole table.
const UNIT_WORDS: [&str; 8] =
    ["单位", "unit", "einheit", "unidad", "eenheid", "enhet", "jednostka", "uom"];

/// Bands of a tariff, in Chinese.
const BANDS: [&str; 9] = ["尖", "峰", "平", "谷", "白天", "夜间", "日间", "白昼", "深夜"];
/// Bands of a tariff, as whole words.
const BAND_TOKENS: [&str; 81] = [
    "weekday",
    "weekdays",
    "weekends",
    "holiday",
    "offpeaks",
    "nights",
    "days",
    "standard",
    "normal",
    "economy",
    "super",
    "superpeak",
    "superoffpeak",
    "superpunta",
    "supervalle",
    "partpeak",
    "f4",
    "f5",
    "f6",
    "t5",
    "t6",
    "tariff3",
    "tariff4",
    "superpointe",
    "superponta",
    "peak",
    "offpeak",
    "onpeak",
    "midpeak",
    "shoulder",
    "valley",
    "sharp",
    "flat",
    "night",
    "day",
    "weekend",
    "evening",
    "ht",
    "nt",
    "hp",
    "hc",
    "hph",
    "hch",
    "hpb",
    "hcb",
    "hpe",
    "hce",
    "pointe",
    "creuses",
    "pleines",
    "punta",
    "llano",
    "valle",
    "ponta",
    "cheia",
    "cheias",
    "vazio",
    "dal",
    "piek",
    "laag",
    "hoog",
    "normaal",
    "hochtarif",
    "niedertarif",
    "tag",
    "nacht",
    "f1",
    "f2",
    "f3",
    "t1",
    "t2",
    "t3",
    "t4",
    "p1",
    "p2",
    "p3",
    "p4",
    "p5",
    "p6",
    "tariff1",
    "tariff2",
];
/// Words before the number of a band.
const NUMBERED: [&str; 7] = ["tariff", "tarif", "tarief", "rate", "band", "fascia", "periodo"];
/// Words that name a band only beside energy or a tariff.
const HIGH_LOW: [&str; 4] = ["high", "low", "alta", "baja"];
const BESIDE_HIGH_LOW: [&str; 12] = [
    "tariff",
    "tarif",
    "tarief",
    "rate",
    "import",
    "usage",
    "consumption",
    "energy",
    "kwh",
    "wh",
    "mwh",
    "tarifa",
];
/// Phases, in Chinese and as whole words.
const PHASES: [&str; 3] = ["a相", "b相", "c相"];
const PHASE_TOKENS: [&str; 9] =
    ["l1", "l2", "l3", "phasea", "phaseb", "phasec", "phase1", "phase2", "phase3"];
/// A total, or a largest value, is no part: in Chinese, as starts of words and as whole words.
const NO_PARTS: [&str; 5] = ["总", "合计", "最大", "需量", "峰值"];
const NO_PART_STARTS: [&str; 4] = ["total", "max", "gesamt", "summ"];
const NO_PART_TOKENS: [&str; 3] = ["sum", "demand", "min"];

/// What a column is a part of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// A band of the tariff.
    Band,
    /// A phase.
    Phase,
}

/// Where a unit was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// In the head of the column.
    Head,
    /// Above the table.
    Above,
    /// In a column of units or behind the numbers.
    Row,
    /// It follows from a total beside it.
    Agreement,
    /// A word in the head, such as power.
    Word,
    /// Nowhere.
    Nowhere,
}

/// What values are measured in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Kind {
    /// The unit.
    pub unit: Unit,
    /// Where it was read.
    pub said: Said,
}

impl Kind {
    /// Said by a unit, not taken from a word or assumed.
    pub const fn is_said(self) -> bool {
        !matches!(self.said, Said::Word | Said::Nowhere)
    }
}

/// A column that can be the use, or a part of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// Its place, counted from 0; where a row holds a day, the places of its intervals and the minutes of the day they are of.
    pub places: Vec<(usize, Option<i32>)>,
    /// Its head as written.
    pub name: String,
    /// How much its head speaks for it, and whether it stands behind the times.
    pub rank: (i32, bool),
    /// What it is a part of.
    pub part: Option<Part>,
    /// What its values are measured in.
    pub kind: Kind,
    /// Its head has a unit or a factor that is not known here.
    pub unknown: bool,
    /// The column that holds their units row by row.
    pub units: Option<usize>,
}

impl Column {
    /// Whether it has its values, or one of them, in this place.
    pub fn has(&self, column: usize) -> bool {
        self.places.iter().any(|(place, _)| *place == column)
    }
}

/// How a column of its own writes the time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Written {
    /// 0:15
    Text,
    /// 0 to 24
    Hours,
    /// 15, 2345
    HoursMinutes,
    /// 1500, 234500
    HoursMinutesSeconds,
    /// 1 to 48 or 96: the intervals of a day counted.
    Intervals(i32),
}

/// Where a file has what.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    /// The first row with a reading, counted from 0.
    pub first: usize,
    /// The row above it, counted from 0.
    pub head: Option<usize>,
    /// The column of dates.
    date: usize,
    day_first: bool,
    clock: Option<(usize, Written)>,
    /// The columns that can be the use, from left to right.
    pub columns: Vec<Column>,
    /// Heads of columns of numbers that are something else.
    pub others: Vec<String>,
    /// A factor that stands in the file.
    pub ratio: Option<String>,
    /// A unit above the table, and the head that says another.
    pub contradiction: Option<(String, String)>,
    /// Lines above the table with numbers of which nothing was made.
    pub unconsidered: Vec<String>,
    /// Where the heads end, where there are heads.
    pub width: Option<usize>,
    /// Readings have a time of day in the column of dates.
    pub timed: bool,
    /// The head says that times are ends.
    pub ends: bool,
    /// Times are counted from 1970.
    pub since_1970: bool,
}

impl Layout {
    /// Finds the layout of a sheet.
    pub fn of(sheet: &Sheet) -> Result<Self, Refusal> {
        let sample = Sample::of(sheet);
        if sample.score() > 0 {
            sample.layout(sheet)
        } else if sample.rows.len() <= 1 {
            Err(Refusal::Empty)
        } else if sample
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| any_stamp(cell).is_some())
        {
            Err(Refusal::NoValues)
        } else {
            Err(Refusal::NoTimes)
        }
    }

    /// Whether the date of a row has its day, month and year between points.
    pub fn has_dotted_date(&self, row: &[Cell]) -> bool {
        at(row, self.date)
            .split_whitespace()
            .next()
            .is_some_and(|date| date.matches('.').count() == 2)
    }

    /// When a row was measured, and the column that cannot be read where there is one.
    pub fn time(&self, row: &[Cell]) -> Result<Stamp, usize> {
        let of_day = stamp(&at(row, self.date), self.day_first).ok_or(self.date)?;
        let Some((column, written)) = self.clock else { return Ok(of_day) };
        let clock = written.read(&at(row, column)).ok_or(column)?;
        Ok(Stamp { clock: Some(clock), ..of_day })
    }
}

impl Written {
    fn read(self, cell: &str) -> Option<Clock> {
        if self == Self::Text {
            return clock(cell);
        }
        let number = whole(cell)?;
        let (hour, minute, second) = match self {
            Self::Intervals(count) => {
                let minute = || (number - 1) * (DAY / count);
                return (1..=count).contains(&number).then(|| Clock {
                    minute: minute(),
                    at_24: false,
                    utc: false,
                });
            }
            Self::Text | Self::Hours => (number, 0, 0),
            Self::HoursMinutes => (number / 100, number % 100, 0),
            Self::HoursMinutesSeconds => (number / 10_000, number / 100 % 100, number % 100),
        };
        let at_24 = hour == 24 && minute == 0 && second == 0;
        ((hour < 24 || at_24) && minute < 60 && second < 60).then(|| Clock {
            minute: hour * 60 + minute + i32::from(second >= 30),
            at_24,
            utc: false,
        })
    }
}

/// A row with its place in the sheet.
struct Row<'a> {
    line: usize,
    cells: Vec<Cow<'a, str>>,
    /// How many of them are numbers.
    numbers: usize,
}

/// The first rows of a sheet.
struct Sample<'a> {
    rows: Vec<Row<'a>>,
    /// For each column, how many rows have a date there and a number elsewhere.
    dated: Vec<usize>,
}

impl<'a> Sample<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let rows: Vec<Row> = sheet
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.iter().all(Cell::is_empty))
            .take(SAMPLE)
            .map(|(line, row)| {
                let cells: Vec<Cow<str>> = (0..row.len()).map(|column| at(row, column)).collect();
                let numbers = cells.iter().filter(|cell| is_number(cell)).count();
                Row { line, cells, numbers }
            })
            .collect();
        let mut dated = Vec::new();
        for row in &rows {
            dated.resize(row.cells.len().max(dated.len()), 0);
            for (count, cell) in dated.iter_mut().zip(&row.cells) {
                if any_stamp(cell).is_some() && row.numbers > usize::from(is_number(cell)) {
                    *count += 1;
                }
            }
        }
        Self { rows, dated }
    }

    fn score(&self) -> usize {
        self.dated.iter().copied().max().unwrap_or_default()
    }

    /// The rows that have a date in a column and a number elsewhere.
    fn readings(&self, date: usize) -> Vec<&Row<'a>> {
        let dated = |row: &&Row| {
            row.cells.get(date).is_some_and(|cell| {
                any_stamp(cell).is_some() && row.numbers > usize::from(is_number(cell))
            })
        };
        self.rows.iter().filter(dated).collect()
    }

    fn layout(&self, sheet: &Sheet) -> Result<Layout, Refusal> {
        let date = self.date().ok_or(Refusal::NoTimes)?;
        let readings = self.readings(date);
        let first = readings.first().map(|row| row.line).ok_or(Refusal::NoTimes)?;
        let (head, names) = self.heads(first, date);
        let heads: Vec<String> = names.iter().map(|name| small(name)).collect();
        let head_of = |column: usize| heads.get(column).map_or("", String::as_str);
        let timed = column_of(&readings, date)
            .any(|cell| clock_of(cell).is_some_and(|clock| clock.minute != 0));
        let by_head = if timed { None } else { day_of_heads(&heads, date) };
        let clock =
            if timed || by_head.is_some() { None } else { self.clock(date, &readings, &heads) };
        let by_count =
            || if timed || clock.is_some() { None } else { day_without_heads(&readings, date) };
        let by_heads = by_head.is_some();
        // A single cell above the readings is no head.
        let is_single = names.iter().filter(|name| !name.is_empty()).count() < 2;
        let statement = self.unit_above(first, head.filter(|_| !is_single));
        let above = statement.as_ref().map(|(unit, _)| *unit);
        let (columns, others) = match by_head.or_else(by_count) {
            Some(places) => (vec![self.day(first, places, &heads, above)], Vec::new()),
            None => self.columns((first, date, clock), &readings, (&names, &heads), above),
        };
        if columns.is_empty() {
            return Err(Refusal::NoValues);
        }
        let head = head.filter(|_| by_heads || is_head(&columns, &names, &heads, date));
        let lines: Vec<Vec<Cow<str>>> = self
            .rows
            .iter()
            .take_while(|row| row.line < head.unwrap_or(first))
            .map(|row| row.cells.clone())
            .collect();
        let ratio = factor(&lines).or_else(|| self.ratio(&readings, &heads, &names));
        let unconsidered = lines
            .iter()
            .map(|line| {
                let cells: Vec<&str> =
                    line.iter().map(AsRef::as_ref).filter(|cell| !cell.is_empty()).collect();
                cells.join(" ")
            })
            .filter(|line| has_number(line))
            .collect();
        let is_end_of = |column: usize| head.is_some() && is_end(head_of(column));
        let ends = is_end_of(date) || clock.is_some_and(|(column, _)| is_end_of(column));
        let contradiction = statement.and_then(|(unit, said)| contradicted(unit, said, &columns));
        let width = head
            .map(|_| names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1));
        let rows = sheet.rows.get(first..).unwrap_or_default();
        let since_1970 = column_of(&readings, date).any(is_since_1970);
        Ok(Layout {
            first,
            head,
            date,
            day_first: day_first(rows, date),
            clock,
            columns,
            others,
            ends,
            ratio,
            contradiction,
            unconsidered,
            width,
            timed,
            since_1970,
        })
    }

    /// The column of dates: one that most rows agree on; with a time of day rather than without, with a word for time above it, not
    /// a mere number.
    fn date(&self) -> Option<usize> {
        let enough = self.score() * 8 / 10;
        let mut best = None;
        for (column, count) in self.dated.iter().enumerate() {
            if *count < enough.max(1) {
                continue;
            }
            let readings = self.readings(column);
            let Some(row) = readings.first() else { continue };
            let (_, names) = self.heads(row.line, column);
            let head = names.get(column).map_or_else(String::new, |name| small(name));
            let head = head.as_str();
            let timed = column_of(&readings, column)
                .any(|cell| clock_of(cell).is_some_and(|clock| clock.minute != 0));
            let bare = row.cells.get(column).is_some_and(|cell| whole(cell).is_some());
            if bare
                && readings.len() > 2
                && column_of(&readings, column)
                    .all(|cell| Some(cell) == row.cells.get(column).map(AsRef::as_ref))
            {
                continue; // the number of a meter, that happens to be a date
            }
            let named = mentions(head, &TIME_WORDS);
            // A register of ten digits can pass for seconds since 1970, so such a column needs a word for time above it, or no rival.
            let certain = named || !row.cells.get(column).is_some_and(|cell| is_since_1970(cell));
            let rank = (!mentions(head, &OTHER_TIMES), certain, timed, named, !bare);
            if best.is_none_or(|(_, highest)| rank > highest) {
                best = Some((column, rank));
            }
        }
        best.map(|(column, _)| column)
    }

    /// The row above the first reading and its cells; with those of the row above where it holds only units.
    fn heads(&self, first: usize, date: usize) -> (Option<usize>, Vec<String>) {
        let without_value =
            |row: &Row| row.cells.get(date).is_some_and(|cell| any_stamp(cell).is_some());
        let mut above =
            self.rows.iter().rev().skip_while(|row| row.line >= first || without_value(row));
        let Some(head) = above.next() else { return (None, Vec::new()) };
        let mut heads: Vec<String> =
            head.cells.iter().map(|cell| cell.clone().into_owned()).collect();
        if let Some(upper) = above.next().filter(|upper| is_upper_head(&upper.cells, &heads, date))
        {
            let named = is_name(heads.get(date).map_or("", String::as_str));
            let glued = heads
                .iter_mut()
                .zip(&upper.cells)
                .enumerate()
                .filter(|(column, _)| *column != date || !named);
            for (_, (cell, upper)) in glued {
                *cell = [upper, " ", cell].concat().trim().to_owned();
            }
        }
        (Some(head.line), heads)
    }

    /// A column of times of day beside the one of dates.
    fn clock(&self, date: usize, readings: &[&Row], heads: &[String]) -> Option<(usize, Written)> {
        let columns = self.dated.len();
        let all = |column: usize, one: &dyn Fn(&str) -> bool| {
            column_of(readings, column).filter(|cell| one(cell)).count() * 2 > readings.len()
        };
        let text = |cell: &str| cell.contains([':', '：', '时', '点']) && clock(cell).is_some();
        if let Some(column) = (0..columns).find(|column| *column != date && all(*column, &text)) {
            return Some((column, Written::Text));
        }
        let named = |column: &usize| {
            *column != date
                && heads.get(*column).is_some_and(|head| {
                    mentions(head, &TIME_WORDS) && !mentions(head, &OTHER_TIMES)
                })
        };
        let number = |cell: &str| whole(cell).is_some_and(|number| number <= 240_000);
        let column = (0..columns).filter(named).find(|column| all(*column, &number))?;
        let largest = column_of(readings, column).filter_map(whole).max()?;
        Some((
            column,
            match largest {
                ..=24 => Written::Hours,
                48 | 96 => Written::Intervals(largest), // a day of HHMM would have reached 2300
                25..=2400 => Written::HoursMinutes,
                _ => Written::HoursMinutesSeconds,
            },
        ))
    }

    /// The columns of numbers that can be the use, and the heads of the others.
    fn columns(
        &self,
        (first, date, clock): (usize, usize, Option<(usize, Written)>),
        readings: &[&Row],
        (names, heads): (&[String], &[String]),
        above: Option<Unit>,
    ) -> (Vec<Column>, Vec<String>) {
        let behind = clock.map_or(date, |(column, _)| column.max(date));
        let (mut columns, mut others) = (Vec::new(), Vec::new());
        for place in (0..self.dated.len())
            .filter(|column| *column != date && clock.is_none_or(|(other, _)| *column != other))
        {
            let (mut numbers, mut texts) = (0, 0);
            for cell in column_of(readings, place).filter(|cell| !is_missing(cell)) {
                *(if is_number(cell) && (any_stamp(cell).is_none() || is_since_1970(cell)) {
                    &mut numbers
                } else {
                    &mut texts
                }) += 1;
            }
            if numbers <= texts {
                continue;
            }
            let (head, name) = (
                heads.get(place).map_or("", String::as_str),
                names.get(place).cloned().unwrap_or_default(),
            );
            let rank = (speaks_for(head), place > behind);
            if rank.0 <= NOT_USE {
                others.push(name);
                continue;
            }
            let (kind, units) = self.kind(first, &[place], (head, heads), above);
            let unknown =
                is_unknown(head) || (kind.said != Said::Head && self.unknown_unit(first, place));
            columns.push(Column {
                places: vec![(place, None)],
                name,
                rank,
                part: part_of(head),
                kind,
                unknown,
                units,
            });
        }
        (columns, others)
    }

    /// The columns of a row that holds a day, as one.
    fn day(
        &self,
        first: usize,
        places: Vec<(usize, Option<i32>)>,
        heads: &[String],
        above: Option<Unit>,
    ) -> Column {
        let columns: Vec<usize> = places.iter().map(|(column, _)| *column).collect();
        let head = columns
            .iter()
            .filter_map(|column| heads.get(*column))
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        let (kind, units) = self.kind(first, &columns, (&head, heads), above);
        Column {
            places,
            name: String::new(),
            rank: (0, true),
            part: None,
            kind,
            unknown: is_unknown(&head),
            units,
        }
    }

    /// The unit, from the head, from a cell of its own, from the values, from above the table; else from words. And the column of units of that kind.
    fn kind(
        &self,
        first: usize,
        places: &[usize],
        (head, heads): (&str, &[String]),
        above: Option<Unit>,
    ) -> (Kind, Option<usize>) {
        let row = self
            .rows
            .iter()
            .find(|row| row.line == first)
            .map(|row| row.cells.as_slice())
            .unwrap_or_default();
        // W alone may be a weekday.
        let is_named =
            |column: usize| heads.get(column).is_some_and(|head| mentions(head, &UNIT_WORDS));
        let units_of = |row: &Row| {
            let beside = row
                .cells
                .iter()
                .enumerate()
                .filter(|(column, cell)| !cell.eq_ignore_ascii_case("w") || is_named(*column));
            beside
                .filter_map(|(column, cell)| Some((column, exact(cell)?)))
                .collect::<Vec<(usize, Unit)>>()
        };
        let mut readings = self.rows.iter().skip_while(|row| row.line < first).map(units_of);
        let units = readings.find(|units| !units.is_empty()).unwrap_or_default();
        let behind = places.iter().max().copied().unwrap_or_default();
        let column = units.iter().find(|(column, _)| *column > behind).or(units.first()).copied();
        let of_row = || column.map(|(_, unit)| unit);
        let of_values = || {
            places.iter().filter_map(|column| row.get(*column)).find_map(|cell| unit(&small(cell)))
        };
        let said = unit(head)
            .map(|unit| (unit, Said::Head))
            .or_else(|| of_row().or_else(of_values).map(|unit| (unit, Said::Row)))
            .or_else(|| above.map(|unit| (unit, Said::Above)));
        if let Some((unit, said)) = said {
            let units = column
                .filter(|(_, beside)| said == Said::Row || beside.power == unit.power)
                .map(|(column, _)| column);
            return (Kind { unit, said }, units);
        }
        let lines = || {
            self.rows
                .iter()
                .take_while(|row| row.line < first)
                .flat_map(|row| &row.cells)
                .map(|cell| small(cell))
        };
        let energy = mentions(head, &ENERGY_WORDS);
        let words_above = || {
            !energy
                && lines().any(|cell| mentions(&cell, &POWER_WORDS))
                && !lines().any(|cell| mentions(&cell, &ENERGY_WORDS))
        };
        let power = mentions(head, &POWER_WORDS) || words_above();
        let said = if power || energy { Said::Word } else { Said::Nowhere };
        (Kind { unit: if power { Unit::KILOWATT } else { Unit::KILOWATT_HOUR }, said }, None)
    }

    /// Whether a unit that is not known stands for a column above the table or in its first row.
    fn unknown_unit(&self, first: usize, place: usize) -> bool {
        let rows = || self.rows.iter().filter(|row| row.line <= first);
        let listed = |cell: Option<&Cow<str>>| {
            cell.is_some_and(|cell| tokens(&small(cell)).any(|token| UNKNOWN.contains(&token)))
        };
        let in_row = |(number, row): (usize, &Row)| {
            let below =
                self.rows.get(number + 1).map(|row| row.cells.as_slice()).unwrap_or_default();
            let named = row
                .cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| mentions(&small(cell), &UNIT_WORDS));
            named.into_iter().any(|(column, cell)| {
                listed(Some(cell)) || listed(row.cells.get(column + 1)) || listed(below.get(column))
            })
        };
        let above =
            self.rows.iter().enumerate().take_while(|(_, row)| row.line < first).any(in_row);
        let beside =
            |(column, cell): (usize, &Cow<str>)| column != place && is_unknown_unit(&small(cell));
        above || rows().any(|row| row.cells.iter().enumerate().any(beside))
    }

    /// A factor that is not 1 in a column of its own: by a word for it, or by a symbol above a number that is always the same.
    fn ratio(&self, readings: &[&Row], heads: &[String], names: &[String]) -> Option<String> {
        let first = readings.first()?;
        let steady = |place: usize| {
            let mut cells = column_of(readings, place).filter(|cell| !cell.is_empty());
            cells.next().is_some_and(|one| cells.all(|cell| cell == one))
        };
        let is_other_than_one = |place: usize| {
            let pair =
                [names.get(place).map(String::as_str), first.cells.get(place).map(AsRef::as_ref)];
            factor(&[pair.into_iter().flatten().map(Cow::Borrowed).collect()]).is_some()
        };
        let (place, _) = heads.iter().enumerate().find(|(place, head)| {
            (mentions(head, &RATIOS) || (names_a_factor(head) && steady(*place)))
                && (unit(head).is_none() || is_symbol(head))
                && is_other_than_one(*place)
        })?;
        Some(format!("{} = {}", names.get(place)?, first.cells.get(place)?))
    }

    /// The unit that stands above the table: beside, behind or below a word for it; else in a title without numbers.
    fn unit_above(&self, first: usize, head: Option<usize>) -> Option<(Unit, String)> {
        let rows: Vec<&Row> =
            self.rows.iter().take_while(|row| row.line < head.unwrap_or(first)).collect();
        let alone = |cell: Option<&Cow<str>>| {
            cell.map(|cell| small(cell)).filter(|cell| is_unit(cell)).and_then(|cell| unit(&cell))
        };
        for (place, row) in rows.iter().enumerate() {
            for (column, cell) in
                row.cells.iter().enumerate().filter(|(_, cell)| mentions(&small(cell), &UNIT_WORDS))
            {
                let below = rows.get(place + 1).and_then(|row| row.cells.get(column));
                if let Some(found) = unit(&small(cell))
                    .or_else(|| alone(row.cells.get(column + 1)))
                    .or_else(|| alone(below))
                {
                    let behind = row.cells.get(column + 1).map_or("", |cell| cell.as_ref());
                    return Some((found, [cell.as_ref(), " ", behind].concat().trim().to_owned()));
                }
            }
        }
        let titles = rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter(|cell| !cell.contains(|c: char| c.is_ascii_digit()));
        titles
            .filter(|cell| cell.len() > 2)
            .find_map(|cell| Some((unit(&small(cell))?, cell.clone().into_owned())))
    }
}

/// Whether a cell is the name of a column, and not a unit, nor how a date is written, nor in brackets.
fn is_name(cell: &str) -> bool {
    let format = |c: char| !c.is_alphabetic() || "dmyhsDMYHSTtjaJA年月日时分秒".contains(c);
    !cell.is_empty() && !cell.starts_with(['(', '[', '（']) && !cell.chars().all(format)
}

/// Whether a row names what the row below it gives the units of: all cells are texts, and either the row below names nothing else, or the upper one stands
/// above the values alone, or it tells apart several columns of one unit.
fn is_upper_head(upper: &[Cow<str>], lower: &[String], date: usize) -> bool {
    let units = lower.iter().enumerate().filter(|(_, cell)| is_unit(&small(cell)));
    let units: Vec<usize> = units.map(|(column, _)| column).collect();
    let above = |column: usize| upper.get(column).is_some_and(|cell| !cell.is_empty());
    let texts = upper.iter().all(|cell| any_stamp(cell).is_none() && !is_number(cell));
    texts
        && units.iter().any(|column| above(*column))
        && (!is_name(lower.get(date).map_or("", String::as_str))
            || !above(date)
            || (units.len() > 1 && units.iter().all(|column| above(*column))))
}

/// Whether the row above the readings holds heads: it reaches the values, and names them or the times.
fn is_head(columns: &[Column], names: &[String], heads: &[String], date: usize) -> bool {
    let named = |name: &String| !name.is_empty() && !is_number(name) && any_stamp(name).is_none();
    let is_time = heads.get(date).is_some_and(|head| {
        mentions(head, &TIME_WORDS) && !head.contains(|c: char| c.is_ascii_digit())
    });
    let places = || columns.iter().flat_map(|column| &column.places).map(|(place, _)| *place);
    is_time && names.iter().filter(|name| named(name)).count() > 1
        || places().any(|place| names.get(place).is_some_and(named))
}

/// The unit that is stated above a table and the head that says another. A W in a title may stand for anything.
fn contradicted(unit: Unit, said: String, columns: &[Column]) -> Option<(String, String)> {
    let same = |column: &&Column| {
        column.kind.unit.power == unit.power
            && (column.kind.unit.scale / unit.scale - 1.0).abs() < 1e-9
    };
    let in_doubt = unit.symbol == "W" && !mentions(&small(&said), &UNIT_WORDS);
    let of_head = |column: &&Column| column.kind.said == Said::Head;
    if in_doubt || columns.iter().any(|column| !of_head(&column) || same(&column)) {
        return None;
    }
    columns.iter().find(of_head).map(|column| (said, column.name.clone()))
}

/// A row of a day by its heads: 24 or 96 of them that are times, or that count from 0 or 1.
fn day_of_heads(heads: &[String], date: usize) -> Option<Vec<(usize, Option<i32>)>> {
    let others = || heads.iter().enumerate().filter(|(column, _)| *column != date);
    let mut runs: Vec<(i32, Vec<usize>)> = Vec::new();
    for (column, number) in others().filter_map(|(column, head)| Some((column, counted(head)?))) {
        match runs.last_mut() {
            Some((last, run)) if *last + 1 == number => {
                *last = number;
                run.push(column);
            }
            _ if number <= 1 => runs.push((number, vec![column])),
            _ => {}
        }
    }
    if let Some((_, run)) = runs
        .iter()
        .filter(|(_, run)| DAY_COUNTS.contains(&run.len()))
        .max_by_key(|(_, run)| run.len())
    {
        return Some(
            run.iter()
                .zip(minutes(run.len()))
                .map(|(column, minute)| (*column, Some(minute)))
                .collect(),
        );
    }
    let mut times: Vec<(usize, i32)> =
        others().filter_map(|(column, head)| Some((column, clock(head)?.minute))).collect();
    if !DAY_COUNTS.contains(&times.len()) {
        return None;
    }
    if let Some((_, last)) = times.last_mut()
        && *last == 0
    {
        *last = DAY; // 00:15 … 23:45, 00:00
    }
    Some(times.into_iter().map(|(column, minute)| (column, Some(minute))).collect())
}

/// As many numbers behind a date as a day has intervals; what stands before them may be the number of a meter.
fn day_without_heads(readings: &[&Row], date: usize) -> Option<Vec<(usize, Option<i32>)>> {
    let row = readings.first()?;
    let value = |(column, cell): &(usize, &Cow<str>)| {
        *column != date && (cell.is_empty() || is_number(cell))
    };
    let all: Vec<usize> =
        row.cells.iter().enumerate().filter(value).map(|(column, _)| column).collect();
    let behind: Vec<usize> = all.iter().copied().filter(|column| *column > date).collect();
    let without_last =
        |columns: &[usize]| columns.split_last().map(|(_, rest)| rest.to_vec()).unwrap_or_default(); // a delimiter behind the last value
    let columns = [without_last(&all), without_last(&behind)];
    let empty_last = row.cells.last().is_some_and(|cell| cell.is_empty());
    let found = [all, behind]
        .into_iter()
        .chain(columns.into_iter().filter(|_| empty_last))
        .find(|columns| DAY_COUNTS.contains(&columns.len()))?;
    Some(
        found
            .iter()
            .zip(minutes(found.len()))
            .map(|(column, minute)| (*column, Some(minute)))
            .collect(),
    )
}

/// The cells of a column.
fn column_of<'a>(readings: &[&'a Row<'_>], column: usize) -> impl Iterator<Item = &'a str> {
    readings.iter().filter_map(move |row| row.cells.get(column).map(AsRef::as_ref))
}

/// The starts of so many equal intervals of a day.
fn minutes(count: usize) -> impl Iterator<Item = i32> {
    let step = i32::try_from(count).map_or(DAY, |count| DAY / count.max(1));
    (0..).map(move |interval| interval * step)
}

/// The number in a head such as P1, 1时 or 第1点; none where there is not just one.
fn counted(head: &str) -> Option<i32> {
    let number = head.trim_matches(|c: char| !c.is_ascii_digit());
    if number.len() > 3 { None } else { whole(number) }
}

/// Day first or month first: the first date that can be only one of the two. Else a slash has the month first, a dash the day.
fn day_first(rows: &[Vec<Cell>], date: usize) -> bool {
    let mut dashes = false;
    for row in rows {
        let cell = at(row, date);
        if !ambiguous_order(&cell) {
            continue;
        }
        dashes |= cell.contains('-');
        let (day, month) = (stamp(&cell, true), stamp(&cell, false));
        if day.is_some() != month.is_some() {
            return day.is_some();
        }
    }
    dashes
}

fn any_stamp(cell: &str) -> Option<Stamp> {
    stamp(cell, true).or_else(|| stamp(cell, false))
}

fn clock_of(cell: &str) -> Option<Clock> {
    any_stamp(cell)?.clock
}

/// A whole number without a sign, cut at the largest.
fn whole(cell: &str) -> Option<i32> {
    if cell.is_empty() || !cell.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    Some(cell.bytes().fold(0_i32, |number, digit| {
        number.saturating_mul(10).saturating_add(i32::from(digit.saturating_sub(b'0')))
    }))
}

fn small(cell: &str) -> String {
    cell.to_lowercase()
}

/// A unit that is not known, and nothing else.
fn is_unknown_unit(cell: &str) -> bool {
    let inside = cell.trim_matches(['(', ')', '[', ']', ' ']);
    !matches!(inside, "hp" | "ps" | "cv" | "j" | "cal") && UNKNOWN.contains(&inside)
}

fn mentions(head: &str, words: &[&str]) -> bool {
    words.iter().any(|word| head.contains(word))
}

fn is_end(head: &str) -> bool {
    let to = |token: &str| TO_TOKENS.contains(&token);
    let alone = || tokens(head).filter(|token| !token.is_empty()).all(to);
    mentions(head, &END_WORDS)
        || tokens(head).any(|token| END_TOKENS.contains(&token))
        || (tokens(head).any(to) && (alone() || mentions(head, &TIME_WORDS)))
}

/// The quantity, the kind of value and the tariff of a register such as 1-0:1.8.1*255.
fn obis(head: &str) -> Option<(u32, u32, u32)> {
    head.split(|c: char| !(c.is_ascii_digit() || c == '.')).find_map(|code| {
        let mut parts = code
            .split('.')
            .map(|part| if part.len() > 2 { None } else { part.parse::<u32>().ok() });
        let found = (parts.next()??, parts.next()??, parts.next()??);
        (parts.next().is_none() && matches!(found.1, 4..=9 | 25 | 27 | 29)).then_some(found)
    })
}

fn speaks_for(head: &str) -> i32 {
    let head = head.replace("factory", ""); // is no factor
    let head = head.as_str();
    let returned =
        obis(head).is_some_and(|(quantity, ..)| !matches!(quantity, 1 | 15 | 16 | 21 | 41 | 61));
    let mut words = head.split(|c: char| !c.is_alphanumeric());
    let in_brackets = |(_, inside): (_, &str)| OTHER_UNITS.contains(&inside.trim());
    let other_unit = head
        .trim_end_matches([')', ']', '）'])
        .rsplit_once(['(', '[', '（'])
        .is_some_and(in_brackets);
    let is_other = other_unit
        || mentions(head, &OTHER_WORDS)
        || words.any(|word| OTHER_TOKENS.contains(&word));
    let other = if returned || is_other || mentions(head, &OTHER_VALUES) { 2 * NOT_USE } else { 0 };
    let extreme = if is_least(head) { LEAST } else { 0 };
    VALUE_WORDS
        .iter()
        .filter(|(word, _)| head.contains(word))
        .map(|(_, weight)| weight)
        .sum::<i32>()
        + other
        + extreme
}

/// Whether a head is that of the least of a step; 15 min is no least.
fn is_least(head: &str) -> bool {
    let mut before = "";
    head.contains("最小")
        || head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
            let number = before.bytes().all(|digit| digit.is_ascii_digit()) && !before.is_empty();
            before = word;
            LEAST_WORDS.contains(&word) && !number
        })
}

/// What a column is a part of, by its head in small letters.
fn part_of(head: &str) -> Option<Part> {
    let no_part = |token: &str| {
        NO_PART_TOKENS.contains(&token)
            || NO_PART_STARTS.iter().any(|start| token.starts_with(start))
    };
    if mentions(head, &NO_PARTS) || tokens(head).any(no_part) {
        return None;
    }
    let (mut numbered, mut before) = (false, "");
    for token in tokens(head).filter(|token| !token.is_empty()) {
        numbered |= NUMBERED.contains(&before) && token.len() == 1;
        before = token;
    }
    match obis(head) {
        Some((1 | 15, 8 | 9 | 29, 1..)) => return Some(Part::Band),
        Some((1 | 15, 8 | 9 | 29, 0)) => return None,
        _ => {}
    }
    let high_low = tokens(head).any(|token| HIGH_LOW.contains(&token))
        && tokens(head).any(|token| BESIDE_HIGH_LOW.contains(&token));
    let phase = tokens(head).any(|token| token == "phase")
        && tokens(head).any(|token| ["a", "b", "c", "1", "2", "3"].contains(&token));
    if phase || mentions(head, &PHASES) || tokens(head).any(|token| PHASE_TOKENS.contains(&token)) {
        Some(Part::Phase)
    } else if numbered
        || high_low
        || mentions(&head.replace("平均", ""), &BANDS)
        || tokens(head).any(|token| BAND_TOKENS.contains(&token))
    {
        Some(Part::Band)
    } else {
        None
    }
}
