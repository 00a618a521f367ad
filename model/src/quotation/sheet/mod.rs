//! The sheet that a customer gets: what is offered, for how much, until when and under which conditions. It is made of the offer and of what
//! may be told; nothing of cost, margin or rules reaches it. `page` writes it for a browser and for paper, `workbook` for a spreadsheet, `rows`
//! as a table in text.

pub mod internal;
pub mod page;
pub mod rows;
pub mod workbook;

use crate::calculator::part::Understood;
use crate::calculator::quote::assumed::assumed;
use crate::calculator::quote::finish::{Coating, Code};
use crate::calculator::quote::inputs::{
    Certificate, Currency, Inputs, Packing, PriceUnit, SheetLanguage, Spec, Tax, TopCoat, Wanted,
};
use crate::calculator::quote::issued::{Issued, IssuedWork, asks};
use crate::calculator::quote::setup::{Asking, Setup, understand};
use crate::calculator::quote::solve::Numbers;
use crate::calculator::quote::{Quote, explain, faults};
use crate::calculator::{AnyCalculator, Calculator, Problem, read_inputs};
use crate::data::Listed;
use crate::data::passivates::Passivate;
use crate::data::processes::Process;
use crate::json;
use crate::plating::thickness::ThicknessKind;
pub use crate::quotation::offered::Offered;
use crate::quotation::offered::pieces_of;
use crate::quote::capitals::capitals;
use crate::quote::given::GivenLine;
use crate::quote::offer::totals;
use crate::quote::price::{Amount, Per};
use crate::report::format::Reader;
use crate::units::{Dimension, Quantity as _};
use crate::words::{Arg, Language, Phrase, Text, phrase, symbol, text};
use serde_json::{Map, Value};

/// Lines that stand on one page of paper.
pub const LINES_ON_A_PAGE: usize = 12;

/// What a customer gets.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Who reads it: its language, and the units of sizes.
    pub reader: Reader,
    /// Name, address, telephone and mail of the shop; empty where nobody said.
    pub letterhead: [String; 3],
    /// Number, revision, dates, reference, customer: label and what stands there.
    pub facts: Vec<(Text, String)>,
    /// Currency of all amounts.
    pub currency: Text,
    /// The lines.
    pub lines: Vec<SheetLine>,
    /// From the sum of the lines to the total.
    pub sums: Vec<Sum>,
    /// The total in Chinese capitals, of a sheet in Chinese in yuan.
    pub in_capitals: Option<String>,
    /// What prices say of tax.
    pub tax: TaxTold,
    /// Conditions: a title and its points.
    pub notes: Vec<(Text, Vec<String>)>,
    /// Name and version of what made it, and the version of its data.
    pub stamp: String,
}

/// What the prices of a sheet say of tax.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TaxTold {
    /// Added at this share.
    Added(f64),
    /// In the prices at this share.
    Included(f64),
    /// Not told.
    Untold,
}

/// A line of the sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetLine {
    /// Its number, from one.
    pub number: usize,
    /// What the customer calls it, or what it is.
    pub name: String,
    /// The part and what is done to it.
    pub specification: String,
    /// What its unit prices are for.
    pub per: Per,
    /// The order's quantity and the breaks that are offered.
    pub offered: Vec<Offered>,
    /// What the order is charged for it, in the currency.
    pub charged: f64,
}

impl SheetLine {
    /// Whether the order is charged something else than quantity by unit price.
    pub fn is_charged_otherwise(&self) -> bool {
        self.offered.first().is_some_and(Offered::is_charged_otherwise)
    }
}

/// What an amount below the lines is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumKind {
    /// The lines together.
    Goods,
    /// A surcharge.
    Surcharge,
    /// Without tax.
    Net,
    /// The tax.
    Tax,
    /// What is to be paid.
    Total,
}

/// An amount below the lines.
#[derive(Clone, PartialEq, Debug)]
pub struct Sum {
    /// What it is.
    pub kind: SumKind,
    /// What it is called.
    pub label: String,
    /// In the currency.
    pub amount: f64,
}

