//! What a part is called and how big it is, as requests say it: `六角螺栓`, `M8×30`, `1/4-20`, `Hex bolt M8x1.25x30 DIN 933`, `100×50×2`.

use crate::calculator::part::{HeadEdition, Shape};
use crate::data::Listed;
use crate::data::fasteners::Thread;
use crate::import::numbers::half_width;
use crate::units::parse_decimal;

/// Letters and digits of a text, small, in half width.
pub fn bare(words: &str) -> String {
    words
        .chars()
        .map(half_width)
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a text says of a part.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Said {
    /// Its thread.
    pub thread: Option<&'static Thread>,
    /// Pitch, mm, where it is not the coarse one.
    pub pitch_mm: Option<f64>,
    /// The sizes behind the thread, or those of a part without one.
    pub sizes: [Option<f64>; 3],
    /// Whether they are in inches, as behind a thread in inches; otherwise they are in mm, or in the unit of the head.
    pub in_inches: bool,
    /// Whether the first of the sizes is marked as a diameter.
    pub is_round: bool,
    /// What it is.
    pub shape: Option<Shape>,
    /// By which edition, where a standard says so.
    pub edition: Option<HeadEdition>,
}

impl Said {
    /// Whether another text about the same part contradicts it in nothing.
    pub fn agrees(&self, other: &Self) -> bool {
        fn fits<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        let threads =
            fits(self.thread.map(|thread| thread.id), other.thread.map(|thread| thread.id));
        let sizes = self.sizes.iter().zip(&other.sizes).all(|(one, other)| fits(*one, *other));
        threads && sizes && fits(self.pitch_mm, other.pitch_mm) && fits(self.shape, other.shape)
    }

    /// Takes from another text what this one does not say.
    pub fn complete(&mut self, other: &Self) {
        self.thread = self.thread.or(other.thread);
        self.pitch_mm = self.pitch_mm.or(other.pitch_mm);
        self.shape = self.shape.or(other.shape);
        self.edition = self.edition.or(other.edition);
        if self.sizes == [None; 3] {
            self.sizes = other.sizes;
            self.in_inches = other.in_inches;
            self.is_round = other.is_round;
        }
    }
}

/// Why a text that looks like a size is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unsized {
    /// It names a thread that is not known here.
    Thread(String),
    /// It is a size with something beside it that is none.
    Beside(String),
    /// It is not understood.
    Unknown,
}

