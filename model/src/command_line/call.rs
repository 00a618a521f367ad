//! What can be called. One definition feeds the parser, the help of each command, the completions and the man page.
//! A word that can be wrong in itself is read by [`Word`], so that its problem is told as JSON in both languages, like any other.

use crate::analysis::monte_carlo::{Distribution, MOST_DRAWS};
use crate::calculator::{self, AnyCalculator, nearest};
use crate::json;
use crate::units::{Dimension, NotANumber, parse_quantity};
use crate::words::{Language, text};
use crate::{DATA_VERSION, ENGINE_VERSION};
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{ArgGroup, Args, CommandFactory as _, Parser, Subcommand, ValueHint};
use clap_complete::Shell;
use serde_json::Value;
use std::ffi::{OsStr, OsString};
use std::sync::LazyLock;

use super::misread::{Refused, problems_of};
use super::refusal;

static VERSION: LazyLock<String> =
    LazyLock::new(|| format!("{ENGINE_VERSION}, data of {DATA_VERSION}"));

/// A call.
#[derive(Parser)]
#[command(
    name = "platewise",
    bin_name = "platewise",
    version = VERSION.as_str(),
    about = "Coating and plant economics on the command line: JSON in, JSON out",
    after_help = "Inputs that are missing take their defaults. Input or a call that is not valid gives a\nJSON list of problems on standard error and exit code 2.",
    arg_required_else_help = true,
    args_override_self = true,
)]
pub struct Call {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// List the calculators
    List,
    /// Print the JSON Schema of a calculator's inputs
    Schema {
        /// The calculator
        #[arg(value_name = "ID", value_parser = CALCULATOR)]
        calculator: &'static AnyCalculator,
    },
    /// Evaluate inputs given as JSON
    ///
    /// The answer holds every input with its default filled in, the results, what to watch, and the
    /// derivation step by step.
    ///
    /// For many at once: `platewise eval ID --jsonl < many > answers`.
    #[command(verbatim_doc_comment)]
    Eval(Eval),
    /// Read a file for a field: the inputs it brings
    ///
    /// That is a weather, meter or model file, or a table in CSV or XLSX for a field of rows.
    /// The answer can be given to `eval` as it is.
    #[command(verbatim_doc_comment)]
    Take {
        /// The calculator
        #[arg(value_name = "ID", value_parser = CALCULATOR)]
        calculator: &'static AnyCalculator,
        /// The field that the file is for, as `schema` names it
        field: String,
        /// The file to read; - is standard input
        #[arg(value_name = "FILE|-", value_parser = clap::value_parser!(OsString), value_hint = ValueHint::FilePath)]
        file: OsString,
    },
    /// Price each row of a table as a quote of its own
    Batch(Batch),
    /// Find the value of an input at which a result meets a target
    #[command(name = "breakeven")]
    BreakEven(BreakEven),
    /// Show how far each input moves a result over its range
    Tornado(Tornado),
    /// Show how results spread when all inputs vary at once
    #[command(name = "montecarlo")]
    MonteCarlo(MonteCarlo),
    /// Print what makes a shell complete commands, options and calculators
    ///
    /// For bash: platewise completions bash > ~/.local/share/bash-completion/completions/platewise
    ///
    /// The manuals of the other shells say where they look.
    #[command(verbatim_doc_comment)]
    Completions {
        /// The shell
        #[arg(value_parser = Word { read: shell, offered: shells })]
        shell: Shell,
    },
    /// Print the man page
    ///
    /// To read it: `platewise man > platewise.1; man ./platewise.1`.
    Man,
}

/// A calculator and the inputs it is given.
#[derive(Args)]
pub struct Given {
    /// The calculator
    #[arg(value_name = "ID", value_parser = CALCULATOR)]
    pub calculator: &'static AnyCalculator,
    /// The file with the inputs as a JSON object; - is standard input
    #[arg(value_name = "FILE|-", value_parser = clap::value_parser!(OsString), value_hint = ValueHint::FilePath)]
    pub file: OsString,
}

/// `platewise eval`.
#[derive(Args)]
pub struct Eval {
    /// The calculator
    #[arg(value_name = "ID", value_parser = CALCULATOR)]
    pub calculator: &'static AnyCalculator,
    /// The file with the inputs; - is standard input, as is no file with --jsonl
    #[arg(value_name = "FILE|-", value_parser = clap::value_parser!(OsString), value_hint = ValueHint::FilePath, required_unless_present = "jsonl")]
    pub file: Option<OsString>,
    /// Leave out costs, rules and rates: the answer as a customer may have it
    #[arg(long)]
    pub customer: bool,
    /// Take each line as one JSON object of inputs and answer it on one line
    ///
    /// Answers keep the order of the lines and come as soon as they are there; all cores work.
    /// A line that is not valid is answered by {"line": N, "problems": [...]} and stops nothing;
    /// the exit code is 2 then. Blank lines are counted and not answered. A line may have
    /// 1,000,000 bytes.
    #[arg(long, verbatim_doc_comment)]
    pub jsonl: bool,
}