/// A quote from which papers are made: one's own with its numbers, or one that was received, of which nothing is known but what it tells.
#[derive(Clone)]
pub struct Papers {
    inputs: Inputs,
    setup: Setup,
    issued: Issued,
    numbers: Option<Numbers>,
    reader: Reader,
}

impl Papers {
    /// Reads and computes a quote. Its papers are for `reader`; the customer's sheet speaks the language that the quote names.
    ///
    /// # Errors
    /// Every problem of the inputs.
    pub fn of(given: &Map<String, Value>, reader: Reader) -> Result<Self, Vec<Problem>> {
        let (inputs, mut problems) = read_inputs::<Inputs>(given);
        match Quote::compute(&inputs) {
            Ok(numbers) if problems.is_empty() => Ok(Self {
                issued: Issued::of(&inputs, &numbers),
                setup: numbers.setup.clone(),
                numbers: Some(numbers),
                inputs,
                reader,
            }),
            Ok(_) => Err(problems),
            Err(found) => {
                problems.extend(found);
                Err(problems)
            }
        }
    }

    /// Reads a quote that somebody gave, by its record alone: nothing is computed, and nothing private that it may name counts.
    ///
    /// # Errors
    /// Every problem of the inputs, and `bad_record` where there is no record of these lines and quantities.
    pub fn received(given: &Map<String, Value>, reader: Reader) -> Result<Self, Vec<Problem>> {
        let (inputs, mut problems) =
            read_inputs::<Inputs>(&json::open_of(AnyCalculator::of::<Quote>(), given));
        let (setup, found) = understand(&inputs);
        problems.extend(found);
        if !problems.is_empty() {
            return Err(problems);
        }
        let same = |issued: &Issued| {
            let quantities = |line: &GivenLine| {
                line.breaks.iter().map(|one| pieces_of(one.pieces)).collect::<Vec<_>>()
            };
            let lines = issued.given.lines.iter().zip(&setup.lines);
            issued.given.lines.len() == setup.lines.len()
                && lines.into_iter().all(|(line, asking)| quantities(line) == asking.quantities.0)
        };
        let issued =
            inputs.order.issued.as_ref().and_then(|record| Issued::read(&record.0)).filter(same);
        issued
            .map(|issued| Self { setup, issued, numbers: None, inputs, reader })
            .ok_or_else(|| vec![Problem::new("issued", faults::BAD_RECORD)])
    }

    /// Whether the shop has told its name.
    pub fn has_letterhead(&self) -> bool {
        !self.issued.letter[0].is_empty()
    }

    /// The quote as it was given, or is given with these papers.
    pub fn issued(&self) -> &Issued {
        &self.issued
    }

    /// The numbers, for the papers of the shop; none of a quote that was received.
    pub fn numbers(&self) -> Option<&Numbers> {
        self.numbers.as_ref()
    }

    /// The number of the quote, as far as it can stand in the name of a file.
    pub fn number(&self) -> String {
        let number = self.inputs.customer.number.as_deref().unwrap_or_default();
        number
            .chars()
            .filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
            .take(40)
            .collect()
    }

    /// The language that the quote names for its sheet.
    pub fn language(&self) -> Language {
        match self.inputs.order.language.as_ref().map(|choice| choice.0) {
            Some(SheetLanguage::En) => Language::En,
            Some(SheetLanguage::Zh) => Language::Zh,
            None => self.reader.language,
        }
    }

    /// Name and version of what made the prices, and the version of its data.
    pub fn stamp(&self) -> String {
        format!("Platewise {}, {}", self.issued.engine, self.issued.data)
    }

