//! The messages between an embedded calculator and the page that embeds it, as JSON: what the host may ask, read strictly and shape by shape, and what the
//! calculator answers. `docs/embedding.md` is the contract; a version that is not this one, a namespace that is not ours and a kind that is not known are no
//! messages at all. Where a message came from is for the application to check: a text does not know.

use crate::calculator::AnyCalculator;
use crate::json;
use crate::units::System;
use crate::words::{Arg, Language, Text, phrase, text};
use serde_json::{Map, Value, json};

/// Version of the contract. Within it nothing is taken away and nothing changes its meaning.
pub const VERSION: u64 = 1;

/// The longest message that is read, bytes of JSON: more than any calculator takes, so that a host cannot make the page read for ever.
pub const LONGEST: usize = 200_000;

/// Font sizes that are taken over, px.
const FONT_SIZES: (f64, f64) = (10.0, 28.0);

/// What a host asks.
#[derive(Clone, PartialEq, Debug)]
pub enum Message {
    /// Makes itself known: from now on it is told of every result.
    Hello,
    /// Changes what is named and leaves the rest.
    Set(Box<Wishes>),
    /// Asks for the present state, under a name of its own.
    Get(String),
    /// Every input back to its default.
    Reset,
}

/// What a host may change; what is none stays.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Wishes {
    /// The name of an example to begin with, before the inputs.
    pub preset: Option<&'static str>,
    /// Inputs by their JSON names, in canonical units.
    pub inputs: Option<Map<String, Value>>,
    /// Language.
    pub language: Option<Language>,
    /// Units.
    pub units: Option<System>,
    /// `light`, `dark` or `auto`.
    pub theme: Option<String>,
    /// The one colour that is not grey.
    pub accent: Option<Accent>,
    /// Size of the text, px.
    pub font_size_px: Option<f64>,
    /// The fields that are shown, none for all.
    pub shown: Option<Vec<&'static str>>,
    /// The fields that are shown but cannot be changed.
    pub fixed: Option<Vec<&'static str>>,
}

impl Wishes {
    /// Both as one: these, and then what was wished later.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        let inputs = match (self.inputs, later.inputs) {
            (Some(mut inputs), Some(others)) if later.preset.is_none() => {
                inputs.extend(others);
                Some(inputs)
            }
            (inputs, others) => others.or_else(|| inputs.filter(|_| later.preset.is_none())),
        };
        Self {
            preset: later.preset.or(self.preset),
            inputs,
            language: later.language.or(self.language),
            units: later.units.or(self.units),
            theme: later.theme.or(self.theme),
            accent: later.accent.or(self.accent),
            font_size_px: later.font_size_px.or(self.font_size_px),
            shown: later.shown.or(self.shown),
            fixed: later.fixed.or(self.fixed),
        }
    }
}

/// Reads a message for a calculator. None for what is no message of this contract, which is to be ignored.
///
/// # Errors
/// The document of the problems, each with the part of the message that it is about; then nothing of the message counts.
pub fn read(calculator: &AnyCalculator, message: &str) -> Option<Result<Message, Value>> {
    if message.len() > LONGEST {
        return None;
    }
    let message = json::parse(message).ok()?;
    if message.get("platewise").and_then(Value::as_u64) != Some(VERSION) {
        return None;
    }
    match message.get("kind")?.as_str()? {
        "hello" => Some(Ok(Message::Hello)),
        "set" => Some(wishes(calculator, &message).map(|wishes| Message::Set(Box::new(wishes)))),
        "get" => Some(match message.get("request") {
            None => Ok(Message::Get(String::new())),
            Some(Value::String(request)) if request.len() <= 100 => {
                Ok(Message::Get(request.clone()))
            }
            Some(_) => Err(refused(
                "request",
                text("Expected a text of at most 100 characters.", "应为不超过 100 个字符的文本。"),
                "",
            )),
        }),
        "reset" => Some(Ok(Message::Reset)),
        _ => None,
    }
}

fn refused(part: &str, why: Text, what: &str) -> Value {
    json::refusal(part, "not_taken", &phrase(why, [Arg::Name(what.to_owned())]))
}

