//! What to think of the quote: what lies below its cost, what a rule changed, what a steel needs, and how it compares with the trade.

use super::Inputs;
use super::assumed::{Assumed, PART, assumed};
use super::bands::Bands;
use super::changes::changes;
use super::finish::Coating;
use super::issued::Issued;
use super::solve::Numbers;
use super::standing::Standing;
use crate::calculator::{
    Field, InputTable, Mount, Origin, Valued, fine_only_if_usual, unsupported,
};
use crate::data::Source;
use crate::data::passivates::Chromium;
use crate::data::shops::{JOB_BARREL, JOB_RACK};
use crate::data::sources::{B633_2019, B850_CHART, DERIVATION, JUDGEMENT};
use crate::plating::embrittlement::B850;
use crate::quote::minimum::By;
use crate::quote::offer::{Break, OfferedLine};
use crate::quote::price::Per;
use crate::report::format::Reader;
use crate::report::{Judgement, Level, judgement};
use crate::units::{Dimension, format_significant, without_trailing_zeros};
use crate::words::{Arg, Language, Text, phrase, text};

fn count(of: usize) -> Arg {
    Arg::Count(u32::try_from(of).unwrap_or(u32::MAX))
}

/// Numbers of lines as they stand in a sentence: 1, 4, 7; of many the first ones.
fn numbers(places: &[usize]) -> Arg {
    let mut told: Vec<String> =
        places.iter().take(12).map(|place| (place + 1).to_string()).collect();
    if places.len() > 12 {
        told.push("…".to_owned());
    }
    Arg::Name(told.join(", "))
}

/// One sentence for all lines of which something holds, of one line and of several; none where it holds of none.
fn of_lines(
    all: &mut Vec<Judgement>,
    id: &'static str,
    level: Level,
    [one, several]: [Text; 2],
    source: &'static Source,
    places: &[usize],
) {
    let words = if places.len() == 1 { one } else { several };
    if !places.is_empty() {
        all.push(judgement(id, level, phrase(words, [numbers(places)]), source));
    }
}

/// What stands at once: what of the request is an example, and whether the order pays.
pub fn first(inputs: &Inputs, n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    examples(inputs, n, &mut all);
    below_cost(n, &mut all);
    fine_only_if_usual(&mut all, in_force(n).map(|(_, valued)| valued));
    all
}

/// What nobody gave, so that an example is priced.
fn examples(inputs: &Inputs, n: &Numbers, all: &mut Vec<Judgement>) {
    let missing: Vec<Vec<Assumed>> = n
        .setup
        .lines
        .iter()
        .enumerate()
        .map(|(place, line)| assumed(inputs, place, line))
        .collect();
    let of = |field: &str| {
        places(n, |place| Some(missing.get(place)?.iter().any(|one| one.field == field)))
    };
    of_lines(
        all,
        "quantities_assumed",
        Level::Note,
        [
            text(
                "Line {0} has no quantity; an example is shown.",
                "第 {0} 项未填数量，暂用示例数量。",
            ),
            text(
                "Lines {0} have no quantity; examples are shown.",
                "第 {0} 项未填数量，暂用示例数量。",
            ),
        ],
        &JUDGEMENT,
        &of("quantities"),
    );
    of_lines(
        all,
        "part_assumed",
        Level::Note,
        [
            text(
                "Line {0} has no part; an example is priced.",
                "第 {0} 项未填工件，暂按示例工件计价。",
            ),
            text(
                "Lines {0} have no part; an example is priced.",
                "第 {0} 项未填工件，暂按示例工件计价。",
            ),
        ],
        &JUDGEMENT,
        &of(PART),
    );
    for (place, missing) in missing.iter().enumerate() {
        let sizes: Vec<&Assumed> = missing
            .iter()
            .filter(|one| ![PART, "quantities", "thickness_um"].contains(&one.field))
            .collect();
        if sizes.is_empty() {
            continue;
        }
        let [en, zh] = listed(&sizes.iter().map(|one| one.label).collect::<Vec<_>>());
        // Each language has its own list, so each takes its own place.
        let words = text(
            "Line {0}, not given: {1}. An example is priced.",
            "第 {0} 项未填：{2}。暂按示例计价。",
        );
        all.push(judgement(
            "size_assumed",
            Level::Note,
            phrase(words, [count(place + 1), en, zh]),
            &JUDGEMENT,
        ));
    }
    of_lines(
        all,
        "thickness_assumed",
        Level::Note,
        [
            text(
                "Line {0} has no thickness; the usual one is priced and stands on the sheet.",
                "第 {0} 项未填厚度，按常用厚度计价，并列在报价单上。",
            ),
            text(
                "Lines {0} have no thickness; the usual one is priced and stands on the sheet.",
                "第 {0} 项未填厚度，按常用厚度计价，并列在报价单上。",
            ),
        ],
        &JUDGEMENT,
        &of("thickness_um"),
    );
}