/// The thread of a name: `M8`, `m8`, `1/4-20`, `1/4-20 UNC`, `#10-24`. Whatever list of threads the model has is searched.
pub fn thread(name: &str) -> Option<&'static Thread> {
    let name = name.trim();
    if let Some(found) = Thread::all()
        .iter()
        .find(|row| bare(row.id) == bare(name) || bare(row.name().en) == bare(name))
    {
        return Some(found);
    }
    // Inch threads: the digits say which, whatever stands between them.
    let is_inch = name.contains(['/', '#', '-']) && !name.starts_with(['M', 'm']);
    let digits = |text: &str| {
        text.split(|letter: char| !letter.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let said = digits(name);
    let fine = ["unf", "unef"].into_iter().find(|series| bare(name).contains(series));
    let fits = |row: &&Thread| {
        digits(row.id) == said
            && !row.id.starts_with('M')
            && fine.is_none_or(|series| bare(row.id).contains(series))
    };
    (is_inch && said.len() > 1).then(|| Thread::all().iter().find(fits)).flatten()
}

/// What stands between sizes.
const BETWEEN: [char; 6] = ['*', '×', 'x', 'X', '✕', '╳'];

/// Reads a size: a thread with or without pitch and length, or up to three sizes.
///
/// # Errors
/// It names a thread that is not known, or is no size.
pub fn size(text: &str) -> Result<Said, Unsized> {
    let text: String = text.chars().map(half_width).collect();
    let text = text.trim();
    let mut parts = text.split(BETWEEN).map(str::trim);
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let mut said = Said::default();
    let spaced = first
        .strip_prefix(['M', 'm'])
        .map(|digits| ["M", digits.trim_start()].concat())
        .unwrap_or_default();
    if spaced.chars().nth(1).is_some_and(|digit| digit.is_ascii_digit()) {
        let first = spaced.as_str();
        // `M8-6g`, `M8 ` and the tolerance behind a length say nothing of the size.
        let name = first.split(['-', ' ']).next().unwrap_or(first);
        let mut sizes = Vec::new();
        // `M8-30` is a length for some and a tolerance class for others: only with letters it is one.
        let behind = first.get(name.len()..).unwrap_or_default();
        if behind.trim_matches([' ', '-']).bytes().any(|letter| letter.is_ascii_digit())
            && !behind.bytes().any(|letter| letter.is_ascii_alphabetic())
        {
            return Err(Unsized::Unknown);
        }
        let behind = behind.trim_matches([' ', '-', ',', ';', '(', ')']);
        if !(behind.is_empty() || is_tolerance(behind, ['E', 'H'])) {
            return Err(Unsized::Beside(behind.to_owned()));
        }
        for part in rest {
            sizes.push(millimetres(part).ok_or_else(|| beside(part))?);
        }
        let diameter =
            parse_decimal(name.trim_start_matches(['M', 'm'])).ok_or(Unsized::Unknown)?;
        let known = thread(name).ok_or_else(|| Unsized::Thread(name.to_owned()))?;
        said.thread = Some(known);
        // The first size behind a thread is a pitch where it can be one: below a quarter of the diameter, and no length is.
        match sizes.as_slice() {
            [] => {}
            [one] if is_pitch(*one, diameter) => said.pitch_mm = pitch(*one, known),
            [length] => said.sizes = [Some(*length), None, None],
            [one, length] if is_pitch(*one, diameter) => {
                said.pitch_mm = pitch(*one, known);
                said.sizes = [Some(*length), None, None];
            }
            _ => return Err(Unsized::Unknown),
        }
        return Ok(said);
    }
    if let Some((found, behind)) = inch_thread(first) {
        if !(behind.is_empty() || is_tolerance(behind, ['A', 'B'])) {
            return Err(Unsized::Beside(behind.to_owned()));
        }
        said.thread = Some(thread(found).ok_or_else(|| Unsized::Thread(found.to_owned()))?);
        said.in_inches = true;
        match rest.as_slice() {
            [] => {}
            [length] => said.sizes = [Some(inches(length).ok_or(Unsized::Unknown)?), None, None],
            _ => return Err(Unsized::Unknown),
        }
        return Ok(said);
    }
    said.is_round = first.starts_with(['φ', 'Φ', 'ф', 'Ø', 'ø', '⌀', '∅']);
    let first = first.trim_start_matches(['φ', 'Φ', 'ф', 'Ø', 'ø', '⌀', '∅']).trim();
    let sizes: Option<Vec<f64>> = [first].into_iter().chain(rest).map(millimetres).collect();
    match sizes.ok_or(Unsized::Unknown)?.as_slice() {
        [one] => said.sizes = [Some(*one), None, None],
        [one, two] => said.sizes = [Some(*one), Some(*two), None],
        [one, two, three] => said.sizes = [Some(*one), Some(*two), Some(*three)],
        _ => return Err(Unsized::Unknown),
    }
    Ok(said)
}

/// Whether a text is a tolerance class, which says nothing of the size: `6g`, `4h6h`, `6H`; `2A` of inch threads. The letters are those between two.
fn is_tolerance(text: &str, [from, to]: [char; 2]) -> bool {
    if ["coarse", "粗牙"].contains(&text) {
        return true;
    }
    let mut letters = text.chars();
    while let Some(grade) = letters.next() {
        let position = letters.next().map(|letter| letter.to_ascii_uppercase());
        if !(grade.is_ascii_digit() && position.is_some_and(|letter| (from..=to).contains(&letter)))
        {
            return false;
        }
    }
    text.len() <= 4
}

/// What stands beside the figure of a size, where it begins with one.
fn beside(part: &str) -> Unsized {
    let figure = part
        .find(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
        .and_then(|at| part.split_at_checked(at));
    match figure {
        Some((figure, rest)) if !figure.is_empty() => {
            let rest = rest.trim().trim_start_matches("mm").trim_matches([' ', ',', ';', '-']);
            Unsized::Beside(rest.to_owned())
        }
        _ => Unsized::Unknown,
    }
}

/// A size without its unit mm.
fn millimetres(text: &str) -> Option<f64> {
    let text = text.trim();
    parse_decimal(
        text.strip_suffix("mm").or_else(|| text.strip_suffix("毫米")).unwrap_or(text).trim(),
    )
    .filter(|size| *size > 0.0)
}

/// The name of an inch thread, `1/4-20`, `#10-24`, `5/16-18 UNC`, and what stands behind it.
fn inch_thread(text: &str) -> Option<(&str, &str)> {
    let (size, pitch) = text
        .split_once('-')
        .filter(|_| text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '#'))?;
    let threads = pitch
        .trim_start_matches(|letter: char| {
            letter == '/' || letter == '-' || letter.is_ascii_digit()
        })
        .trim_start();
    let series = ["UNEF", "UNF", "UNC", "UNS", "UN"].into_iter().find(|series| {
        threads.get(..series.len()).is_some_and(|start| start.eq_ignore_ascii_case(series))
    });
    let is_series = threads.is_empty() || series.is_some();
    let behind = threads.get(series.map_or(0, str::len)..).unwrap_or_default();
    let has_size = size
        .trim_start_matches('#')
        .bytes()
        .all(|letter| letter.is_ascii_digit() || letter == b'/');
    (is_series && has_size && pitch.starts_with(|letter: char| letter.is_ascii_digit())).then(
        || {
            let name = text.get(..text.len() - behind.len()).unwrap_or(text);
            (name.trim_end_matches([' ', '-']), behind.trim_matches([' ', '-', ',', ';', '(', ')']))
        },
    )
}

/// Inches: `1`, `1.5"`, `1-1/2`, `3/4 in`.
pub fn inches(text: &str) -> Option<f64> {
    let text = text.trim();
    let text = ["\"", "″", "''", "inches", "inch", "in", "英寸"]
        .into_iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text)
        .trim();
    fraction(text).or_else(|| parse_decimal(text)).filter(|size| *size > 0.0)
}