    /// The customer's sheet, in a language.
    pub fn sheet(&self, language: Language) -> Sheet {
        let reader = Reader { language, ..self.reader };
        let rows = self.inputs.order.lines.as_ref().map_or(&[][..], |rows| &rows.0);
        let told = self.issued.work.iter().zip(&self.issued.given.lines);
        let lines = self.setup.lines.iter().zip(told).enumerate();
        let spec = |place: usize| rows.get(place).map(|row| &row.spec);
        let [name, address, contact, ..] = self.issued.letter.clone();
        let sums = sums(&self.issued, reader);
        let total = sums
            .iter()
            .find(|sum| sum.kind == SumKind::Total)
            .filter(|_| self.setup.currency == Currency::Cny && language == Language::Zh);
        Sheet {
            in_capitals: total.map(|total| capitals(cents(total.amount))),
            reader,
            letterhead: [name, address, contact],
            facts: self.facts(),
            currency: self.setup.currency.sign(),
            lines: lines
                .map(|(place, (asking, (work, given)))| {
                    self.line(place, asking, spec(place), work, given, reader)
                })
                .collect(),
            sums,
            tax: match self.issued.basis {
                Tax::Added => TaxTold::Added(self.issued.given.tax),
                Tax::Included => TaxTold::Included(self.issued.given.tax),
                Tax::Untold => TaxTold::Untold,
            },
            notes: self.notes(reader),
            stamp: self.stamp(),
        }
    }

    fn line(
        &self,
        place: usize,
        asking: &Asking,
        spec: Option<&Spec>,
        ordered: &IssuedWork,
        given: &GivenLine,
        reader: Reader,
    ) -> SheetLine {
        let part = part(&asking.part, reader);
        let [join, comma] =
            if reader.language == Language::Zh { ["；", "、"] } else { ["; ", ", "] };
        let mut specification: Vec<String> = Vec::new();
        let assumed = assumed(&self.inputs, place, asking);
        if !assumed.is_empty() {
            // An example never goes out as if it had been asked for.
            let labels: Vec<&str> =
                assumed.iter().map(|one| one.label.get(reader.language)).collect();
            specification.push(reader.phrase(&phrase(NOT_GIVEN, [Arg::Name(labels.join(comma))])));
        }
        if !asking.name.is_empty() {
            specification.push(part.clone());
        }
        specification.push(coating(asking, ordered).words(reader));
        specification.extend(work(asking, spec, ordered).iter().map(|one| reader.phrase(one)));
        SheetLine {
            number: place + 1,
            name: if asking.name.is_empty() { part } else { asking.name.clone() },
            specification: specification.join(join),
            per: given.measure.per,
            offered: given.breaks.iter().map(|one| Offered::of(given, one)).collect(),
            charged: given.charged.value(),
        }
    }

    /// Whether what is asked for is what the prices were given for.
    pub fn is_as_asked(&self) -> bool {
        asks(&self.inputs.order, &self.issued.request)
    }

    /// The name of the shop, as the sheet has it.
    pub fn shop(&self) -> &str {
        &self.issued.letter[0]
    }

    fn valid_days(&self) -> f64 {
        self.inputs.customer.valid_days.map_or(self.issued.valid_days, |days| days.canonical())
    }

    /// Day of delivery if it is ordered on the day of the quote, and the last one on which it is valid.
    fn days(&self) -> Option<(String, String)> {
        self.setup
            .date
            .map(|date| explain::days(date, self.issued.given.lead_days(), self.valid_days()))
    }

    fn facts(&self) -> Vec<(Text, String)> {
        let customer = &self.inputs.customer;
        let all = [
            (text("Quote no.", "报价单号"), said(&customer.number)),
            (text("Revision", "版次"), said(&customer.revision)),
            (text("Date", "报价日期"), customer.date.map(|day| day.to_string())),
            (text("Valid until", "有效期至"), self.days().map(|(_, valid)| valid)),
            (text("To", "客户"), said(&customer.company)),
            (text("Attention", "联系人"), said(&customer.contact)),
            (text("Your reference", "询价单号（客户）"), said(&customer.rfq)),
        ];
        all.into_iter().filter_map(|(label, what)| Some((label, what?))).collect()
    }