/// A list in each language, for a place of its own.
fn listed(all: &[Text]) -> [Arg; 2] {
    [(Language::En, ", "), (Language::Zh, "、")].map(|(language, comma)| {
        Arg::Name(all.iter().map(|one| one.get(language)).collect::<Vec<_>>().join(comma))
    })
}

/// The numbers in force with their fields.
fn in_force(n: &Numbers) -> impl Iterator<Item = (&'static Field, Valued)> {
    Inputs::fields()
        .iter()
        .filter(|field| n.setup.counts(field.name))
        .filter_map(|field| Some((field, n.setup.value(field.name)?)))
}

/// Every other judgement, what decides first.
pub fn further(n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    all.extend(n.standing.as_ref().map(|standing| of_given(n, standing)));
    codes(n, &mut all);
    finishes(n, &mut all);
    steel(n, &mut all);
    rules(n, &mut all);
    trade(n, &mut all);
    all.push(unsupported(in_force(n)));
    all
}

/// What is to be told of a line by itself: how its code is read, what of it is assumed or open, what is not allowed everywhere, and what its steel needs.
/// The sentences are those of the quote without the number of the line.
pub fn of_one_line(n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    codes(n, &mut all);
    finishes(n, &mut all);
    steel(n, &mut all);
    let without = |words: &'static str, numbered: &[&str]| {
        numbered.iter().find_map(|start| words.strip_prefix(start)).unwrap_or(words)
    };
    for one in &mut all {
        let Text { en, zh } = one.message.text;
        one.message.text = text(
            without(en, &["Line {0}: ", "Line {0}, ", "Line {0} has a ", "Line {0} is "]),
            without(zh, &["第 {0} 项：", "第 {0} 项"]),
        );
    }
    all
}

/// How a quote that was given stands to what would be asked for today.
fn of_given(n: &Numbers, standing: &Standing) -> Judgement {
    let versions = |record: &str| {
        Issued::read(record).map_or_else(Default::default, |issued| [issued.engine, issued.data])
    };
    match standing {
        Standing::Stands { record, today } => {
            let [engine, data] = versions(record);
            let is_this = engine == crate::ENGINE_VERSION && data == crate::DATA_VERSION;
            let [engine, data] = [engine, data].map(Arg::Name);
            let changed = changes(n).len();
            if changed == 0 {
                let words = text(
                    "As quoted with engine {0} and data of {1}; computed now, every price is the same.",
                    "此报价由引擎 {0}、数据 {1} 算得；现在重新计算，所有价格不变。",
                );
                return judgement(
                    "as_quoted",
                    Level::Ok,
                    phrase(words, [engine, data]),
                    &DERIVATION,
                );
            }
            let words = if is_this {
                text(
                    "Quoted with this version (engine {0}, data of {1}), but your shop's figures have changed since; numbers that would change: {2}, the total from {3} to {4}. What was quoted stands until you have it priced anew.",
                    "此报价由相同版本（引擎 {0}、数据 {1}）算得，但本厂数据此后已变：有 {2} 个数值将改变，合计由 {3} 变为 {4}。在您重新计价之前，已报价格保持不变。",
                )
            } else {
                text(
                    "Quoted with engine {0} and data of {1}. With this version and your shop as it is now, numbers that would change: {2}, the total from {3} to {4}. What was quoted stands until you have it priced anew.",
                    "此报价由引擎 {0}、数据 {1} 算得。按当前版本和本厂现有数据，有 {2} 个数值将改变，合计由 {3} 变为 {4}。在您重新计价之前，已报价格保持不变。",
                )
            };
            let totals = [n.offer.total, today.total]
                .map(|one| Arg::Quantity(Dimension::Price, one.value()));
            let [then, now] = totals;
            judgement(
                "would_change",
                Level::Warning,
                phrase(words, [engine, data, count(changed), then, now]),
                &DERIVATION,
            )
        }
        Standing::Changed { record } => {
            let [engine, data] = versions(record).map(Arg::Name);
            let words = text(
                "The request has changed since it was quoted (engine {0}, data of {1}): all prices here are new ones.",
                "询价内容在报价（引擎 {0}、数据 {1}）之后已有改动：此处均为新价格。",
            );
            judgement("request_changed", Level::Warning, phrase(words, [engine, data]), &DERIVATION)
        }
        Standing::Unreadable => judgement(
            "quoted_unreadable",
            Level::Warning,
            text(
                "The prices that were quoted cannot be read, their record is damaged: all prices here are new ones.",
                "已报价格记录损坏，无法读取：此处均为新价格。",
            ),
            &DERIVATION,
        ),
    }
}