const NO_CHOICE: Text = text("“{0}” is none of the choices here.", "“{0}”不在可选范围内。");

/// Reads each part that is there.
fn wishes(calculator: &AnyCalculator, message: &Value) -> Result<Wishes, Value> {
    // An attribute that was taken away comes as null: as if it had never been there.
    let part = |name: &str| message.get(name).filter(|value| !value.is_null());
    let one_of = |name: &'static str| match part(name) {
        None => Ok(None),
        Some(Value::String(value)) => Ok(Some(value.as_str())),
        Some(_) => Err(refused(name, text("Expected a text.", "应为文本。"), "")),
    };
    let choice = |name: &'static str, value: &str| refused(name, NO_CHOICE, value);
    let language = one_of("language")?
        .map(|tag| Language::from_tag(tag).ok_or_else(|| choice("language", tag)))
        .transpose()?;
    let units = one_of("units")?
        .map(|id| System::from_id(id).ok_or_else(|| choice("units", id)))
        .transpose()?;
    let theme = one_of("theme")?
        .map(|id| {
            if ["light", "dark", "auto"].contains(&id) {
                Ok(id.to_owned())
            } else {
                Err(choice("theme", id))
            }
        })
        .transpose()?;
    let accent = one_of("accent")?
        .map(|colour| Accent::read(colour).ok_or_else(|| refused("accent", NO_COLOUR, colour)))
        .transpose()?;
    let preset = one_of("preset")?
        .map(|id| {
            calculator
                .presets()
                .iter()
                .map(|preset| preset.id)
                .find(|one| *one == id)
                .ok_or_else(|| choice("preset", id))
        })
        .transpose()?;
    let font_size_px = part("font_size_px").map(font_size).transpose()?;
    let inputs = part("inputs")
        .map(|inputs| match json::inputs_of(inputs, calculator) {
            Ok(inputs) => known(calculator, inputs),
            Err(_) => Err(refused(
                "inputs",
                text("Expected a JSON object of inputs.", "应为由输入项组成的 JSON 对象。"),
                "",
            )),
        })
        .transpose()?;
    let (shown, fixed) =
        (fields(calculator, "shown", part("shown"))?, fields(calculator, "fixed", part("fixed"))?);
    Ok(Wishes { preset, inputs, language, units, theme, accent, font_size_px, shown, fixed })
}

/// Inputs whose names all exist; whether their values make sense is for the calculator to say, beside its fields.
fn known(
    calculator: &AnyCalculator,
    inputs: Map<String, Value>,
) -> Result<Map<String, Value>, Value> {
    match inputs.keys().find(|name| calculator.field(name).is_none()) {
        Some(other) => Err(refused(
            "inputs",
            text("There is no input “{0}”.", "没有名为“{0}”的输入项。"),
            other,
        )),
        None => Ok(inputs),
    }
}

fn font_size(value: &Value) -> Result<f64, Value> {
    let (low, high) = FONT_SIZES;
    let size = value.as_f64().filter(|size| (low..=high).contains(size));
    size.ok_or_else(|| {
        refused(
            "font_size_px",
            text("Expected a number of pixels from 10 to 28.", "应为 10 至 28 之间的像素数。"),
            "",
        )
    })
}

fn fields(
    calculator: &AnyCalculator,
    part: &str,
    given: Option<&Value>,
) -> Result<Option<Vec<&'static str>>, Value> {
    let Some(given) = given else { return Ok(None) };
    let names = given.as_array().ok_or_else(|| {
        refused(part, text("Expected a list of input names.", "应为输入项名称的列表。"), "")
    })?;
    let known = |name: &Value| {
        let name = name.as_str().unwrap_or_default();
        calculator.field(name).map(|field| field.name).ok_or_else(|| {
            refused(part, text("There is no input “{0}”.", "没有名为“{0}”的输入项。"), name)
        })
    };
    names.iter().map(known).collect::<Result<Vec<_>, _>>().map(Some)
}

