//! The finish of a line: what its coating code says and leaves unread, the passivation that is priced, and the coating in words as it stands on the sheet.

use super::inputs::{PriceUnit, may_be_thickness};
use crate::calculator::Mount;
use crate::data::Listed;
use crate::data::deposits::Deposit;
use crate::data::passivates::{Chromium, Passivate};
use crate::data::processes::Process;
use crate::plating::designation::{self, Cr6, Designation, Film, Open, Sealer};
use crate::plating::thickness::ThicknessKind;
use crate::quote::price::Per;
use crate::report::format::Reader;
use crate::units::Dimension;
use crate::words::{Arg, Language, Phrase, Text, phrase, text};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Codes that are kept as they were read.
const MOST_KEPT: usize = 256;

thread_local! {
    static READ: RefCell<BTreeMap<String, Arc<Code>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A coating code as it was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Code {
    /// As it was written.
    pub written: String,
    /// What it asks for; none where nothing of it was understood.
    pub asked: Option<Designation>,
    /// What of it was not understood, as it was written; empty where all was.
    pub unread: String,
}

impl Code {
    /// Reads what was written. An analysis asks for the same codes ten thousand times, so what was read is kept.
    pub fn read(written: &str) -> Arc<Self> {
        READ.with_borrow_mut(|known| {
            if let Some(code) = known.get(written) {
                return Arc::clone(code);
            }
            if known.len() >= MOST_KEPT {
                known.clear();
            }
            let code = Arc::new(Self::read_anew(written));
            known.insert(written.to_owned(), Arc::clone(&code));
            code
        })
    }

    fn read_anew(written: &str) -> Self {
        let asked = designation::read(written);
        let unread =
            asked.as_ref().map_or_else(|| written.to_owned(), |asked| asked.unread.join(" "));
        Self { written: written.to_owned(), asked, unread }
    }

    /// Whether it asks for another deposit than this process gives.
    pub fn contradicts(&self, process: &Process) -> bool {
        self.asked.as_ref().is_some_and(|asked| {
            asked.deposit().is_none_or(|deposit| deposit.id != process.bath_row().deposit)
        })
    }

    /// What of it is understood and yet has no price here.
    pub fn unpriced(&self) -> Vec<Text> {
        let Some(asked) = &self.asked else { return Vec::new() };
        let over = match asked.sealer {
            Sealer::Paint => Some(text("paint or powder by the code", "代号所指涂装")),
            Sealer::Dye => Some(text("dye", "染色")),
            Sealer::Grease => Some(text("oil or lubricant", "油脂、润滑")),
            Sealer::Wax => Some(text("wax", "蜡")),
            Sealer::Unknown | Sealer::No | Sealer::Yes | Sealer::TopCoat => None,
        };
        let film = (asked.film == Film::Phosphate).then_some(text("phosphate", "磷化"));
        let relief =
            asked.stress_relief.map(|_| text("stress relief before plating", "镀前消除应力"));
        let bake = asked
            .bake
            .filter(|bake| bake.hours.is_none())
            .map(|_| text("a bake of unsaid hours", "未注明时间的除氢"));
        let spray = asked.salt_spray.map(|_| text("a salt-spray test", "盐雾试验"));
        [over, film, relief, bake, spray].into_iter().flatten().collect()
    }

    /// What of it is not in the price of this process, each as a sentence; nothing where all is.
    pub fn not_priced(&self, process: &Process) -> Vec<Phrase> {
        let mut all = Vec::new();
        if self.contradicts(process) {
            all.push(
                text(
                    "not priced: the code asks for another deposit",
                    "未计价：代号所指镀层与此不同",
                )
                .into(),
            );
        }
        if !self.unread.is_empty() {
            all.push(phrase(
                text("not read and not priced: {0}", "无法识别、未计价：{0}"),
                [Arg::Name(self.unread.clone())],
            ));
        }
        all.extend(
            self.unpriced()
                .into_iter()
                .map(|one| phrase(text("not priced: {0}", "未计价：{0}"), [Arg::Text(one)])),
        );
        all
    }

    /// What has to be asked, as it leaves it open and the line does not say it either: whether the line gives a thickness, and a passivation.
    pub fn questions(&self, thickness: bool, passivation: bool) -> Vec<Phrase> {
        let Some(asked) = &self.asked else { return Vec::new() };
        let is_open = |open: &Open| match open {
            Open::Thickness | Open::WhichThickness | Open::Silk => !thickness,
            Open::Chromium => !passivation,
            Open::Film if asked.cr6 == Cr6::Yes => !passivation,
            Open::Rust => true,
            // What is taken instead stands on the sheet.
            Open::Film | Open::Sealer | Open::Meaning => false,
        };
        let too_much = asked
            .thickness
            .um()
            .filter(|um| !thickness && !may_be_thickness(*um))
            .map(|um| phrase(TOO_THICK, [Arg::Quantity(Dimension::Thickness, um)]));
        let open = asked.open().into_iter().filter(is_open).map(|open| asked.question(open));
        too_much.into_iter().chain(open).collect()
    }
}

const TOO_THICK: Text = text(
    "The code asks for {0}, which is more than can be priced. Ask for the thickness.",
    "代号要求 {0}，超出可计价的范围，请询问厚度。",
);

/// The passivation of a line that names none: what the figure for pretreatment and passivation has in it.
pub const USUAL: &str = "trivalent_clear";

/// Passivates by how their names begin, and the fields of the shop that hold what each costs.
const RATES: [(&str, &str); 4] = [
    ("trivalent_iridescent", "passivate_iridescent_cny_per_m2"),
    ("trivalent_black", "passivate_black_cny_per_m2"),
    ("trivalent", "passivate_clear_cny_per_m2"),
    ("hexavalent", "passivate_hexavalent_cny_per_m2"),
];

/// The field of the shop with what a passivate costs; none where there is none.
pub fn rate_of(passivate: &Passivate) -> Option<&'static str> {
    RATES.iter().find(|(start, _)| passivate.id.starts_with(start)).map(|(_, field)| *field)
}