/// The lines of which something holds.
fn places(n: &Numbers, holds: impl Fn(usize) -> Option<bool>) -> Vec<usize> {
    (0..n.works.len()).filter(|place| holds(*place) == Some(true)).collect()
}

fn below_cost(n: &Numbers, all: &mut Vec<Judgement>) {
    for (place, line) in n.offer.lines.iter().enumerate() {
        let worst = line
            .breaks
            .iter()
            .filter_map(|one| Some((one, one.below_cost(&n.shop)?)))
            .max_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((one, short)) = worst {
            #[allow(clippy::cast_precision_loss, reason = "pieces of an order lie far below 2^53")]
            let pieces = Arg::Quantity(Dimension::Count, one.pieces as f64);
            let message = phrase(
                text(
                    "Below cost: line {0}, {1} {1:piece brings|pieces bring} {2} less than {1:it costs|they cost}.",
                    "低于成本：第 {0} 项，{1} 件比成本少收 {2}。",
                ),
                [count(place + 1), pieces, Arg::Quantity(Dimension::Money, short)],
            );
            all.push(judgement("below_cost", Level::Alarm, message, &DERIVATION));
        }
    }
    if let Some(margin) = n.margin() {
        let (level, words) = if margin < 0.0 {
            (
                Level::Alarm,
                text(
                    "The order costs more than it brings in: its margin is {0}.",
                    "订单亏本：毛利率 {0}。",
                ),
            )
        } else {
            (
                Level::Ok,
                text(
                    "The order as a whole has a margin of {0}, minimum charges and surcharges included.",
                    "整单毛利率 {0}（含最低收费与附加费）。",
                ),
            )
        };
        all.push(judgement(
            "order_margin",
            level,
            phrase(words, [Arg::Quantity(Dimension::Fraction, margin)]),
            &DERIVATION,
        ));
    }
}

/// How many codes are told one by one.
const CODES_TOLD: usize = 6;

/// The coating of a line, as it is priced.
pub fn coating(n: &Numbers, place: usize) -> Option<Coating<'static>> {
    let line = n.setup.lines.get(place)?;
    Some(Coating {
        process: line.process,
        mount: Some(if n.setup.barrel { Mount::Barrel } else { Mount::Rack }),
        thickness_um: line.values.thickness_um.value,
        kind: line.kind,
        passivate: Some(line.passivate.0),
        sealer: line.is_sealed() && !line.passivate.0.sealed,
    })
}

