//! Where a file has its times and its values: found from the first rows that have both, then from the words in the head above them.

use super::Refusal;
use super::cells::{cells, is_number};
use super::stamp::{Clock, Stamp, ambiguous_order, clock, stamp};

/// Rows that are looked at to find the layout; a preamble is shorter.
const SAMPLE: usize = 400;
/// Delimiters, the surer first.
const DELIMITERS: [char; 3] = ['\t', ';', ','];
/// How many values a row holds that holds a day.
const DAY_COUNTS: [usize; 5] = [24, 48, 96, 144, 288];
/// Minutes of a day.
pub const DAY: i32 = 1440;

/// Words in the head of a column of times.
const TIME_WORDS: [&str; 17] =
    ["时间", "日期", "时刻", "时点", "时段", "小时", "date", "time", "hour", "from", "start", "datum", "zeit", "uhr", "stunde", "von", "period"];
/// Times of something else than the use.
const OTHER_TIMES: [&str; 9] = ["采集", "入库", "创建", "更新", "上传", "召测", "created", "updated", "received"];
/// The end of an interval, in Chinese.
const END_WORDS: [&str; 3] = ["结束", "截止", "终止"];
/// The end of an interval, as a whole word.
const END_TOKENS: [&str; 6] = ["end", "ending", "ended", "to", "bis", "until"];
/// Words for power, where no unit stands.
const POWER_WORDS: [&str; 6] = ["功率", "负荷", "power", "load", "demand", "leistung"];
/// Words for energy, where no unit stands.
const ENERGY_WORDS: [&str; 9] = ["电量", "电能", "用电", "电度", "energy", "consumption", "usage", "verbrauch", "bezug"];

/// What a word in a column's head says for or against its being the use of the plant.
const VALUE_WORDS: [(&str, i32); 58] = [
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
const OTHER_VALUES: [&str; 19] = [
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
    "temperature",
    "status",
    "quality",
];
/// A column that says so little for itself is not taken.
const NOT_USE: i32 = -100;

/// Units by how a head ends a word with them: whether power, and how many kWh or kW one is.
const UNITS: [(&str, bool, f64); 13] = [
    ("万千瓦时", false, 10_000.0),
    ("兆瓦时", false, 1000.0),
    ("千瓦时", false, 1.0),
    ("万kwh", false, 10_000.0),
    ("gwh", false, 1e6),
    ("mwh", false, 1000.0),
    ("kwh", false, 1.0),
    ("兆瓦", true, 1000.0),
    ("千瓦", true, 1.0),
    ("kw", true, 1.0),
    ("mw", true, 1000.0),
    ("wh", false, 0.001),
    ("w", true, 0.001),
];

/// What values are measured in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Kind {
    /// Power rather than energy.
    pub power: bool,
    /// kW or kWh in one.
    pub scale: f64,
    /// Said by a unit, not taken from a word or assumed.
    pub said: bool,
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
    /// Between cells.
    pub delimiter: char,
    /// The first line with a reading, counted from 0.
    pub first: usize,
    /// The line above it, counted from 0.
    pub head: Option<usize>,
    /// The column of dates.
    pub date: usize,
    day_first: bool,
    clock: Option<(usize, Written)>,
    /// The columns of values, each with the minute of the day it is of where a row holds a day.
    pub values: Vec<(usize, Option<i32>)>,
    /// What they are measured in.
    pub kind: Kind,
    /// The head says that times are ends.
    pub ends: bool,
}

impl Layout {
    /// Finds the layout of a file.
    pub fn of(lines: &[&str]) -> Result<Self, Refusal> {
        let samples = DELIMITERS.map(|delimiter| Sample::of(lines, delimiter));
        let mut best = None::<&Sample>;
        for sample in &samples {
            if sample.score() > best.map_or(0, Sample::score) {
                best = Some(sample);
            }
        }
        let cells = || samples.iter().flat_map(|sample| &sample.rows).flat_map(|row| &row.cells);
        match best {
            Some(sample) => sample.layout(lines),
            None if samples.iter().all(|sample| sample.rows.len() <= 1) => Err(Refusal::Empty),
            None if cells().any(|cell| any_stamp(cell).is_some()) => Err(Refusal::NoValues),
            None => Err(Refusal::NoTimes),
        }
    }

