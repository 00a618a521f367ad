//! What can be wrong with inputs. A problem names its field and says in the reader's language what to do.

use crate::units::{Dimension, NotANumber};
use crate::words::{Arg, Phrase, Text, phrase, text};

/// Something wrong with one field.
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    /// The field's name; for a name that no field has, that name.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a field.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    /// No field has this name; the nearest one that exists.
    UnknownField(Option<&'static str>),
    /// Not of the kind expected; which kind that is.
    WrongKind(Text),
    /// A text that says no quantity, and of which quantity it should be one.
    Unread(NotANumber, Dimension),
    /// Not a day of the calendar.
    BadDate,
    /// A text that is too long: how long it is, and may be.
    TooLong(usize, usize),
    /// Not one of the choices; the nearest one, and all of them.
    UnknownChoice(String, Option<&'static str>),
    /// Not one of the choices and near to none: what is known instead.
    NotAmong(String, Vec<&'static str>),
    /// Too few or too many rows of a list, or one twice: least and greatest number.
    HowMany(usize, usize),
    /// Too few or too many rows: least and greatest number.
    HowManyRows(usize, usize),
    /// Not as many numbers as there must be: fewest and most.
    HowManyNumbers(usize, usize),
    /// Not the hours of a year as a file leaves them.
    BadHours,
    /// Not a line of 24 letters for the bands of a day.
    BadBands,
    /// Not a list of months.
    BadMonths,
    /// A load that adds up to nothing.
    NoLoad,
    /// Outside what is possible.
    OutOfRange(Dimension, f64, f64),
    /// Two inputs that say the same thing differently; the other field's label.
    Conflict(Text),
    /// A bath that deposits something else; the name of that deposit.
    BathOfOther(Text),
    /// More than 100 % of the current would have to deposit metal: the efficiency that would be needed.
    EfficiencyAboveOne(f64),
    /// No current density up to the limit reaches this with the efficiency curve.
    NoCurrentDensity,
    /// Current densities of a curve must rise, and at least one efficiency be above zero.
    BadCurve,
    /// A code that is not understood.
    UnknownCode,
    /// A code for a coating that no current plates, by its name.
    NotElectroplated(Text),
    /// A code for a coating that is not among the deposits, by its name.
    CoatUnknown(Text),
    /// A code for several layers where one is asked for.
    SeveralLayers,
    /// A row that is not among those chosen to be compared, by its name.
    NotChosen(Text),
    /// The same as another field, by that field's label.
    SameAs(Text),
    /// More sludge than the metal that is dragged out can make: what the mass balance gives, per m².
    ImplausibleSludge(f64),
    /// A size that must lie below another, by that one's label.
    NotBelow(Text),
    /// What one calculator alone can find wrong: its stable name and its sentence, which only that calculator brings along.
    Own(&'static str, Text),
    /// Inputs so extreme that the result is no longer a finite number.
    NotFinite,
}

/// As many choices are named in full; of more the first few and the last.
const MOST_KNOWN: usize = 40;
const FIRST_KNOWN: usize = 30;

impl Problem {
    /// A problem of a field.
    pub fn new(field: impl Into<String>, fault: Fault) -> Self {
        Self { field: field.into(), fault }
    }

    /// What to tell the person.
    pub fn message(&self) -> Phrase {
        self.fault.message()
    }
}

impl Fault {
    /// Stable name for JSON.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::UnknownField(_) => "unknown_field",
            Self::WrongKind(_) => "wrong_kind",
            Self::Unread(why, _) => why.id(),
            Self::BadDate => "bad_date",
            Self::TooLong(..) => "too_long",
            Self::UnknownChoice(..) | Self::NotAmong(..) => "unknown_choice",
            Self::HowMany(..) => "how_many",
            Self::HowManyRows(..) => "how_many_rows",
            Self::HowManyNumbers(..) => "how_many_numbers",
            Self::BadHours => "bad_hours",
            Self::BadBands => "bad_bands",
            Self::BadMonths => "bad_months",
            Self::NoLoad => "no_load",
            Self::OutOfRange(..) => "out_of_range",
            Self::Conflict(_) => "conflict",
            Self::BathOfOther(_) => "bath_of_another_deposit",
            Self::EfficiencyAboveOne(_) => "efficiency_above_one",
            Self::NoCurrentDensity => "no_current_density",
            Self::BadCurve => "bad_curve",
            Self::UnknownCode => "unknown_code",
            Self::NotElectroplated(_) => "not_electroplated",
            Self::CoatUnknown(_) => "coat_unknown",
            Self::SeveralLayers => "several_layers",
            Self::NotChosen(_) => "not_chosen",
            Self::SameAs(_) => "same_as",
            Self::ImplausibleSludge(_) => "implausible_sludge",
            Self::NotBelow(_) => "not_below",
            Self::Own(id, _) => id,
            Self::NotFinite => "not_finite",
        }
    }

    fn message(&self) -> Phrase {
        let name = |name: &str| Arg::Name(name.to_owned());
        match self {
            Self::UnknownField(None) => text("There is no input of this name.", "没有这个名称的输入项。").into(),
            Self::UnknownField(Some(near)) => {
                phrase(text("There is no input of this name. Did you mean {0}?", "没有这个名称的输入项。是否为 {0}？"), [name(near)])
            }
            Self::WrongKind(expected) => phrase(text("Expected {0}.", "应为{0}。"), [Arg::Text(*expected)]),
            Self::Unread(why, dimension) => why.message(*dimension),
            Self::BadDate => text(
                "Write a day as year-month-day, such as 2026-11-24.",
                "请按“年-月-日”填写日期，如 2026-11-24。",
            )
            .into(),
            Self::TooLong(length, most) => phrase(
                text("The text is too long: {0} characters, at most {1}.", "文本过长：{0} 个字符，最多 {1} 个。"),
                [length, most].map(|count| Arg::Count(u32::try_from(*count).unwrap_or(u32::MAX))),
            ),
            Self::UnknownChoice(given, None) => phrase(text("“{0}” is not one of the choices.", "“{0}”不在可选项中。"), [name(given)]),
            Self::UnknownChoice(given, Some(near)) => {
                phrase(text("“{0}” is not one of the choices. Did you mean {1}?", "“{0}”不在可选项中。是否为 {1}？"), [name(given), name(near)])
            }
            Self::NotAmong(given, known) => {
                let ends = known.get(..FIRST_KNOWN).filter(|_| known.len() > MOST_KNOWN).zip(known.last());
                let known = ends.map_or_else(|| known.join(", "), |(first, last)| format!("{} … {last}", first.join(", ")));
                phrase(text("“{0}” is not one of the choices. Known: {1}.", "“{0}”不在可选项中。可选：{1}。"), [name(given), Arg::Name(known)])
            }
            Self::HowMany(least, most) => phrase(
                text("Choose {0} to {1} of them, each once.", "请选择 {0} 至 {1} 项，不可重复。"),
                [least, most].map(|count| Arg::Count(u32::try_from(*count).unwrap_or(u32::MAX))),
            ),
            Self::HowManyRows(least, most) => phrase(
                text("Give {0} to {1} of them.", "请给出 {0} 至 {1} 行。"),
                [least, most].map(|count| Arg::Count(u32::try_from(*count).unwrap_or(u32::MAX))),
            ),
            Self::HowManyNumbers(least, most) if least == most => phrase(
                text("Give {0} {0:number|numbers}, parted by blanks or line breaks.", "请给出 {0} 个数字，以空格或换行分隔。"),
                [Arg::Count(u32::try_from(*most).unwrap_or(u32::MAX))],
            ),
            Self::HowManyNumbers(least, most) => phrase(
                text("Give {0} to {1} numbers, parted by blanks or line breaks.", "请给出 {0} 至 {1} 个数字，以空格或换行分隔。"),
                [least, most].map(|count| Arg::Count(u32::try_from(*count).unwrap_or(u32::MAX))),
            ),
            Self::BadHours => {
                text("These are not the hours of a year as a file was read: choose the file again.", "这不是读取文件所得的全年逐时数据，请重新选择文件。")
                    .into()
            }
            Self::BadBands => text(
                "Give 24 letters, one for each hour from midnight: s sharp, p peak, f flat, v valley.",
                "请给出 24 个字母，自零点起每小时一个：s 尖峰、p 高峰、f 平段、v 低谷。",
            )
            .into(),
            Self::BadMonths => text("Give months as numbers from 1 to 12, parted by commas or blanks.", "请以 1–12 的数字列出月份，用逗号或空格分隔。").into(),
            Self::NoLoad => text(
                "With this pattern there is no hour in which electricity is used, though some is asked for in the year.",
                "按此用电规律没有任何小时用电，而年用电量不为零。",
            )
            .into(),
            Self::OutOfRange(dimension, low, high) => phrase(
                text("Possible values run from {0} to {1}.", "可取范围为 {0} 至 {1}。"),
                [Arg::Quantity(*dimension, *low), Arg::Quantity(*dimension, *high)],
            ),
            Self::Conflict(other) => {
                phrase(text("This and “{0}” say the same thing twice: give one of them.", "此项与“{0}”重复，请只填其一。"), [Arg::Text(*other)])
            }
            Self::BathOfOther(deposit) => phrase(
                text("This bath does not deposit what was chosen; it is a bath for “{0}”.", "该镀液与所选镀层不符，它用于“{0}”。"),
                [Arg::Text(*deposit)],
            ),
            Self::EfficiencyAboveOne(needed) => phrase(
                text(
                    "This would need {0} of the current to deposit metal. More than 100 % is impossible: check thickness, time, current and area.",
                    "这需要 {0} 的电流用于沉积金属，超过 100 % 不可能。请核对厚度、时间、电流和面积。",
                ),
                [Arg::Quantity(Dimension::Fraction, *needed)],
            ),
            Self::NoCurrentDensity => text(
                "No current density reaches this thickness in this time: the efficiency falls faster than the current rises.",
                "在此时间内任何电流密度都达不到该厚度：电流效率下降得比电流上升更快。",
            )
            .into(),
            Self::BadCurve => text(
                "Give one to forty points; the current densities must rise from point to point, efficiencies lie above 0 and up to 1.",
                "请给出 1 至 40 个点：电流密度须逐点递增，效率须大于 0 且不超过 1。",
            )
            .into(),
            Self::UnknownCode => text(
                "No deposit was found in this code. Examples that can be read: A3C (ISO 4042:1999), Fe/Zn 8 (ISO 2081), Fe//ZnNi8//An//T2 (ISO 19598), Fe/Zn 12 SC3 Type VI (ASTM B633), Fe/Ep·Zn8·c2C (GB/T 13911), zinc 8 µm.",
                "未能从该代号中识别出镀层。可识别的写法如 A3C（ISO 4042:1999）、Fe/Zn 8（ISO 2081）、Fe//ZnNi8//An//T2（ISO 19598）、Fe/Zn 12 SC3 Type VI（ASTM B633）、Fe/Ep·Zn8·c2C（GB/T 13911）、镀锌 8μm。",
            )
            .into(),
            Self::NotElectroplated(coat) => phrase(
                text("This code asks for {0}, which is not plated by a current: nothing here applies to it.", "该代号要求{0}，并非电镀，此处的计算不适用。"),
                [Arg::Text(*coat)],
            ),
            Self::CoatUnknown(coat) => phrase(
                text("This code asks for {0}, which is not among the deposits here. Choose the deposit to calculate with.", "该代号要求{0}，不在可选镀层之中。请选择用于计算的镀层。"),
                [Arg::Text(*coat)],
            ),
            Self::SeveralLayers => text(
                "This code asks for several layers, one on another. Calculate each by itself: choose a deposit and its thickness.",
                "该代号要求多层镀层，请逐层计算：选择镀层并填写其厚度。",
            )
            .into(),
            Self::NotChosen(name) => phrase(text("“{0}” is not among the processes that are compared.", "“{0}”不在所比较的工艺之中。"), [Arg::Text(*name)]),
            Self::SameAs(other) => phrase(text("This is the same as “{0}”: choose another.", "与“{0}”相同，请另选。"), [Arg::Text(*other)]),
            Self::ImplausibleSludge(balance) => phrase(
                text(
                    "The metal dragged out of this bath makes about {0} of wet sludge. Figures of 2.5 to 4 kg per m² that circulate are some hundred times what the mass balance allows: check units and what else went into that sludge.",
                    "该镀液带出的金属约产生 {0} 湿污泥。流传的 2.5–4 kg/m² 约为物料衡算的百倍：请核对单位，以及污泥中是否混入其他来源。",
                ),
                [Arg::Quantity(Dimension::WastePerArea, *balance)],
            ),
            Self::NotBelow(other) => {
                phrase(text("This is too large beside “{0}”: such a part cannot be.", "与“{0}”相比过大，不可能有这样的工件。"), [Arg::Text(*other)])
            }
            Self::Own(_, sentence) => (*sentence).into(),
            Self::NotFinite => text("These inputs lead to a number without end.", "这些输入得不到有限的结果。").into(),
        }
    }
}