/// What the coating codes say, and what of them was not understood: that is never priced, and the sentence says what is.
fn codes(n: &Numbers, all: &mut Vec<Judgement>) {
    let mut told: Vec<&str> = Vec::new();
    for (place, line) in n.setup.lines.iter().enumerate() {
        let (Some(code), Some(coating)) = (&line.code, coating(n, place)) else { continue };
        if told.contains(&code.written.as_str()) || told.len() >= CODES_TOLD {
            continue;
        }
        told.push(&code.written);
        let in_both = |say: &dyn Fn(Reader) -> String| {
            [Language::En, Language::Zh]
                .map(|language| Arg::Name(say(Reader { language, ..Reader::default() })))
        };
        let [en, zh] = in_both(&|reader| coating.words(reader));
        let [read_en, read_zh] = in_both(&|reader| {
            code.asked.as_ref().map(|asked| reader.phrase(&asked.told())).unwrap_or_default()
        });
        let (id, level, words) = if code.asked.is_none() {
            let words = text(
                "Line {0}: “{1}” is not understood. It stays on the sheet and is not priced. Priced: {2}.",
                "第 {0} 项：“{1}”无法识别，原样列在报价单上，未计价；价格仅对应{3}。",
            );
            ("code_unread", Level::Warning, words)
        } else if code.contradicts(line.process) {
            let words = text(
                "Line {0}: “{1}” asks for another deposit than this process gives. {5} Priced: {2}.",
                "第 {0} 项：“{1}”与所选工艺的镀层不符。{6}价格对应{3}。",
            );
            ("designation_contradicted", Level::Warning, words)
        } else if !code.unread.is_empty() {
            let words = text(
                "Line {0}: of “{1}” this is not understood and not priced: {4}. {5} Priced: {2}.",
                "第 {0} 项：“{1}”中以下内容无法识别，未计价：{4}。{6}价格仅对应{3}。",
            );
            ("code_unread", Level::Warning, words)
        } else {
            (
                "code_read",
                Level::Note,
                text("Line {0}: “{1}”. {5} Priced: {2}.", "第 {0} 项：“{1}”。{6}计价内容：{3}。"),
            )
        };
        let args = [
            count(place + 1),
            Arg::Name(code.written.clone()),
            en,
            zh,
            Arg::Name(code.unread.clone()),
            read_en,
            read_zh,
        ];
        all.push(judgement(id, level, phrase(words, args), &DERIVATION));
        let questions = code.questions(
            line.values.thickness_um.origin == Origin::Given,
            line.passivate.1 == Origin::Given,
        );
        if !questions.is_empty() {
            let [en, zh] = in_both(&|reader| {
                let all: Vec<String> = questions.iter().map(|one| reader.phrase(one)).collect();
                all.join(if reader.language == Language::Zh { "" } else { " " })
            });
            let words = text("Line {0}, “{1}”: {2}", "第 {0} 项“{1}”：{3}");
            all.push(judgement(
                "code_open",
                Level::Note,
                phrase(words, [count(place + 1), Arg::Name(code.written.clone()), en, zh]),
                &DERIVATION,
            ));
        }
        if let Some(um) = line.other_thickness() {
            let words = text(
                "Line {0}: “{1}” asks for {2}; {3} is given, and priced.",
                "第 {0} 项：“{1}”要求 {2}，而所填（并已计价）为 {3}。",
            );
            let [asked, given] = [um, line.values.thickness_um.value]
                .map(|um| Arg::Quantity(Dimension::Thickness, um));
            all.push(judgement(
                "thickness_contradicted",
                Level::Warning,
                phrase(words, [count(place + 1), Arg::Name(code.written.clone()), asked, given]),
                &DERIVATION,
            ));
        }
        let unpriced = code.unpriced();
        if !unpriced.is_empty() {
            let [en, zh] = listed(&unpriced);
            let words = text(
                "Line {0}: “{1}” asks for this too, which is not priced: {2}.",
                "第 {0} 项：“{1}”另要求以下内容，未计价：{3}。",
            );
            all.push(judgement(
                "code_unpriced",
                Level::Note,
                phrase(words, [count(place + 1), Arg::Name(code.written.clone()), en, zh]),
                &DERIVATION,
            ));
        }
        if let Some(asked) = code.asked.as_ref().filter(|asked| !asked.contradictions.is_empty()) {
            let words =
                text("Line {0}: “{1}” contradicts itself: {2}.", "第 {0} 项：“{1}”自相矛盾：{2}。");
            let args = [
                count(place + 1),
                Arg::Name(code.written.clone()),
                Arg::Name(asked.contradictions.join("; ")),
            ];
            all.push(judgement(
                "code_contradicts_itself",
                Level::Warning,
                phrase(words, args),
                &DERIVATION,
            ));
        }
    }
    let other = |place: usize| {
        let line = n.setup.lines.get(place)?;
        let (asked, _) = line.code.as_ref()?.asked.as_ref()?.passivate_assumed()?;
        Some(line.passivate.1 == Origin::Given && asked.id != line.passivate.0.id)
    };
    of_lines(
        all,
        "passivation_contradicted",
        Level::Warning,
        [
            text(
                "Line {0}: the code asks for another passivation than the one that is chosen and priced.",
                "第 {0} 项：代号所指钝化与所选（并已计价）的钝化不同。",
            ),
            text(
                "Lines {0}: the codes ask for another passivation than the one that is chosen and priced.",
                "第 {0} 项：代号所指钝化与所选（并已计价）的钝化不同。",
            ),
        ],
        &DERIVATION,
        &places(n, other),
    );
    of_lines(
        all,
        "process_by_code",
        Level::Note,
        [
            text(
                "Line {0}: the code asks for another deposit than the shop's usual process gives, so a process for it is priced.",
                "第 {0} 项：代号所指镀层与本厂常用工艺不同，已按相应工艺计价。",
            ),
            text(
                "Lines {0}: the codes ask for another deposit than the shop's usual process gives, so a process for it is priced.",
                "第 {0} 项：代号所指镀层与本厂常用工艺不同，已按相应工艺计价。",
            ),
        ],
        &DERIVATION,
        &places(n, |place| Some(n.setup.lines.get(place)?.process_by_code)),
    );
}