    /// When a row was measured, and the column that cannot be read where there is one.
    pub fn time(&self, cells: &[&str]) -> Result<Stamp, usize> {
        let of_day = cells.get(self.date).and_then(|cell| stamp(cell, self.day_first)).ok_or(self.date)?;
        let Some((column, written)) = self.clock else { return Ok(of_day) };
        let clock = cells.get(column).and_then(|cell| written.read(cell)).ok_or(column)?;
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
                return (1..=count).contains(&number).then(|| Clock { minute: minute(), at_24: false, utc: false });
            }
            Self::Text | Self::Hours => (number, 0, 0),
            Self::HoursMinutes => (number / 100, number % 100, 0),
            Self::HoursMinutesSeconds => (number / 10_000, number / 100 % 100, number % 100),
        };
        let at_24 = hour == 24 && minute == 0 && second == 0;
        ((hour < 24 || at_24) && minute < 60 && second < 60).then(|| Clock { minute: hour * 60 + minute + i32::from(second >= 30), at_24, utc: false })
    }
}

/// A row with its place among the lines.
struct Row<'a> {
    line: usize,
    cells: Vec<&'a str>,
    /// How many of them are numbers.
    numbers: usize,
}

/// The first rows of a file under one delimiter.
struct Sample<'a> {
    delimiter: char,
    rows: Vec<Row<'a>>,
    /// For each column, how many rows have a date there and a number elsewhere.
    dated: Vec<usize>,
}

