//! The customer's sheet as HTML, in pages of paper: each page has a head, twelve lines at most, and the last one the sum and the conditions.

use super::{LINES_ON_A_PAGE, Offered, Sheet, SheetLine, SumKind, TaxTold, unit};
use crate::quote::price::Per;
use crate::report::format::{escaped, fixed};
use crate::units::without_trailing_zeros;
use crate::words::{Arg, Text, phrase, text};
use std::fmt::Write as _;

/// Title of the sheet.
pub const TITLE: Text = text("Quotation", "报价单");
const FOR_THE_LOT: Text = text("for the lot", "按批计收");
/// What the total in Chinese capitals is called.
pub const IN_CAPITALS: Text = text("Total in words", "合计（大写）");
const PAGE: Text = text("Page", "第");
const OF: Text = text("of", "页，共");
const PAGES: Text = text("", "页");

/// The whole sheet.
pub fn write(sheet: &Sheet) -> String {
    let mut out = format!("<article class=\"offer\" lang=\"{}\">", sheet.reader.language.tag());
    let pages = sheet.lines.chunks(LINES_ON_A_PAGE).len();
    for (index, lines) in sheet.lines.chunks(LINES_ON_A_PAGE).enumerate() {
        out.push_str("<section class=\"leaf\" tabindex=\"0\">"); // a narrow screen scrolls it
        if index == 0 {
            head(sheet, &mut out)
        } else {
            running_head(sheet, &mut out)
        }
        table(sheet, lines, &mut out);
        if index + 1 == pages {
            sums(sheet, &mut out);
            notes(sheet, &mut out);
        }
        foot(sheet, (index + 1, pages), &mut out);
        out.push_str("</section>");
    }
    out.push_str("</article>");
    out
}

fn word(sheet: &Sheet, text: Text) -> String {
    escaped(text.get(sheet.reader.language))
}

fn head(sheet: &Sheet, out: &mut String) {
    let [name, address, contact] = &sheet.letterhead;
    out.push_str("<header><div class=\"shop\">");
    for (tag, one) in [("strong", name), ("span", address), ("span", contact)] {
        if !one.is_empty() {
            let _ = write!(out, "<{tag}>{}</{tag}>", escaped(one));
        }
    }
    let _ = write!(out, "</div><h1>{}</h1></header><dl>", word(sheet, TITLE));
    for (label, what) in &sheet.facts {
        let _ =
            write!(out, "<div><dt>{}</dt><dd>{}</dd></div>", word(sheet, *label), escaped(what));
    }
    out.push_str("</dl>");
}

/// What tells the further pages to which quote they belong.
fn running_head(sheet: &Sheet, out: &mut String) {
    let [name, ..] = &sheet.letterhead;
    let told = sheet.facts.iter().take(3).map(|(_, what)| what.as_str());
    let all: Vec<String> = std::iter::once(name.as_str())
        .chain(told)
        .filter(|one| !one.is_empty())
        .map(escaped)
        .collect();
    let _ = write!(
        out,
        "<header class=\"again\"><span>{}</span><span>{}</span></header>",
        all.join(" · "),
        word(sheet, TITLE)
    );
}

fn table(sheet: &Sheet, lines: &[SheetLine], out: &mut String) {
    let currency = word(sheet, sheet.currency);
    let heads = [
        ("", String::from("#")),
        ("", word(sheet, text("Part and specification", "工件与技术要求"))),
        ("n", word(sheet, text("Pieces", "数量（件）"))),
        ("n", format!("{} ({currency})", word(sheet, text("Unit price", "单价")))),
        ("n", format!("{} ({currency})", word(sheet, text("Amount", "金额")))),
        ("n", word(sheet, text("Working days", "交期（工作日）"))),
    ];
    out.push_str("<table><thead><tr>");
    for (class, head) in heads {
        let _ = write!(out, "<th scope=\"col\" class=\"{class}\">{head}</th>");
    }
    out.push_str("</tr></thead>");
    for line in lines {
        let Some((ordered, breaks)) = line.offered.split_first() else { continue };
        let named =
            format!("<td>{}</td><th scope=\"row\">{}</th>", line.number, escaped(&line.name));
        let lot = if line.is_charged_otherwise() {
            format!("<small>{}</small> ", word(sheet, FOR_THE_LOT))
        } else {
            String::new()
        };
        let days = whole(ordered.lead_days);
        let [pieces, unit_price] =
            [pieces(sheet, line.per, ordered), unit_price(sheet, line.per, ordered)];
        let _ = write!(
            out,
            "<tbody><tr class=\"ordered\">{named}<td class=\"n\">{pieces}</td><td class=\"n\">{unit_price}</td><td class=\"n\">{lot}{}</td><td class=\"n\">{days}</td></tr>",
            amount(line.charged)
        );
        let _ = write!(
            out,
            "<tr class=\"told\"><td></td><td colspan=\"5\"><p>{}</p>",
            escaped(&line.specification)
        );
        offered_too(sheet, line.per, (ordered, breaks), out);
        out.push_str("</td></tr></tbody>");
    }
    out.push_str("</table>");
}