/// The passivation: what nobody chose, and what is not allowed everywhere.
fn finishes(n: &Numbers, all: &mut Vec<Judgement>) {
    let hexavalent = places(n, |place| {
        Some(n.setup.lines.get(place)?.passivate.0.chromium == Chromium::Hexavalent)
    });
    of_lines(
        all,
        "hexavalent",
        Level::Warning,
        [
            text(
                "Line {0} has a hexavalent passivation: chromium(VI) is not allowed in electrical equipment (RoHS) and vehicles (ELV) for the EU. Offer a trivalent one.",
                "第 {0} 项为六价铬钝化：出口欧盟的电子电气产品（RoHS）和汽车（ELV）禁用六价铬。建议改用三价铬。",
            ),
            text(
                "Lines {0} have a hexavalent passivation: chromium(VI) is not allowed in electrical equipment (RoHS) and vehicles (ELV) for the EU. Offer a trivalent one.",
                "第 {0} 项为六价铬钝化：出口欧盟的电子电气产品（RoHS）和汽车（ELV）禁用六价铬。建议改用三价铬。",
            ),
        ],
        &DERIVATION,
        &hexavalent,
    );
    let unsaid = places(n, |place| Some(n.setup.lines.get(place)?.passivate.1 == Origin::Default));
    if let Some(usual) = unsaid.first().and_then(|place| n.setup.lines.get(*place)) {
        let usual = usual.passivate.0;
        let words = if unsaid.len() == 1 {
            text(
                "Line {0}: passivation not named; priced, and on the sheet: {1}.",
                "第 {0} 项未注明钝化，按“{1}”计价并列在报价单上。",
            )
        } else {
            text(
                "Lines {0}: passivation not named; priced, and on the sheet: {1}.",
                "第 {0} 项未注明钝化，按“{1}”计价并列在报价单上。",
            )
        };
        all.push(judgement(
            "passivation_assumed",
            Level::Note,
            phrase(words, [numbers(&unsaid), Arg::Text(usual.name)]),
            &JUDGEMENT,
        ));
    }
}