    fn notes(&self, reader: Reader) -> Vec<(Text, Vec<String>)> {
        let [.., terms, exclusions, liability] = &self.issued.letter;
        let own = |own: &String, usual: Text| {
            if own.is_empty() { usual.get(reader.language).to_owned() } else { own.clone() }
        };
        let mut all = vec![
            (
                text("Delivery", "交货"),
                self.delivery().iter().map(|one| reader.phrase(one)).collect(),
            ),
            (
                text("Basis of prices", "报价依据"),
                self.assumptions().iter().map(|one| reader.phrase(one)).collect(),
            ),
            (text("Not included", "报价不含"), vec![own(exclusions, EXCLUSIONS)]),
            (text("Liability", "责任"), vec![own(liability, LIABILITY)]),
        ];
        if !terms.is_empty() {
            all.insert(1, (text("Terms", "付款与交货条件"), vec![terms.clone()]));
        }
        all
    }

    fn delivery(&self) -> Vec<Phrase> {
        let days = Arg::Quantity(Dimension::Count, self.issued.given.lead_days());
        let mut all = vec![phrase(
            text(
                "Lead time in working days (Mondays to Fridays) from receipt of parts and order: {0}.",
                "自收到工件及订单起 {0} 个工作日交货（周一至周五）。",
            ),
            [days],
        )];
        match self.days() {
            Some((delivery, _)) => all.push(phrase(
                text("Ordered on the day of this quote: {0}.", "报价当日下单：{0} 交货。"),
                [Arg::Name(delivery)],
            )),
            None => all.push(phrase(
                text("Valid for {0} {0:day|days}.", "有效期 {0} 天。"),
                [Arg::Quantity(Dimension::Count, self.valid_days())],
            )),
        }
        all
    }

    fn assumptions(&self) -> Vec<Phrase> {
        let (lines, work) = (&self.setup.lines, &self.issued.work);
        let mut all: Vec<Phrase> = Vec::new();
        match self.issued.basis {
            Tax::Added => all.push(
                text("Unit prices are net; tax is added below.", "单价不含税，税额另列。").into(),
            ),
            Tax::Included => {
                all.push(text("Prices include value-added tax.", "价格含增值税。").into())
            }
            Tax::Untold => all.push(text("Prices are without tax.", "价格不含税。").into()),
        }
        if lines.iter().any(|line| line.quantities.0.len() > 1) {
            all.push(
                text("The first quantity of a line is that of the order; the others are offered at their own price.", "各项第一档为订单数量，其余为阶梯报价。")
                    .into(),
            );
        }
        all.push(
            text(
                "Areas and masses are calculated from the sizes given.",
                "面积与重量按所给尺寸计算。",
            )
            .into(),
        );
        if lines
            .iter()
            .enumerate()
            .any(|(place, line)| !assumed(&self.inputs, place, line).is_empty())
        {
            all.push(
                text(
                    "Where a line says “not given”, an example is priced: please confirm it, the price depends on it.",
                    "标有“未注明”的各项按示例计价，请确认，价格以确认后的数据为准。",
                )
                .into(),
            );
        }
        if work.iter().any(|work| work.kind == ThicknessKind::Minimum) {
            all.push(
                text(
                    "Minimum thickness applies to the significant surfaces (ISO 2064).",
                    "最小厚度适用于主要表面（ISO 2064）。",
                )
                .into(),
            );
        }
        if work.iter().any(|work| work.bake_h > 0.0) {
            all.push(
                text("Hydrogen embrittlement relief baking per ASTM B850.", "除氢按 ASTM B850。")
                    .into(),
            );
        }
        if lines.iter().any(|line| !line.steel_known && line.part.material.id == "steel") {
            all.push(
                text(
                    "Where no strength or hardness is given, the steel is taken as below 1,200 MPa and 36 HRC, so it needs no baking.",
                    "未注明强度或硬度的，按钢材低于 1200 MPa、36 HRC、无需除氢计。",
                )
                .into(),
            );
        }
        if self.setup.currency != Currency::Cny {
            let rate = format!("{}", self.issued.rate);
            let day = self.inputs.order.exchange_date.map(|day| day.to_string());
            let args = [
                Arg::Text(self.setup.currency.sign()),
                Arg::Name(rate),
                Arg::Name(day.clone().unwrap_or_default()),
            ];
            all.push(match day {
                Some(_) => {
                    phrase(text("1 {0} = {1} CNY on {2}.", "汇率：1 {0} = {1} 元（{2}）。"), args)
                }
                None => phrase(text("1 {0} = {1} CNY.", "汇率：1 {0} = {1} 元。"), args),
            });
        }
        if !self.issued.zinc_date.is_empty() {
            all.push(phrase(
                text("Metal surcharge by the price of zinc of {0}.", "金属附加费按 {0} 锌价计。"),
                [Arg::Name(self.issued.zinc_date.clone())],
            ));
        }
        all
    }
}