/// `3/4`, `1-1/2`, `1 1/2`.
pub fn fraction(text: &str) -> Option<f64> {
    let (above, below) = text.trim().split_once('/')?;
    let (whole, above) = above.trim().split_once(['-', ' ']).unwrap_or(("0", above.trim()));
    let whole_number = |text: &str| {
        text.bytes().all(|digit| digit.is_ascii_digit()).then(|| parse_decimal(text)).flatten()
    };
    let (whole, above, below) =
        (whole_number(whole)?, whole_number(above.trim())?, whole_number(below.trim())?);
    (below > 0.0 && above < below * 100.0).then(|| whole + above / below)
}

/// The coarsest pitch is a fifth of its diameter or less from M4 on; lengths are longer. M3 has a sixth.
fn is_pitch(size: f64, diameter: f64) -> bool {
    size <= 0.25 * diameter && size <= 6.0
}

/// A pitch where it is not the one that the thread has anyway.
fn pitch(said: f64, thread: &Thread) -> Option<f64> {
    ((said - thread.pitch.value).abs() > 1e-9).then_some(said)
}

/// Words for shapes beside their names, in letters and digits only.
const SHAPES: [(&str, Shape); 81] = [
    ("六角螺栓", Shape::HexBolt),
    ("六角头螺栓", Shape::HexBolt),
    ("外六角螺栓", Shape::HexBolt),
    ("外六角螺丝", Shape::HexBolt),
    ("外六角螺钉", Shape::HexBolt),
    ("六角螺丝", Shape::HexBolt),
    ("全牙六角螺栓", Shape::HexBolt),
    ("全螺纹六角螺栓", Shape::HexBolt),
    ("hexbolt", Shape::HexBolt),
    ("hexbolts", Shape::HexBolt),
    ("hexscrew", Shape::HexBolt),
    ("hexheadbolt", Shape::HexBolt),
    ("hexheadscrew", Shape::HexBolt),
    ("hexcapscrew", Shape::HexBolt),
    ("hexagonbolt", Shape::HexBolt),
    ("hexagonscrew", Shape::HexBolt),
    ("hexagonheadbolt", Shape::HexBolt),
    ("hexagonheadscrew", Shape::HexBolt),
    ("六角螺母", Shape::HexNut),
    ("六角螺帽", Shape::HexNut),
    ("螺母", Shape::HexNut),
    ("螺帽", Shape::HexNut),
    ("nut", Shape::HexNut),
    ("nuts", Shape::HexNut),
    ("hexnut", Shape::HexNut),
    ("hexnuts", Shape::HexNut),
    ("hexagonnut", Shape::HexNut),
    ("平垫圈", Shape::Washer),
    ("平垫", Shape::Washer),
    ("垫圈", Shape::Washer),
    ("washer", Shape::Washer),
    ("washers", Shape::Washer),
    ("flatwasher", Shape::Washer),
    ("plainwasher", Shape::Washer),
    ("内六角圆柱头螺钉", Shape::SocketScrew),
    ("内六角圆柱头螺栓", Shape::SocketScrew),
    ("内六角螺钉", Shape::SocketScrew),
    ("内六角螺栓", Shape::SocketScrew),
    ("内六角螺丝", Shape::SocketScrew),
    ("圆柱头内六角螺钉", Shape::SocketScrew),
    ("socketheadcapscrew", Shape::SocketScrew),
    ("sockethead", Shape::SocketScrew),
    ("socketcapscrew", Shape::SocketScrew),
    ("shcs", Shape::SocketScrew),
    ("allenbolt", Shape::SocketScrew),
    ("allenscrew", Shape::SocketScrew),
    ("内六角沉头螺钉", Shape::CountersunkScrew),
    ("沉头内六角螺钉", Shape::CountersunkScrew),
    ("内六角沉头螺丝", Shape::CountersunkScrew),
    ("socketcountersunkscrew", Shape::CountersunkScrew),
    ("countersunksocketscrew", Shape::CountersunkScrew),
    ("flatheadsocketcapscrew", Shape::CountersunkScrew),
    ("全螺纹螺杆", Shape::ThreadedRod),
    ("牙条", Shape::ThreadedRod),
    ("通丝螺杆", Shape::ThreadedRod),
    ("threadedrod", Shape::ThreadedRod),
    ("allthread", Shape::ThreadedRod),
    ("板", Shape::Plate),
    ("平板", Shape::Plate),
    ("扁钢", Shape::Plate),
    ("plate", Shape::Plate),
    ("flatbar", Shape::Plate),
    ("圆片", Shape::Disc),
    ("圆管", Shape::Tube),
    ("钢管", Shape::Tube),
    ("管", Shape::Tube),
    ("tube", Shape::Tube),
    ("bushing", Shape::Tube),
    ("圆棒", Shape::Rod),
    ("圆钢", Shape::Rod),
    ("轴", Shape::Rod),
    ("销", Shape::Rod),
    ("rod", Shape::Rod),
    ("pin", Shape::Rod),
    ("shaft", Shape::Rod),
    ("薄板", Shape::Sheet),
    ("sechskantschraube", Shape::HexBolt),
    ("sechskantschrauben", Shape::HexBolt),
    ("sechskantmutter", Shape::HexNut),
    ("sechskantmuttern", Shape::HexNut),
    ("gewindestange", Shape::ThreadedRod),
];