fn steel(n: &Numbers, all: &mut Vec<Judgement>) {
    let of =
        |wanted: fn(B850) -> bool| places(n, |place| Some(wanted(n.setup.lines.get(place)?.bake)));
    of_lines(
        all,
        "do_not_plate",
        Level::Alarm,
        [
            text(
                "Line {0}: do not electroplate steel of this strength with zinc.",
                "第 {0} 项：此强度的钢不宜电镀锌。",
            ),
            text(
                "Lines {0}: do not electroplate steel of this strength with zinc.",
                "第 {0} 项：此强度的钢不宜电镀锌。",
            ),
        ],
        &B633_2019,
        &of(|bake| bake == B850::DoNotPlate),
    );
    of_lines(
        all,
        "baked",
        Level::Note,
        [
            text(
                "Line {0} is baked after plating, by whole ovens; included in cost and lead time.",
                "第 {0} 项镀后除氢烘烤，按整炉计入成本与交期。",
            ),
            text(
                "Lines {0} are baked after plating, by whole ovens; included in cost and lead time.",
                "第 {0} 项镀后除氢烘烤，按整炉计入成本与交期。",
            ),
        ],
        &B850_CHART,
        &of(|bake| matches!(bake, B850::Bake { .. })),
    );
    let unknown = places(n, |place| {
        let line = n.setup.lines.get(place)?;
        Some(!line.steel_known && line.part.shape.is_screw())
    });
    of_lines(
        all,
        "steel_unknown",
        Level::Note,
        [
            text(
                "Line {0}: neither strength nor hardness is known, so no bake is priced. Ask for the property class.",
                "第 {0} 项：强度和硬度均未知，未计除氢烘烤。请询问性能等级。",
            ),
            text(
                "Lines {0}: neither strength nor hardness is known, so no bake is priced. Ask for the property class.",
                "第 {0} 项：强度和硬度均未知，未计除氢烘烤。请询问性能等级。",
            ),
        ],
        &B850_CHART,
        &unknown,
    );
}

fn rules(n: &Numbers, all: &mut Vec<Judgement>) {
    let by = |wanted: By| places(n, |place| Some(n.offer.lines.get(place)?.charged.by == wanted));
    let mut note = |id: &'static str, words: [Text; 2], places: &[usize]| {
        of_lines(all, id, Level::Note, words, &DERIVATION, places)
    };
    note(
        "minimum_charged",
        [
            text("Line {0} is charged the minimum lot charge.", "第 {0} 项按最低收费计收。"),
            text("Lines {0} are charged the minimum lot charge.", "第 {0} 项按最低收费计收。"),
        ],
        &by(By::Minimum),
    );
    note(
        "fee_charged",
        [
            text(
                "Line {0} is below its minimum charge too, and is charged its price and the fee of further lines.",
                "第 {0} 项同样不足最低收费，按价格加附加费计收。",
            ),
            text(
                "Lines {0} are below their minimum charge too, and are charged their price and the fee of further lines.",
                "第 {0} 项同样不足最低收费，按价格加附加费计收。",
            ),
        ],
        &by(By::Fee),
    );
    let of = |holds: fn(&Break) -> bool| {
        places(n, |place| Some(n.offer.lines.get(place)?.breaks.iter().any(holds)))
    };
    note(
        "held_down",
        [
            text(
                "Line {0}: a larger quantity costs more by the piece, as it begins another load or oven. The price of the smaller quantity is offered.",
                "第 {0} 项：较大数量因多开一槽或一炉，单件成本反而较高，仍按较小数量的单价报价。",
            ),
            text(
                "Lines {0}: a larger quantity costs more by the piece, as it begins another load or oven. The price of the smaller quantity is offered.",
                "第 {0} 项：较大数量因多开一槽或一炉，单件成本反而较高，仍按较小数量的单价报价。",
            ),
        ],
        &of(|one| one.held_down),
    );
    for (place, line) in n.offer.lines.iter().enumerate() {
        for (one, smaller) in line.breaks.iter().filter_map(|one| Some((one, one.held_at?))) {
            let words = text(
                "Line {0}: by the rounded unit price {1} pieces would cost less in all than {2}. They are held at the price of {2} pieces.",
                "第 {0} 项：按进位后的单价，{1} 件的总价会低于 {2} 件，故按 {2} 件的总价计收。",
            );
            let [more, fewer] = [one.pieces, smaller].map(|pieces| Arg::Name(pieces.to_string()));
            all.push(judgement(
                "held_at_smaller",
                Level::Note,
                phrase(words, [count(place + 1), more, fewer]),
                &DERIVATION,
            ));
        }
    }
    of_lines(
        all,
        "credit_held",
        Level::Note,
        [
            text(
                "Line {0}: zinc is cheaper than its reference price, but the credit does not take a line below its minimum charge.",
                "第 {0} 项：锌价低于基准价，但扣减后不低于最低收费。",
            ),
            text(
                "Lines {0}: zinc is cheaper than its reference price, but the credit does not take a line below its minimum charge.",
                "第 {0} 项：锌价低于基准价，但扣减后不低于最低收费。",
            ),
        ],
        &DERIVATION,
        &places(n, |place| Some(n.offer.lines.get(place)?.credit_held)),
    );
}