/// The other quantities with their unit price, and their time where it is another one.
fn offered_too(
    sheet: &Sheet,
    per: Per,
    (ordered, breaks): (&Offered, &[Offered]),
    out: &mut String,
) {
    if breaks.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<ul class=\"breaks\" aria-label=\"{}\">",
        word(sheet, text("Price breaks", "阶梯价"))
    );
    for one in breaks {
        let days = if near(one.lead_days, ordered.lead_days) {
            String::new()
        } else {
            format!(
                " <span>{}</span>",
                escaped(&sheet.reader.phrase(&phrase(
                    text("({0} {0:day|days})", "（{0} 天）"),
                    [Arg::Name(whole(one.lead_days))]
                )))
            )
        };
        let lot = if one.is_charged_otherwise() {
            format!("{} {}", word(sheet, FOR_THE_LOT), amount(one.charged))
        } else {
            format!("= {}", amount(one.price))
        };
        let _ = write!(
            out,
            "<li>{} × <b>{}</b> {lot}{days}</li>",
            pieces(sheet, per, one),
            unit_price(sheet, per, one)
        );
    }
    out.push_str("</ul>");
}

/// Pieces, and what they are in the unit of the price where that is another one: `10,000 (185 kg)`.
fn pieces(sheet: &Sheet, per: Per, one: &Offered) -> String {
    let pieces = whole(one.pieces);
    if matches!(per, Per::Piece | Per::Lot) {
        return pieces;
    }
    format!(
        "{pieces} <small>({}\u{a0}{})</small>",
        without_trailing_zeros(&fixed(one.quantity, 3)),
        quantity_unit(sheet, per)
    )
}

/// 10 × 1,000 pieces are no “10 1,000 pieces”.
fn quantity_unit(sheet: &Sheet, per: Per) -> String {
    if per == Per::Thousand {
        word(sheet, text("thousand", "千件"))
    } else {
        word(sheet, unit(per))
    }
}

/// A unit price with its unit, where that is not the piece: `4.5000 /kg`.
fn unit_price(sheet: &Sheet, per: Per, one: &Offered) -> String {
    let price = fixed(one.unit_price, 4);
    if per == Per::Piece {
        price
    } else {
        format!("{price} <small>/\u{a0}{}</small>", word(sheet, unit(per)))
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.5
}

fn whole(value: f64) -> String {
    fixed(value, 0)
}

fn amount(value: f64) -> String {
    fixed(value, 2)
}

fn sums(sheet: &Sheet, out: &mut String) {
    out.push_str("<table class=\"sums\"><tbody>");
    for sum in &sheet.sums {
        let class = match sum.kind {
            SumKind::Total => " class=\"total\"",
            SumKind::Tax if matches!(sheet.tax, TaxTold::Included(_)) => " class=\"within\"",
            _ => "",
        };
        let unit = if sum.kind == SumKind::Total {
            format!(" ({})", word(sheet, sheet.currency))
        } else {
            String::new()
        };
        let _ = write!(
            out,
            "<tr{class}><th scope=\"row\">{}{unit}</th><td class=\"n\">{}</td></tr>",
            escaped(&sum.label),
            amount(sum.amount)
        );
    }
    if let Some(words) = &sheet.in_capitals {
        let _ = write!(
            out,
            "<tr class=\"capitals\"><th scope=\"row\">{}</th><td class=\"n\">{}</td></tr>",
            word(sheet, IN_CAPITALS),
            escaped(words)
        );
    }
    out.push_str("</tbody></table>");
}

fn notes(sheet: &Sheet, out: &mut String) {
    out.push_str("<div class=\"notes\">");
    for (title, points) in &sheet.notes {
        let _ = write!(out, "<section><h2>{}</h2><ul>", word(sheet, *title));
        for point in points {
            let _ = write!(out, "<li>{}</li>", escaped(point));
        }
        out.push_str("</ul></section>");
    }
    out.push_str("</div>");
}

fn foot(sheet: &Sheet, (page, pages): (usize, usize), out: &mut String) {
    let [page_word, of, end] = [PAGE, OF, PAGES].map(|one| word(sheet, one));
    let _ = write!(
        out,
        "<footer><span>{}</span><span>{page_word} {page} {of} {pages} {end}</span></footer>",
        escaped(&sheet.stamp)
    );
}