const EXCLUSIONS: Text = text(
    "Defects in the base metal, stripping of old coatings, threads without allowance for the coating, and packaging, tests and papers that are not named.",
    "基体材料缺陷、旧镀层退除、未留镀层余量的螺纹，以及未注明的包装、检测与文件。",
);

const LIABILITY: Text = text(
    "Please check the goods on receipt and before use. Parts proven not to meet this specification are replated, or the plating charge is refunded; further liability only as required by law.",
    "请在收货时及使用前检验。经确认不符合本技术要求的，由本厂返镀或退还电镀加工费；其他责任以法律规定为限。",
);

/// What was said, without the space around it; none where it is nothing.
fn said(given: &Option<String>) -> Option<String> {
    given.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// What was not given.
const NOT_GIVEN: Text = text("NOT GIVEN, an example is priced: {0}", "【未注明，按示例计价：{0}】");

#[allow(
    clippy::cast_possible_truncation,
    reason = "an amount of a quote, which is whole hundredths below 2^53"
)]
fn cents(amount: f64) -> Amount {
    Amount((amount * 100.0).round() as i64)
}

/// The unit of a price, as it stands behind a number.
pub fn unit(per: Per) -> Text {
    PriceUnit::from(per).name()
}

fn coating(asking: &Asking, ordered: &IssuedWork) -> Coating<'static> {
    let passivate = Passivate::find(&ordered.passivate);
    Coating {
        process: Process::find(&ordered.process).unwrap_or(asking.process),
        mount: ordered.mount,
        thickness_um: ordered.thickness_um,
        kind: ordered.kind,
        passivate,
        sealer: asking.is_sealed() && !passivate.unwrap_or(asking.passivate.0).sealed,
    }
}

/// Sizes by which a part is told.
const TELLING: [&str; 7] = [
    "outer_diameter_mm",
    "inner_diameter_mm",
    "diameter_mm",
    "length_mm",
    "width_mm",
    "height_mm",
    "thickness_mm",
];

/// The part: its shape, and its sizes in millimetres, as drawings have them everywhere.
fn part(part: &Understood, reader: Reader) -> String {
    let shape = part.shape.name().get(reader.language);
    let size = |name: &&str| {
        part.values
            .get(name)
            .map(|valued| valued.value)
            .filter(|value| *value > 0.0)
            .map(|value| format!("{value}"))
    };
    let sizes = part.shape.sizes();
    if part.shape.has_thread() {
        let length = sizes
            .iter()
            .find(|name| **name == "length_mm")
            .and_then(size)
            .map(|length| format!(" × {length}"));
        return format!("{shape} {}{}", part.thread.id, length.unwrap_or_default());
    }
    let told: Vec<String> =
        TELLING.iter().filter(|name| sizes.contains(name)).filter_map(size).collect();
    if told.is_empty() { shape.to_owned() } else { format!("{shape} {} mm", told.join(" × ")) }
}