const NO_COLOUR: Text =
    text("“{0}” is no colour; one is written #0a6785.", "“{0}”不是颜色值；颜色写作 #0a6785。");

/// A colour that a host wants, as it can be read on the page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Accent([u8; 3]);

/// The sheets that text in the accent stands on, light and dark, as in the style of the page.
const SHEETS: [[u8; 3]; 2] = [[255, 255, 255], [24, 28, 32]];
/// The least contrast of text: WCAG 2.2, 1.4.3.
const CONTRAST: f64 = 4.5;

impl Accent {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn read(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        match digits.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] => Some(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => None,
        }
    }

    /// The nearest colour towards black (on the light sheet) or white (on the dark one) that can be read there, and what can be read on it, both as `#rrggbb`.
    pub fn on_sheet(self, dark: bool) -> (String, String) {
        let (sheet, end) = if dark { (SHEETS[1], 255.0) } else { (SHEETS[0], 0.0) };
        let toward = |share: f64| {
            self.0.map(|part| whole((end - f64::from(part)).mul_add(share, f64::from(part))))
        };
        let colour = (0..=100)
            .map(|percent| toward(f64::from(percent) / 100.0))
            .find(|colour| contrast(*colour, sheet) >= CONTRAST);
        let colour = colour.unwrap_or_else(|| toward(1.0));
        let over =
            if contrast(colour, [255; 3]) >= contrast(colour, [0; 3]) { [255; 3] } else { [0; 3] };
        (written(colour), written(over))
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "within 0 and 255 by the clamp"
)]
fn whole(part: f64) -> u8 {
    part.round().clamp(0.0, 255.0) as u8
}

fn written([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Contrast ratio of two colours, 1 to 21. WCAG 2.2, definitions of contrast ratio and relative luminance.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let luminance = |colour: [u8; 3]| {
        let linear = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126_f64.mul_add(linear[0], 0.7152_f64.mul_add(linear[1], 0.0722 * linear[2]))
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A message of a kind, with its parts.
fn envelope(kind: &str, parts: &[(&str, Value)]) -> Value {
    let mut message = Map::from_iter([
        ("platewise".to_owned(), VERSION.into()),
        ("kind".to_owned(), kind.into()),
    ]);
    message.extend(parts.iter().map(|(name, part)| ((*name).to_owned(), part.clone())));
    message.into()
}

/// The calculator is there.
pub fn ready(calculator: &AnyCalculator) -> Value {
    envelope(
        "ready",
        &[
            ("calculator", calculator.id.into()),
            ("engine", crate::ENGINE_VERSION.into()),
            ("data", crate::DATA_VERSION.into()),
        ],
    )
}

/// What is answered now, as somebody else may have it: the report's JSON, or the problems (those of `given` where what was typed is none of the inputs); and
/// the link that rebuilds it.
pub fn result(
    calculator: &AnyCalculator,
    given: &Result<Map<String, Value>, Value>,
    link: &str,
) -> Value {
    envelope("result", &[("link", link.into()), outcome(calculator, given)])
}

/// The same, asked for.
pub fn got(
    calculator: &AnyCalculator,
    given: &Result<Map<String, Value>, Value>,
    link: &str,
    request: &str,
) -> Value {
    envelope(
        "got",
        &[("request", request.into()), ("link", link.into()), outcome(calculator, given)],
    )
}

fn outcome(
    calculator: &AnyCalculator,
    given: &Result<Map<String, Value>, Value>,
) -> (&'static str, Value) {
    let report =
        given.as_ref().map_err(Clone::clone).and_then(|given| json::evaluate(calculator, given));
    match report {
        Ok(report) => ("report", json::for_others(calculator, &report)),
        Err(problems) => ("problems", problems.get("problems").cloned().unwrap_or_default()),
    }
}

/// How high it is, px.
pub fn resize(height: u32) -> Value {
    envelope("resize", &[("height", height.into())])
}

/// A message could not be followed, or the inputs have no answer.
pub fn error(problems: &Value) -> Value {
    let problems = problems.get("problems").cloned().unwrap_or_else(|| json!([]));
    envelope("error", &[("problems", problems)])
}