/// Standards that say a shape, by number, with the edition where the sizes of the head differ. Bolts that are threaded in part only (ISO 4014, DIN 931,
/// GB/T 5782) are not among them: the area would be that of another part.
const STANDARDS: [(&str, Shape, Option<HeadEdition>); 18] = [
    ("iso4017", Shape::HexBolt, Some(HeadEdition::Iso)),
    ("gb5783", Shape::HexBolt, Some(HeadEdition::Iso)),
    ("gbt5783", Shape::HexBolt, Some(HeadEdition::Iso)),
    ("din933", Shape::HexBolt, Some(HeadEdition::Din)),
    ("iso4032", Shape::HexNut, Some(HeadEdition::Iso)),
    ("gb6170", Shape::HexNut, Some(HeadEdition::Iso)),
    ("gbt6170", Shape::HexNut, Some(HeadEdition::Iso)),
    ("din934", Shape::HexNut, Some(HeadEdition::Din)),
    ("iso7089", Shape::Washer, None),
    ("gb971", Shape::Washer, None),
    ("gbt971", Shape::Washer, None),
    ("iso4762", Shape::SocketScrew, None),
    ("din912", Shape::SocketScrew, None),
    ("gb701", Shape::SocketScrew, None),
    ("gbt701", Shape::SocketScrew, None),
    ("iso10642", Shape::CountersunkScrew, None),
    ("din975", Shape::ThreadedRod, None),
    ("din976", Shape::ThreadedRod, None),
];