/// What is done to it.
fn work(asking: &Asking, spec: Option<&Spec>, ordered: &IssuedWork) -> Vec<Phrase> {
    let process = Process::find(&ordered.process).unwrap_or(asking.process);
    let mut all: Vec<Phrase> = Vec::new();
    if let Some(code) = spec.and_then(|spec| said(&spec.designation)) {
        all.push(phrase(symbol("{0}"), [Arg::Name(code)]));
    }
    // What of it was not understood stands in the record: a later reader may understand more, and yet the price has it not.
    let code = asking
        .code
        .as_ref()
        .map(|code| Code { unread: ordered.unread.clone(), ..Code::clone(code) });
    all.extend(code.iter().flat_map(|code| code.not_priced(process)));
    if let Some(um) = asking.other_thickness() {
        all.push(phrase(
            text("not priced: the {0} of the code", "未按代号的 {0} 计价"),
            [Arg::Quantity(Dimension::Thickness, um)],
        ));
    }
    if asking.top_coat == TopCoat::Powder {
        all.push(asking.top_coat.name().into());
    }
    if ordered.bake_h > 0.0 {
        all.push(phrase(text("baked {0} h", "除氢 {0} h"), [Arg::Number(ordered.bake_h)]));
    }
    if asking.values.masked_places.value > 0.0 {
        all.push(phrase(
            text("masked places: {0}", "遮蔽 {0} 处"),
            [Arg::Quantity(Dimension::Count, asking.values.masked_places.value)],
        ));
    }
    if asking.packing == Packing::Layers {
        all.push(asking.packing.name().into());
    }
    if asking.certificate != Certificate::NoPaper {
        all.push(asking.certificate.name().into());
    }
    if asking.first_article == Wanted::Yes {
        all.push(text("First-article inspection", "首件检验").into());
    }
    all
}

/// From the lines to the total; what is nothing is not told.
fn sums(issued: &Issued, reader: Reader) -> Vec<Sum> {
    let given = &issued.given;
    let goods = given.goods().unwrap_or_default(); // a record whose sum cannot be counted was never written
    let (net, tax_amount, total) =
        totals(goods, given.surcharges, given.tax, issued.basis.into()).unwrap_or_default();
    let [metal, energy, environment, expedite] = given.surcharges;
    let tax = reader.phrase(&phrase(
        text("Value-added tax {0}", "增值税 {0}"),
        [Arg::Quantity(Dimension::Fraction, given.tax)],
    ));
    let within = reader.phrase(&phrase(
        text("including value-added tax {0}", "其中增值税 {0}"),
        [Arg::Quantity(Dimension::Fraction, given.tax)],
    ));
    let sum = |kind: SumKind, label: Text, amount: f64| Sum {
        kind,
        label: label.get(reader.language).to_owned(),
        amount,
    };
    let mut all = vec![sum(SumKind::Goods, text("Lines", "各项小计"), goods.value())];
    let surcharges = [
        (text("Metal surcharge", "金属附加费"), metal),
        (text("Energy surcharge", "能源附加费"), energy),
        (text("Environment surcharge", "环保附加费"), environment),
        (text("Rush surcharge", "加急费"), expedite),
    ];
    all.extend(
        surcharges
            .into_iter()
            .filter(|(_, amount)| amount.0 != 0)
            .map(|(label, amount)| sum(SumKind::Surcharge, label, amount.value())),
    );
    match issued.basis {
        Tax::Added => {
            all.push(sum(SumKind::Net, text("Net", "不含税合计"), net.value()));
            all.push(Sum { label: tax, ..sum(SumKind::Tax, symbol(""), tax_amount.value()) });
            all.push(sum(SumKind::Total, text("Total with tax", "含税合计"), total.value()));
        }
        Tax::Included => {
            all.push(sum(SumKind::Total, text("Total with tax", "含税合计"), total.value()));
            all.push(Sum { label: within, ..sum(SumKind::Tax, symbol(""), tax_amount.value()) });
        }
        Tax::Untold => all.push(sum(SumKind::Total, text("Total", "合计"), total.value())),
    }
    all
}
