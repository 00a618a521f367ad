//! What was read in a meter file, what was left and what was guessed, sentence by sentence.

use super::{Counted, Found, Meter, Part, Said};
use crate::import::numbers::{Because, DecimalSign};
use crate::words::{Arg, Phrase, Text, phrase, text};

/// Heads of columns that are named; of more only how many there are.
const NAMED: usize = 8;
/// Two measures of the same energy may differ by this share before it is told as a difference.
const AGREE: f64 = 0.01;

fn count(count: usize) -> Arg {
    Arg::Count(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Heads side by side, each cut to what can be read.
pub(super) fn names(names: &[String]) -> Arg {
    let short = |name: &String| name.chars().take(60).collect::<String>();
    let mut all = names.iter().take(NAMED).map(short).collect::<Vec<_>>().join(" · ");
    if names.len() > NAMED {
        all.push_str(&format!(" · … ({})", names.len()));
    }
    Arg::Name(all)
}

impl Meter {
    /// The account of the file.
    pub fn account(&self) -> Vec<Phrase> {
        let f = &self.found;
        let day =
            |(year, month, day): (u16, u8, u8)| Arg::Name(format!("{year}-{month:02}-{day:02}"));
        const ROWS: Text = text(
            "{0} rows, one every {1} min, {2} to {3}: {4} MWh a year.",
            "{0} 行，每 {1} 分钟一个，{2} 至 {3}：全年 {4} MWh。",
        );
        const DAYS: Text = text(
            "{0} rows of a day, in steps of {1} min, {2} to {3}: {4} MWh a year.",
            "{0} 行，每行一天，间隔 {1} 分钟，{2} 至 {3}：全年 {4} MWh。",
        );
        let mut all = vec![phrase(
            if f.taken.days { DAYS } else { ROWS },
            [
                count(f.rows),
                Arg::Number(f.interval_min),
                day(f.first),
                day(f.last),
                Arg::Name(format!("{:.1}", f.annual_kwh / 1000.0)),
            ],
        )];
        if f.annual_kwh == 0.0 {
            all.push(
                text(
                    "All values are zero. Check the column and its decimals.",
                    "全部数值为零，请核对所用列及小数点。",
                )
                .into(),
            );
        }
        if let Some((days, first, last)) = f.outside {
            all.push(phrase(
                text(
                    "The file runs from {0} to {1}; {2} {2:day|days} of it outside these twelve months {2:is|are} left out.",
                    "文件为 {0} 至 {1}；其中十二个月以外的 {2} 天未采用。",
                ),
                [day(first), day(last), count(days)],
            ));
        }
        all.extend(columns(f));
        all.push(unit(f));
        if f.taken.several_units {
            all.push(
                text(
                    "Rows are in several units; each counts in its own.",
                    "各行单位不一，已逐行换算。",
                )
                .into(),
            );
        }
        all.extend(counted(f));
        all.extend(beside(f));
        if !f.taken.left.is_empty() {
            all.push(phrase(
                text("Columns left out: {0}.", "未采用的列：{0}。"),
                [names(&f.taken.left)],
            ));
        }
        for (lines, words) in [
            (
                &f.unconsidered,
                text("Not considered, above the table: {0}.", "表格上方未采用的内容：{0}。"),
            ),
            (&f.below, text("Left out, below the readings: {0}.", "数据下方未采用的内容：{0}。")),
        ] {
            if !lines.is_empty() {
                all.push(phrase(words, [names(lines)]));
            }
        }
        if let Some((cell, line)) = &f.beyond {
            all.push(phrase(
                text(
                    "Left out, beyond the last head, first in line {0}: {1}.",
                    "最后一个列名之外的内容未采用，首见于第 {0} 行：{1}。",
                ),
                [count(*line), names(std::slice::from_ref(cell))],
            ));
        }
        all.extend(decimals(f));
        if !f.steps.is_empty() {
            let lengths = f
                .steps
                .iter()
                .map(|(minutes, count)| format!("{minutes} min: {count}"))
                .collect::<Vec<_>>()
                .join(" · ");
            all.push(phrase(
                text(
                    "Steps are mixed ({0}); each row counts for its own step.",
                    "数据间隔不一（{0}），每行按各自时长计算。",
                ),
                [Arg::Name(lengths)],
            ));
        }
        if f.end_labels {
            all.push(text("Times are the ends of their steps.", "时间为时段终点。").into());
        }
        let peak = f.peaks_kw.iter().copied().fold(0.0, f64::max);
        if peak > 0.0 {
            let months = f
                .peaks_kw
                .iter()
                .zip(f.months)
                .map(|(peak, data)| if data { format!("{peak:.0}") } else { "–".to_owned() })
                .collect::<Vec<_>>()
                .join(" · ");
            all.push(phrase(
                text(
                    "Highest load of each month, January to December: {0} kW.",
                    "1–12 月各月最大负荷：{0} kW。",
                ),
                [Arg::Name(months)],
            ));
        }
        for (number, words) in [
            (
                f.scaled,
                text(
                    "Hours with a part of their readings missing: {0}. They are scaled up.",
                    "缺部分读数的小时 {0} 个，已按比例补足。",
                ),
            ),
            (
                f.gaps,
                text(
                    "Missing hours: {0}. They take the same hours of other weeks.",
                    "缺失 {0} 小时，取其他周同一时刻补齐。",
                ),
            ),
            (
                f.filled_days,
                text(
                    "Days of the year not in the file: {0}. They take similar days.",
                    "文件中缺少 {0} 天，取相近日补齐。",
                ),
            ),
            (
                f.repeated,
                text(
                    "Values whose time came before, as when clocks change: {0}. The first counts, the others are left out.",
                    "时刻重复的数据 {0} 个（如夏令时切换），取第一个，其余未计。",
                ),
            ),
            (
                f.sums,
                text(
                    "Rows with a date but no time, beside one of that midnight, as sums of a day: {0}. They are left out.",
                    "只有日期、没有时刻的行（如日合计）{0} 行，未计入。",
                ),
            ),
            (
                f.backwards,
                text(
                    "Rows out of order: {0}. They are sorted by time.",
                    "{0} 行顺序错乱，已按时间排列。",
                ),
            ),
            (
                f.negative,
                text("Values below zero: {0}. They count as none.", "负值 {0} 个，按零处理。"),
            ),
            (
                f.spikes,
                text(
                    "Values more than 20 times the median: {0}. Check them.",
                    "超过中位数 20 倍的数据 {0} 个，请检查。",
                ),
            ),
        ] {
            if number > 0 {
                all.push(phrase(words, [count(number)]));
            }
        }
        if f.since_1970 {
            all.push(
                text(
                    "Times are counted from 1970 in UTC and are taken as they stand: if the plant's clock is another, the hours are shifted by the difference.",
                    "时间为 1970 年起的计数（UTC），按原样使用；若工厂时钟不同，各小时将相差时差。",
                )
                .into(),
            );
        } else if f.utc {
            all.push(
                text(
                    "Times are marked as UTC and are taken as they stand: if the plant's clock is another, the hours are shifted by the difference.",
                    "时间标注为 UTC，按原样使用；若工厂时钟不同，各小时将相差时差。",
                )
                .into(),
            );
        }
        all
    }
}

/// Which columns were taken.
fn columns(f: &Found) -> Option<Phrase> {
    let taken = &f.taken;
    let said = match (taken.part, taken.days, taken.names.len()) {
        (Some(Part::Band), ..) => {
            text("Bands of the tariff are added up: {0}.", "各时段电量相加：{0}。")
        }
        (Some(Part::Phase), ..) => text("Phases are added up: {0}.", "各相相加：{0}。"),
        (None, _, 0) => return None,
        (None, true, _) => {
            text("NEM12. Registers of consumption: {0}.", "NEM12 格式。用电寄存器：{0}。")
        }
        (None, false, _) => text("Column taken: {0}.", "采用的列：{0}。"),
    };
    Some(phrase(said, [names(&taken.names)]))
}

/// What marks the decimals, unless that is a point beyond doubt.
fn decimals(f: &Found) -> Option<Phrase> {
    let guessed = matches!(f.taken.because, Because::Usual | Because::ShortNumbers);
    match (f.taken.decimals, guessed) {
        (DecimalSign::Point, false) => None,
        (DecimalSign::Comma, false) => Some(text("Commas mark the decimals.", "以逗号为小数点。").into()),
        (DecimalSign::Point, true) => Some(
            text(
                "Points mark the decimals and commas part thousands: 10.000 is ten. Check the sum.",
                "以点为小数点、逗号为千位分隔符：10.000 为十。请核对总量。",
            )
            .into(),
        ),
        (DecimalSign::Comma, true) => Some(
            text(
                "Commas mark the decimals and points part thousands: 10.000 is ten thousand. Check the sum.",
                "以逗号为小数点、点为千位分隔符：10.000 为一万。请核对总量。",
            )
            .into(),
        ),
    }
}

/// The unit, and where it was read or that it is a guess.
fn unit(f: &Found) -> Phrase {
    let power = f.taken.said != Said::Agreement && f.power;
    let words = match (f.taken.said, power) {
        (Said::Head, true) => text(
            "Values are power in {0}, by the head of the column.",
            "数值为功率（{0}），见列标题。",
        ),
        (Said::Head, false) => text(
            "Values are energy in {0}, by the head of the column.",
            "数值为电量（{0}），见列标题。",
        ),
        (Said::Above, true) => text(
            "Values are power in {0}, as stated above the table.",
            "数值为功率（{0}），见表格上方说明。",
        ),
        (Said::Above, false) => text(
            "Values are energy in {0}, as stated above the table.",
            "数值为电量（{0}），见表格上方说明。",
        ),
        (Said::Row, true) => text(
            "Values are power in {0}, as stated beside them.",
            "数值为功率（{0}），见数值旁的单位。",
        ),
        (Said::Row, false) => text(
            "Values are energy in {0}, as stated beside them.",
            "数值为电量（{0}），见数值旁的单位。",
        ),
        (Said::Agreement, _) => text(
            "No unit is said; the values are taken for power in {0}, as their energy then agrees with the total beside them.",
            "未注明单位；按功率（{0}）处理，其电量与同表累计值相符。",
        ),
        (_, true) => text(
            "No unit is said; the values are taken for power, {0}. Check the sum.",
            "未注明单位，按功率（{0}）处理，请核对总量。",
        ),
        (_, false) => text(
            "No unit is said; the values are taken for energy, {0}. Check the sum.",
            "未注明单位，按电量（{0}）处理，请核对总量。",
        ),
    };
    phrase(words, [Arg::Name(f.taken.unit.to_owned())])
}

/// That values are counted on.
fn counted(f: &Found) -> Vec<Phrase> {
    match f.taken.counted {
        Counted::No => Vec::new(),
        Counted::Rising => vec![
            text(
                "They are readings of a register; their differences are taken. A transformer ratio is not applied: check the sum.",
                "数据为表码读数，已取差值；未乘互感器倍率，请核对总量。",
            )
            .into(),
        ],
        Counted::Restarting => {
            let mut all: Vec<Phrase> =
                vec![text("They are running totals that start anew; their differences are taken.", "数据为定期清零的累计值，已取差值。").into()];
            if f.restarts > 0 {
                all.push(phrase(
                    text(
                        "The last step before each of {0} restarts is not in the totals; it takes the mean of the steps beside it.",
                        "累计值 {0} 次清零前的最后一段未计入，取前后时段的平均值。",
                    ),
                    [count(f.restarts)],
                ));
            }
            all
        }
    }
}

/// What was left that measures the same, and whether it agrees.
fn beside(f: &Found) -> Option<Phrase> {
    let (left, more) = f.taken.beside.as_ref()?;
    let words = if more.abs() < AGREE {
        text(
            "Compared with {0}: the same energy within {1} %. It is not added.",
            "与 {0} 对照：电量相符（相差 {1} %），未重复计入。",
        )
    } else {
        text(
            "Compared with {0}: the energy differs by {1} %. Check which is right.",
            "与 {0} 对照：电量相差 {1} %，请核对哪一项正确。",
        )
    };
    Some(phrase(words, [names(left), Arg::Name(format!("{:.1}", 100.0 * more.abs()))]))
}