/// Lines that are set against the trade one by one.
const TRADE_TOLD: usize = 5;

/// Whether a figure as it is told is one.
fn is_one(figure: &str) -> bool {
    without_trailing_zeros(figure) == "1"
}

/// How the prices lie beside what jobs cost in the trade: in the unit of the band, or in that of the price where it is by mass or by area.
fn trade(n: &Numbers, all: &mut Vec<Judgement>) {
    let mut outside = Vec::new();
    let fact = if n.setup.barrel { JOB_BARREL } else { JOB_RACK };
    for (place, (line, asking)) in n.offer.lines.iter().zip(&n.setup.lines).enumerate() {
        let plain = !asking.is_alloy()
            && asking.top_coat == super::inputs::TopCoat::Bare
            && !asking.is_sealed()
            && asking.bake_h() <= 0.0;
        let Some(one) = line.breaks.last().filter(|_| plain) else { continue };
        let piece = n.shop.brings(one.price_of_piece());
        // kg or m² of a piece: what the band is for.
        let each = if n.setup.barrel { one.lot.mass_g / 1000.0 } else { one.lot.area_dm2 / 100.0 };
        let job = piece / each;
        let (words, factor) = if job > fact.high {
            (
                text(
                    "Line {0}, {1} pieces: {2} {3} is {4} times the top of what such jobs cost in the trade, {5}–{6} {3}. That range is an estimate; check minutes and rates.",
                    "第 {0} 项 {1} 件：{2} {3}，为行业常见价 {5}–{6} {3} 上限的 {4} 倍。该范围为估计，请核对工时与费率。",
                ),
                job / fact.high,
            )
        } else if job < fact.low {
            (
                text(
                    "Line {0}, {1} pieces: {2} {3} is {4} times the bottom of what such jobs cost in the trade, {5}–{6} {3}. That range is an estimate; check minutes and rates.",
                    "第 {0} 项 {1} 件：{2} {3}，仅为行业常见价 {5}–{6} {3} 下限的 {4} 倍。该范围为估计，请核对工时与费率。",
                ),
                job / fact.low,
            )
        } else {
            continue;
        };
        // Near the end of the range two digits would tell a price as the end itself.
        let digits =
            (2..6).find(|digits| !is_one(&format_significant(factor, *digits))).unwrap_or(6);
        // What one unit of the band is in units that are shown: kg and dm² as the line is priced, or else kg and m².
        let (unit, shown) = match line.measure.per {
            Per::Kilogram => (text("CNY/kg", "元/kg"), one.lot.mass_g / 1000.0),
            Per::SquareDecimetre => (text("CNY/dm²", "元/dm²"), one.lot.area_dm2),
            Per::Piece | Per::Thousand | Per::Lot if n.setup.barrel => {
                (text("CNY/kg", "元/kg"), each)
            }
            Per::Piece | Per::Thousand | Per::Lot => (text("CNY/m²", "元/m²"), each),
        };
        let told = |in_band: f64, digits: usize| {
            let figure = format_significant(in_band * each / shown, digits);
            Arg::Name(without_trailing_zeros(&figure).to_owned())
        };
        let args = [
            count(place + 1),
            Arg::Name(one.pieces.to_string()),
            told(job, digits),
            Arg::Text(unit),
            Arg::Name(format_significant(factor, digits)),
            told(fact.low, 2),
            told(fact.high, 2),
        ];
        outside.push((place, phrase(words, args)));
    }
    let further: Vec<usize> = outside.iter().skip(TRADE_TOLD).map(|(place, _)| *place).collect();
    all.extend(
        outside.into_iter().take(TRADE_TOLD).map(|(_, message)| {
            judgement("outside_the_trade", Level::Warning, message, fact.source)
        }),
    );
    of_lines(
        all,
        "outside_the_trade",
        Level::Warning,
        [
            text(
                "Line {0} lies outside what such jobs cost in the trade too.",
                "第 {0} 项同样超出行业常见价。",
            ),
            text(
                "Lines {0} lie outside what such jobs cost in the trade too.",
                "第 {0} 项同样超出行业常见价。",
            ),
        ],
        fact.source,
        &further,
    );
}