/// `platewise batch`.
#[derive(Args)]
pub struct Batch {
    /// The calculator; only quotes are made in batches
    #[arg(value_name = "ID", value_parser = CALCULATOR)]
    pub calculator: &'static AnyCalculator,
    /// The table, in CSV or XLSX; - is standard input
    #[arg(value_name = "FILE|-", value_parser = clap::value_parser!(OsString), value_hint = ValueHint::FilePath)]
    pub file: OsString,
    /// The saved file whose shop and conditions the prices follow
    #[arg(long, value_name = "FILE", value_parser = clap::value_parser!(OsString), value_hint = ValueHint::FilePath)]
    pub shop: Option<OsString>,
    /// Where the prices go, ending in .xlsx or .csv; into the answer without it
    #[arg(long, value_name = "FILE", value_parser = clap::value_parser!(OsString), value_hint = ValueHint::FilePath)]
    pub output: Option<OsString>,
    /// The language of what is told
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = Word { read: language, offered: languages })]
    pub language: Language,
}

/// `platewise breakeven`.
#[derive(Args)]
#[command(group(ArgGroup::new("goal").args(["target", "equal"]).required(true).multiple(true)))] // both at once are refused with a sentence of their own
pub struct BreakEven {
    /// What is asked.
    #[command(flatten)]
    pub given: Given,
    /// The result that is to meet the target; the calculator's answer without it
    #[arg(long, value_name = "NAME")]
    pub result: Option<String>,
    /// The quantity that the result is to meet, with or without its unit: 12, 0.5h, "0.3 mil"
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub target: Option<String>,
    /// The other result that the result is to equal, instead of a number
    #[arg(long, value_name = "NAME")]
    pub equal: Option<String>,
    /// The input that is moved
    #[arg(long, value_name = "NAME")]
    pub input: String,
    /// Where to look from
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub from: Option<String>,
    /// Where to look to
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub to: Option<String>,
}

/// `platewise tornado`.
#[derive(Args)]
pub struct Tornado {
    /// What is asked.
    #[command(flatten)]
    pub given: Given,
    /// The result that is moved; the calculator's answer without it
    #[arg(long, value_name = "NAME")]
    pub result: Option<String>,
    /// Take the inputs that are given as known and hold them fixed, as is done anyway
    #[arg(long, conflicts_with = "vary_given")]
    pub known: bool,
    /// Vary the inputs that are given too, over the ranges of their figures
    #[arg(long)]
    pub vary_given: bool,
}

/// `platewise montecarlo`.
#[derive(Args)]
pub struct MonteCarlo {
    /// What is asked.
    #[command(flatten)]
    pub given: Given,
    /// A result to follow, as often as wanted; the calculator's answer without it
    #[arg(long = "result", value_name = "NAME")]
    pub results: Vec<String>,
    /// Count the draws whose result lies below
    #[arg(long, value_name = "VALUE", default_value = "0", allow_hyphen_values = true)]
    pub below: String,
    /// How many times to draw
    #[arg(long, value_name = "NUMBER", default_value = "10000", value_parser = Word { read: draws, offered: Vec::new }, allow_hyphen_values = true)]
    pub draws: u64,
    /// Where the draws begin: the same seed draws the same
    #[arg(long, value_name = "NUMBER", default_value = "1", value_parser = Word { read: seed, offered: Vec::new }, allow_hyphen_values = true)]
    pub seed: u64,
    /// How each input spreads over its range
    #[arg(long, value_name = "SHAPE", default_value = "triangular", value_parser = Word { read: distribution, offered: distributions })]
    pub distribution: Distribution,
    /// Take the inputs that are given as known and hold them fixed, as is done anyway
    #[arg(long, conflicts_with = "vary_given")]
    pub known: bool,
    /// Vary the inputs that are given too, over the ranges of their figures
    #[arg(long)]
    pub vary_given: bool,
}

/// Why a call comes to nothing.
pub enum Unmade {
    /// It asked for help or the version, which is this.
    Told(String),
    /// It is not valid; the problems.
    Refused(Value),
}

/// Reads a call.
pub fn read(words: Vec<OsString>) -> Result<Call, Unmade> {
    Call::try_parse_from(&words).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Unmade::Told(error.to_string()),
        _ => Unmade::Refused(problems_of(
            &error,
            words.get(1).map(OsString::as_os_str),
            &definition(),
        )),
    })
}

/// The definition as clap holds it.
pub fn definition() -> clap::Command {
    let mut definition = Call::command();
    definition.build();
    definition
}

/// A word of a call, read strictly. What is offered stands in the help and in the completions; another word is still answered by `read`.
#[derive(Clone)]
struct Word<T> {
    read: fn(field: &str, typed: &str) -> Result<T, Value>,
    offered: fn() -> Vec<PossibleValue>,
}