impl<'a> Sample<'a> {
    fn of(lines: &[&'a str], delimiter: char) -> Self {
        let rows: Vec<Row> = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .take(SAMPLE)
            .map(|(line, text)| {
                let cells: Vec<&str> = cells(text, delimiter).collect();
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
        Self { delimiter, rows, dated }
    }

    fn score(&self) -> usize {
        self.dated.iter().copied().max().unwrap_or_default()
    }

    /// The rows that have a date in a column and a number elsewhere.
    fn readings(&self, date: usize) -> Vec<&Row<'a>> {
        let dated = |row: &&Row| row.cells.get(date).is_some_and(|cell| any_stamp(cell).is_some() && row.numbers > usize::from(is_number(cell)));
        self.rows.iter().filter(dated).collect()
    }

    fn layout(&self, lines: &[&str]) -> Result<Layout, Refusal> {
        let date = self.date().ok_or(Refusal::NoTimes)?;
        let readings = self.readings(date);
        let first = readings.first().map(|row| row.line).ok_or(Refusal::NoTimes)?;
        let (head, heads) = self.heads(first, date);
        let head_of = |column: usize| heads.get(column).map_or("", String::as_str);
        let timed = column_of(&readings, date).any(|cell| clock_of(cell).is_some_and(|clock| clock.minute != 0));
        let by_head = if timed { None } else { day_of_heads(&heads, date) };
        let clock = if timed || by_head.is_some() { None } else { self.clock(date, &readings, &heads) };
        let values = match by_head {
            Some(day) => day,
            None if timed || clock.is_some() => vec![(self.value(date, clock, &readings, &heads).ok_or(Refusal::NoValues)?, None)],
            None => match day_without_heads(&readings, date) {
                Some(day) => day,
                None => vec![(self.value(date, None, &readings, &heads).ok_or(Refusal::NoValues)?, None)],
            },
        };
        let kind = self.kind(first, &values, &heads);
        let ends = is_end(head_of(date)) || clock.is_some_and(|(column, _)| is_end(head_of(column)));
        let day_first = day_first(lines.get(first..).unwrap_or_default(), self.delimiter, date);
        Ok(Layout { delimiter: self.delimiter, first, head, date, day_first, clock, values, kind, ends })
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
            let (_, heads) = self.heads(row.line, column);
            let head = heads.get(column).map_or("", String::as_str);
            let timed = column_of(&readings, column).any(|cell| clock_of(cell).is_some_and(|clock| clock.minute != 0));
            let bare = row.cells.get(column).is_some_and(|cell| whole(cell).is_some());
            let rank = (!mentions(head, &OTHER_TIMES), timed, mentions(head, &TIME_WORDS), !bare);
            if best.is_none_or(|(_, highest)| rank > highest) {
                best = Some((column, rank));
            }
        }
        best.map(|(column, _)| column)
    }

    /// The line above the first reading and its cells in small letters; with those of the line above where it holds only units.
    fn heads(&self, first: usize, date: usize) -> (Option<usize>, Vec<String>) {
        let without_value = |row: &Row| row.cells.get(date).is_some_and(|cell| any_stamp(cell).is_some());
        let mut above = self.rows.iter().rev().skip_while(|row| row.line >= first || without_value(row));
        let Some(head) = above.next() else { return (None, Vec::new()) };
        let mut heads: Vec<String> = head.cells.iter().map(|cell| small(cell)).collect();
        if heads.iter().any(|cell| is_unit(cell)) {
            for (cell, upper) in heads.iter_mut().zip(above.next().map(|row| row.cells.as_slice()).unwrap_or_default()) {
                *cell = [&small(upper), " ", cell].concat();
            }
        }
        (Some(head.line), heads)
    }

    /// A column of times of day beside the one of dates.
    fn clock(&self, date: usize, readings: &[&Row], heads: &[String]) -> Option<(usize, Written)> {
        let columns = self.dated.len();
        let all = |column: usize, one: &dyn Fn(&str) -> bool| column_of(readings, column).filter(|cell| one(cell)).count() * 2 > readings.len();
        let text = |cell: &str| cell.contains([':', '：', '时', '点']) && clock(cell).is_some();
        if let Some(column) = (0..columns).find(|column| *column != date && all(*column, &text)) {
            return Some((column, Written::Text));
        }
        let named = |column: &usize| *column != date && heads.get(*column).is_some_and(|head| mentions(head, &TIME_WORDS) && !mentions(head, &OTHER_TIMES));
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

    /// The column of values: the one whose head speaks most for it, then the first behind the times.
    fn value(&self, date: usize, clock: Option<(usize, Written)>, readings: &[&Row], heads: &[String]) -> Option<usize> {
        let behind = clock.map_or(date, |(column, _)| column.max(date));
        let mut best = None;
        for column in (0..self.dated.len()).filter(|column| *column != date && clock.is_none_or(|(other, _)| *column != other)) {
            let (mut numbers, mut others) = (0, 0);
            for cell in column_of(readings, column).filter(|cell| !cell.is_empty()) {
                *(if is_number(cell) && any_stamp(cell).is_none() { &mut numbers } else { &mut others }) += 1;
            }
            let rank = (heads.get(column).map_or(0, |head| speaks_for(head)), column > behind);
            if numbers > others && rank.0 > NOT_USE && best.is_none_or(|(_, highest)| rank > highest) {
                best = Some((column, rank));
            }
        }
        best.map(|(column, _)| column)
    }

    /// The unit, from the heads of the values, from a cell of its own, from the values, from a line above; else from words.
    fn kind(&self, first: usize, values: &[(usize, Option<i32>)], heads: &[String]) -> Kind {
        let row = self.rows.iter().find(|row| row.line == first).map(|row| row.cells.as_slice()).unwrap_or_default();
        let of_values = || values.iter().map(|(column, _)| *column);
        let head = of_values().filter_map(|column| heads.get(column)).cloned().collect::<Vec<_>>().join(" ");
        let above = || self.rows.iter().take_while(|row| row.line < first).flat_map(|row| &row.cells).map(|cell| small(cell));
        let lines = || self.rows.iter().take_while(|row| row.line < first).map(|row| small(&row.cells.join(" ")));
        let said = unit(&head)
            .or_else(|| row.iter().map(|cell| small(cell)).find(|cell| is_unit(cell) && cell != "w").and_then(|cell| unit(&cell)))
            .or_else(|| of_values().filter_map(|column| row.get(column)).find_map(|cell| unit(&small(cell))))
            .or_else(|| lines().filter(|line| mentions(line, &["单位", "unit", "einheit"])).find_map(|line| unit(&line)));
        if let Some((power, scale)) = said {
            return Kind { power, scale, said: true };
        }
        let energy = mentions(&head, &ENERGY_WORDS);
        let words_above = || !energy && above().any(|cell| mentions(&cell, &POWER_WORDS)) && !above().any(|cell| mentions(&cell, &ENERGY_WORDS));
        Kind { power: mentions(&head, &POWER_WORDS) || words_above(), scale: 1.0, said: false }
    }
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
    if let Some((_, run)) = runs.iter().filter(|(_, run)| DAY_COUNTS.contains(&run.len())).max_by_key(|(_, run)| run.len()) {
        return Some(run.iter().zip(minutes(run.len())).map(|(column, minute)| (*column, Some(minute))).collect());
    }
    let mut times: Vec<(usize, i32)> = others().filter_map(|(column, head)| Some((column, clock(head)?.minute))).collect();
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

/// As many numbers behind a date as a day has intervals.
fn day_without_heads(readings: &[&Row], date: usize) -> Option<Vec<(usize, Option<i32>)>> {
    let row = readings.first()?;
    let value = |(column, cell): &(usize, &&str)| *column != date && (cell.is_empty() || is_number(cell));
    let mut columns: Vec<usize> = row.cells.iter().enumerate().filter(value).map(|(column, _)| column).collect();
    if !DAY_COUNTS.contains(&columns.len()) && row.cells.last().is_some_and(|cell| cell.is_empty()) {
        columns.pop(); // a delimiter behind the last value
    }
    DAY_COUNTS.contains(&columns.len()).then(|| columns.iter().zip(minutes(columns.len())).map(|(column, minute)| (*column, Some(minute))).collect())
}

/// The cells of a column.
fn column_of<'a>(readings: &[&Row<'a>], column: usize) -> impl Iterator<Item = &'a str> {
    readings.iter().filter_map(move |row| row.cells.get(column).copied())
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
fn day_first(lines: &[&str], delimiter: char, date: usize) -> bool {
    let mut dashes = false;
    for line in lines {
        let Some(cell) = cells(line, delimiter).nth(date) else { continue };
        if !ambiguous_order(cell) {
            continue;
        }
        dashes |= cell.contains('-');
        let (day, month) = (stamp(cell, true), stamp(cell, false));
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
    Some(cell.bytes().fold(0_i32, |number, digit| number.saturating_mul(10).saturating_add(i32::from(digit.saturating_sub(b'0')))))
}

fn small(cell: &str) -> String {
    cell.to_ascii_lowercase()
}

fn mentions(head: &str, words: &[&str]) -> bool {
    words.iter().any(|word| head.contains(word))
}

fn tokens(head: &str) -> impl Iterator<Item = &str> {
    head.split(|c: char| !c.is_ascii_alphanumeric())
}

fn is_end(head: &str) -> bool {
    mentions(head, &END_WORDS) || tokens(head).any(|token| END_TOKENS.contains(&token))
}

fn speaks_for(head: &str) -> i32 {
    let other = if mentions(head, &OTHER_VALUES) { 2 * NOT_USE } else { 0 };
    VALUE_WORDS.iter().filter(|(word, _)| head.contains(word)).map(|(_, weight)| weight).sum::<i32>() + other
}

/// The unit in a head in small letters: whether power, and how many kW or kWh one is. An energy goes before a power.
fn unit(head: &str) -> Option<(bool, f64)> {
    let head = head.replace(['·', '⋅', '•', '∙', '*'], "").replace("kw.h", "kwh");
    for (unit, power, scale) in UNITS {
        let found = if unit.is_ascii() {
            let glued = unit.len() > 2 || unit == "kw"; // power_kw, totalkwh; but no word that merely ends in w
            tokens(&head).any(|token| token == unit || (glued && token.ends_with(unit)))
        } else {
            head.contains(unit)
        };
        if found {
            return Some((power, scale));
        }
    }
    let degree = |word: &str| head.split(|c: char| !c.is_alphabetic()).any(|part| part == word);
    if degree("万度") { Some((false, 10_000.0)) } else { degree("度").then_some((false, 1.0)) }
}

/// Whether a cell in small letters holds a unit and nothing else.
fn is_unit(cell: &str) -> bool {
    let inside = cell.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '（' | '）' | ' '));
    UNITS.iter().any(|(unit, ..)| *unit == inside) || inside == "度"
}