/// What is coated on a line, as it stands on the sheet.
#[derive(Clone, Copy)]
pub struct Coating<'a> {
    /// The process.
    pub process: &'static Process,
    /// Rack or barrel, where it is known.
    pub mount: Option<Mount>,
    /// Thickness, µm.
    pub thickness_um: f64,
    /// What it means.
    pub kind: ThicknessKind,
    /// The passivation, where it is known.
    pub passivate: Option<&'a Passivate>,
    /// Whether a sealer lies on it that its name does not tell.
    pub sealer: bool,
}

impl Coating<'_> {
    /// In words: 镀锌 ≥ 8 µm，三价铬彩色钝化（不含 Cr⁶⁺），氯化钾滚镀.
    pub fn words(&self, reader: Reader) -> String {
        let deposit = Deposit::find(self.process.bath_row().deposit)
            .map_or(self.process.name, |deposit| deposit.name);
        let thickness = match self.kind {
            ThicknessKind::Minimum => text("{0} ≥ {1}", "镀{0} ≥ {1}"),
            ThicknessKind::BatchAverage => {
                text("{0}, batch average ≥ {1}", "镀{0}，批平均厚度 ≥ {1}")
            }
            ThicknessKind::Average => text("{0}, average {1}", "镀{0}，平均厚度 {1}"),
        };
        let mut all = vec![reader.phrase(&phrase(
            thickness,
            [Arg::Text(deposit), Arg::Quantity(Dimension::Thickness, self.thickness_um)],
        ))];
        all.extend(self.passivate.map(|passivate| reader.phrase(&passivation(passivate))));
        all.extend(self.sealer.then(|| text("sealer", "封闭").get(reader.language).to_owned()));
        all.push(self.process_in_words(reader));
        all.join(if reader.language == Language::Zh { "，" } else { "; " })
    }

    /// 氯化钾镀锌 in a barrel is 氯化钾滚镀.
    fn process_in_words(&self, reader: Reader) -> String {
        let name = self.process.name.get(reader.language);
        let Some(mount) = self.mount.map(|mount| mount.name().get(reader.language)) else {
            return name.to_owned();
        };
        match reader.language {
            Language::Zh if name.contains("镀锌") => name.replacen("镀锌", mount, 1),
            Language::Zh => format!("{name}{mount}"),
            Language::En => format!("{name} ({})", mount.to_lowercase()),
        }
    }
}

/// A passivation, with what it says of chromium(VI).
pub fn passivation(passivate: &Passivate) -> Phrase {
    let words = match passivate.chromium {
        Chromium::None => text("no passivation", "不钝化"),
        Chromium::Trivalent => text("{0} (no Cr(VI))", "{0}（不含 Cr⁶⁺）"),
        Chromium::Hexavalent => text("{0} (contains Cr(VI))", "{0}（含 Cr⁶⁺）"),
    };
    phrase(words, [Arg::Text(passivate.name)])
}

impl From<PriceUnit> for Per {
    fn from(unit: PriceUnit) -> Self {
        match unit {
            PriceUnit::Piece => Self::Piece,
            PriceUnit::Thousand => Self::Thousand,
            PriceUnit::Kilogram => Self::Kilogram,
            PriceUnit::SquareDecimetre => Self::SquareDecimetre,
            PriceUnit::Lot => Self::Lot,
        }
    }
}

impl From<Per> for PriceUnit {
    fn from(per: Per) -> Self {
        match per {
            Per::Piece => Self::Piece,
            Per::Thousand => Self::Thousand,
            Per::Kilogram => Self::Kilogram,
            Per::SquareDecimetre => Self::SquareDecimetre,
            Per::Lot => Self::Lot,
        }
    }
}

/// What a unit price is called where it stands in a table.
pub const fn unit_price(per: Per) -> Text {
    match per {
        Per::Piece => text("Unit price", "单价"),
        Per::Thousand => text("Price per 1,000 pieces", "千件单价"),
        Per::Kilogram => text("Price per kg", "每 kg 单价"),
        Per::SquareDecimetre => text("Price per dm²", "每 dm² 单价"),
        Per::Lot => text("Price of the lot", "每批价格"),
    }
}