const CALCULATOR: Word<&AnyCalculator> =
    Word { read: |_, typed| find(typed), offered: calculators };

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Word<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        typed: &OsStr,
    ) -> Result<T, clap::Error> {
        let field = arg.map(|arg| arg.get_id().as_str()).unwrap_or_default();
        let outcome = (self.read)(field, &typed.to_string_lossy()).map_err(Refused);
        let with_source = move |_: &str| outcome.clone(); // clap keeps an error of our own only where a function returns it
        with_source.parse_ref(command, arg, OsStr::new(""))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some((self.offered)())
            .filter(|offered| !offered.is_empty())
            .map(|offered| Box::new(offered.into_iter()) as Box<dyn Iterator<Item = PossibleValue>>)
    }
}

fn calculators() -> Vec<PossibleValue> {
    calculator::ALL.iter().map(|one| PossibleValue::new(one.id)).collect()
}

fn find(id: &str) -> Result<&'static AnyCalculator, Value> {
    let words = text(
        "There is no calculator “{0}”; `platewise list` shows them.",
        "没有名为“{0}”的计算器；`platewise list` 可列出全部。",
    );
    calculator::find(id).ok_or_else(|| refusal("calculator", "unknown_calculator", words, &[id]))
}

/// A quantity of a dimension in its canonical unit, typed with or without a unit.
pub fn quantity(field: &str, typed: &str, dimension: Dimension) -> Result<f64, Value> {
    let read = parse_quantity(typed, dimension).map_err(|why| match why {
        NotANumber::Empty | NotANumber::Unreadable => {
            let words = text("“{0}” is not a number.", "“{0}”不是数字。");
            refusal(field, why.id(), words, &[typed])
        }
        _ => json::refusal(field, why.id(), &why.message(dimension)),
    })?;
    Ok(dimension.unit(read.unit.unwrap_or(0)).to_canonical(read.number))
}

/// A whole number up to a greatest one.
fn whole(field: &str, typed: &str, most: u64) -> Result<u64, Value> {
    let words = text("“{0}” is not a whole number up to {1}.", "“{0}”不是不大于 {1} 的整数。");
    typed
        .parse()
        .ok()
        .filter(|number| *number <= most)
        .ok_or_else(|| refusal(field, "wrong_kind", words, &[typed, &most.to_string()]))
}

fn draws(field: &str, typed: &str) -> Result<u64, Value> {
    whole(field, typed, u64::from(MOST_DRAWS))
}

fn seed(field: &str, typed: &str) -> Result<u64, Value> {
    whole(field, typed, u64::MAX)
}

fn language(field: &str, typed: &str) -> Result<Language, Value> {
    let words = text("“{0}” is none of the languages: en, zh.", "“{0}”不是可选语言：en、zh。");
    Language::from_tag(typed).ok_or_else(|| refusal(field, "unknown_choice", words, &[typed]))
}

fn languages() -> Vec<PossibleValue> {
    Language::ALL.into_iter().map(|language| PossibleValue::new(language.tag())).collect()
}

const DISTRIBUTIONS: [(&str, Distribution); 2] =
    [("triangular", Distribution::Triangular), ("pert", Distribution::Pert)];

fn distribution(field: &str, typed: &str) -> Result<Distribution, Value> {
    let found = DISTRIBUTIONS
        .iter()
        .find(|(name, _)| *name == typed)
        .map(|(_, distribution)| *distribution);
    found.ok_or_else(|| unknown(field, typed, &mut DISTRIBUTIONS.iter().map(|(name, _)| *name)))
}

fn distributions() -> Vec<PossibleValue> {
    DISTRIBUTIONS.iter().map(|(name, _)| PossibleValue::new(*name)).collect()
}

fn shell(field: &str, typed: &str) -> Result<Shell, Value> {
    let words = text(
        "There are completions for bash, elvish, fish, powershell and zsh; none for “{0}”.",
        "支持 bash、elvish、fish、powershell、zsh 的补全；不支持“{0}”。",
    );
    typed.parse().map_err(|_| refusal(field, "unknown_choice", words, &[typed]))
}

fn shells() -> Vec<PossibleValue> {
    ["bash", "elvish", "fish", "powershell", "zsh"].into_iter().map(PossibleValue::new).collect()
}

/// A name that is none of those known, with the nearest that is.
pub fn unknown(field: &str, given: &str, known: &mut dyn Iterator<Item = &'static str>) -> Value {
    match nearest(given, known) {
        Some(near) => refusal(
            field,
            "unknown_name",
            text("There is no “{0}”. Did you mean {1}?", "没有“{0}”。是否为 {1}？"),
            &[given, near],
        ),
        None => refusal(field, "unknown_name", text("There is no “{0}”.", "没有“{0}”。"), &[given]),
    }
}