/// Lines whose cost, at the high end of its band, is more than they bring in, and which figures to measure first.
pub fn of_bands(n: &Numbers, bands: &[Bands], measure_first: &[Text]) -> Vec<Judgement> {
    let mut all = Vec::new();
    let crossing = places(n, |place| {
        let line = n.offer.lines.get(place)?;
        let mut all = line.breaks.iter().zip(bands.get(place)?).enumerate();
        Some(all.any(|(place, (one, band))| {
            let price = if place == 0 { line.charged.price } else { one.price };
            one.below_cost(&n.shop).is_none() && band.high > n.shop.brings(price.value())
        }))
    });
    if crossing.is_empty() {
        all.push(judgement(
            "bands_clear",
            Level::Ok,
            text(
                "Every quantity of every line keeps a margin even at the high end of its cost.",
                "各项各档数量即使在成本区间上限也保有毛利。",
            ),
            &JUDGEMENT,
        ));
    } else {
        let [en, zh] = listed(measure_first);
        let message = match *crossing.as_slice() {
            [place] => {
                let margin = n
                    .offer
                    .lines
                    .get(place)
                    .zip(bands.get(place))
                    .and_then(|(line, bands)| worst_margin(n, line, bands))
                    .unwrap_or_default();
                let words = text(
                    "Line {0} may lose money: at the high end of its cost the margin is {1}. Measure first: {2}.",
                    "第 {0} 项有亏损风险：成本取上限时毛利率为 {1}。请先核实：{3}。",
                );
                phrase(
                    words,
                    [count(place + 1), Arg::Quantity(Dimension::Fraction, margin), en, zh],
                )
            }
            _ => phrase(
                text(
                    "{1} of {2} lines may lose money at the high end of their cost: {0}. Measure first: {3}.",
                    "{2} 项中有 {1} 项在成本取上限时有亏损风险（第 {0} 项）。请先核实：{4}。",
                ),
                [numbers(&crossing), count(crossing.len()), count(n.works.len()), en, zh],
            ),
        };
        all.push(judgement("band_crosses_zero", Level::Warning, message, &JUDGEMENT));
    }
    fine_only_if_usual(&mut all, in_force(n).map(|(_, valued)| valued));
    all
}

/// The lowest margin of a line at the high end of its cost.
fn worst_margin(n: &Numbers, line: &OfferedLine, bands: &Bands) -> Option<f64> {
    let margins = line.breaks.iter().zip(bands).enumerate().filter_map(|(place, (one, band))| {
        let brings = n.shop.brings(if place == 0 { line.charged.price } else { one.price }.value());
        (brings > 0.0).then(|| 1.0 - band.high / brings)
    });
    margins.reduce(f64::min)
}