/// The shape of a word.
pub fn shape(word: &str) -> Option<Shape> {
    let word = bare(word);
    let named = |shape: &&Shape| {
        bare(shape.id()) == word || bare(shape.name().en) == word || bare(shape.name().zh) == word
    };
    Shape::all()
        .iter()
        .find(named)
        .copied()
        .or_else(|| SHAPES.iter().find(|(words, _)| *words == word).map(|(_, shape)| *shape))
}

fn standard(word: &str) -> Option<(Shape, Option<HeadEdition>)> {
    STANDARDS
        .iter()
        .find(|(number, ..)| *number == word)
        .map(|(_, shape, edition)| (*shape, *edition))
}

/// What a description says of a part: a shape, a standard, a size, in any order. None where it is only a name; what is not understood of it is ignored
/// only if the rest says a shape by itself.
pub fn description(text: &str) -> Option<Result<Said, Unsized>> {
    if let Some(shape) = shape(text) {
        return Some(Ok(Said { shape: Some(shape), ..Said::default() }));
    }
    if let Some((shape, edition)) = standard(&bare(text)) {
        return Some(Ok(Said { shape: Some(shape), edition, ..Said::default() }));
    }
    let text: String = text.chars().map(half_width).collect();
    // A size is the part that begins as a thread; the words before it and a standard anywhere say the shape.
    let begins = |at: usize, letter: char| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let apart = before.is_none_or(|before| !before.is_ascii_alphanumeric());
        let after = text.get(at + letter.len_utf8()..).and_then(|after| after.chars().next());
        letter == 'M' && apart && after.is_some_and(|after| after.is_ascii_digit())
    };
    let at = text
        .char_indices()
        .find(|(at, letter)| begins(*at, *letter))
        .map_or(text.len(), |(at, _)| at);
    let (before, behind) = text.split_at_checked(at)?;
    let length = behind
        .find(|letter: char| {
            !(letter.is_ascii_digit() || BETWEEN.contains(&letter) || matches!(letter, 'M' | '.'))
        })
        .unwrap_or(behind.len());
    let (sized, after) = behind.split_at_checked(length)?;
    let words = [before, after].map(str::trim).join(" ");
    let mut said = Said::default();
    let mut rest = bare(&words);
    for (number, shape, edition) in STANDARDS {
        if let Some(at) = rest.find(number) {
            said.shape = Some(shape);
            said.edition = edition;
            rest.replace_range(at..at + number.len(), "");
            break;
        }
    }
    if !rest.is_empty() {
        let word = shape(&rest);
        if word.is_none() || (said.shape.is_some() && said.shape != word) {
            return None;
        }
        said.shape = word;
    }
    said.shape?;
    if sized.is_empty() {
        return Some(Ok(said));
    }
    Some(size(sized).map(|size| Said { shape: said.shape, edition: said.edition, ..size }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<&'static str>, Option<f64>, [Option<f64>; 3]) {
        let said = size(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        (said.thread.map(|thread| thread.id), said.pitch_mm, said.sizes)
    }

    #[test]
    fn sizes_are_read_as_requests_write_them() {
        let length = |mm: f64| [Some(mm), None, None];
        for (text, thread, pitch, sizes) in [
            ("M8*30", Some("M8"), None, length(30.0)),
            ("M8×30", Some("M8"), None, length(30.0)),
            ("m8 x 30 mm", Some("M8"), None, length(30.0)),
            ("Ｍ8×30", Some("M8"), None, length(30.0)),
            ("M8x1.25x30", Some("M8"), None, length(30.0)),
            ("M8x1.25", Some("M8"), None, [None; 3]),
            ("M8x1x30", Some("M8"), Some(1.0), length(30.0)),
            ("M10x1", Some("M10"), Some(1.0), [None; 3]),
            ("M12*1.5*60", Some("M12"), Some(1.5), length(60.0)),
            ("M8", Some("M8"), None, [None; 3]),
            ("M 8 x 30", Some("M8"), None, length(30.0)),
            ("M8-6g", Some("M8"), None, [None; 3]),
            ("M12x5", Some("M12"), None, length(5.0)),
            ("100×50×2", None, None, [Some(100.0), Some(50.0), Some(2.0)]),
            ("φ20*100", None, None, [Some(20.0), Some(100.0), None]),
        ] {
            assert_eq!(read(text), (thread, pitch, sizes), "{text}");
        }
        assert!(size("φ20*100").is_ok_and(|said| said.is_round));
        assert_eq!(size("M7*30"), Err(Unsized::Thread("M7".to_owned())));
        for text in ["", "large", "M8-30", "M8x1x2x3", "M8*abc", "M"] {
            assert_eq!(size(text), Err(Unsized::Unknown), "{text}");
        }
    }

    /// Whether a thread in inches is known depends on the list; its name is understood in any case.
    #[test]
    fn threads_in_inches_are_names() {
        for text in ["1/4-20", "5/16-18 UNC", "#10-24", "1-8 UNC"] {
            match size(text) {
                Ok(said) => assert!(said.thread.is_some(), "{text}"),
                Err(why) => assert_eq!(why, Unsized::Thread(text.to_owned())),
            }
        }
        assert_eq!(
            (inches("1-1/2\""), inches("3/4 in"), inches("2"), inches("x")),
            (Some(1.5), Some(0.75), Some(2.0), None)
        );
    }

    #[test]
    fn descriptions_say_shape_and_size() {
        let found = |text: &str| {
            description(text)
                .and_then(Result::ok)
                .map(|said| (said.shape, said.thread.map(|thread| thread.id), said.sizes[0]))
        };
        for (text, shape, thread, length) in [
            ("六角螺栓", Shape::HexBolt, None, None),
            ("外六角螺栓 M8×30", Shape::HexBolt, Some("M8"), Some(30.0)),
            ("Hex bolt M8x30 DIN 933", Shape::HexBolt, Some("M8"), Some(30.0)),
            ("DIN 934 M8", Shape::HexNut, Some("M8"), None),
            ("GB/T 97.1", Shape::Washer, None, None),
            ("Hex bolt DIN 933", Shape::HexBolt, None, None),
        ] {
            assert_eq!(found(text), Some((Some(shape), thread, length)), "{text}");
        }
        for text in ["弹簧垫圈", "Bracket left M8x30", "A-1", "teapot", "DIN 931 M8x80"] {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(description("六角螺栓 M7×30"), Some(Err(Unsized::Thread("M7".to_owned()))));
    }
}
