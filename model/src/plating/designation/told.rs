//! Says in a sentence how a code was read, and what of it has to be asked.

use super::{CodeThickness, Cr6, Designation, Film, Heat, Meaning, Open, Rust, Sealer};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};

const NOTHING: Text = symbol("");

impl Designation {
    /// How it was read: “Read as ISO 19598: zinc ≥ 8 µm, transparent, chromium(VI), with sealer.”
    pub fn told(&self) -> Phrase {
        let coat = |place: usize| self.layers.get(place).map_or(NOTHING, |layer| layer.coat.name);
        let plus = |place: usize| if self.layers.len() > place { symbol(" + ") } else { NOTHING };
        let sign = match self.meaning {
            Meaning::Minimum => text(" ≥ ", " ≥ "),
            Meaning::Nominal => text(", nominal ", "，公称 "),
            Meaning::Average => text(", on average ", "，平均 "),
            Meaning::Unsaid => symbol(" "),
        };
        let words = match self.thickness {
            CodeThickness::Unsaid => text(
                "Read as {0}: {1}{2}{3}{4}{5}{6}{7}{8}{9}.",
                "按“{0}”识别：{1}{2}{3}{4}{5}{6}{7}{8}{9}。",
            ),
            CodeThickness::One(_) => text(
                "Read as {0}: {1}{2}{3}{4}{5}{10}{11}{6}{7}{8}{9}.",
                "按“{0}”识别：{1}{2}{3}{4}{5}{10}{11}{6}{7}{8}{9}。",
            ),
            CodeThickness::Between(..) => text(
                "Read as {0}: {1}{2}{3}{4}{5}{10}{11} to {12}{6}{7}{8}{9}.",
                "按“{0}”识别：{1}{2}{3}{4}{5}{10}{11} 至 {12}{6}{7}{8}{9}。",
            ),
        };
        let passivated = self.layers.last().is_some_and(|layer| layer.coat.is_passivated);
        let texts = [
            self.standard.name(),
            coat(0),
            plus(1),
            coat(1),
            plus(2),
            coat(2),
            if passivated { self.film.told() } else { NOTHING },
            if passivated
                && !matches!(
                    (self.film, self.cr6),
                    (Film::None, Cr6::No | Cr6::Unknown) | (Film::Unsaid, Cr6::Unknown)
                )
            {
                self.cr6.told()
            } else {
                NOTHING
            },
            if passivated { self.sealer.told() } else { NOTHING },
            self.barrel.map_or(NOTHING, |barrel| {
                if barrel {
                    text(", in a barrel", "，滚镀")
                } else {
                    text(", on a rack", "，挂镀")
                }
            }),
            sign,
        ];
        let mut args: Vec<Arg> = texts.map(Arg::Text).into();
        match self.thickness {
            CodeThickness::Unsaid => {}
            CodeThickness::One(um) => args.push(Arg::Quantity(Dimension::Thickness, um)),
            CodeThickness::Between(from, to) => {
                args.extend([from, to].map(|um| Arg::Quantity(Dimension::Thickness, um)))
            }
        }
        phrase(words, args)
    }

    /// What else it asks for: heat treatments and salt spray.
    pub fn told_besides(&self) -> Vec<Phrase> {
        let mut all = Vec::new();
        let mut heat = |heat: Option<Heat>, both: Text, one: Text| {
            let Some(heat) = heat else { return };
            all.push(match (heat.celsius, heat.hours) {
                (Some(celsius), Some(hours)) => phrase(
                    both,
                    [
                        Arg::Quantity(Dimension::Temperature, celsius),
                        Arg::Quantity(Dimension::Hours, hours),
                    ],
                ),
                _ => one.into(),
            });
        };
        heat(
            self.stress_relief,
            text(
                "The code asks for stress relief before plating: {0}, {1}.",
                "代号要求镀前去应力：{0}，{1}。",
            ),
            text("The code asks for stress relief before plating.", "代号要求镀前去应力。"),
        );
        heat(
            self.bake,
            text(
                "The code asks for a bake after plating against hydrogen: {0}, {1}.",
                "代号要求镀后去氢：{0}，{1}。",
            ),
            text("The code asks for a bake after plating against hydrogen.", "代号要求镀后去氢。"),
        );
        if let Some(spray) = self.salt_spray {
            let words = match spray.until {
                Rust::Unsaid => {
                    text("The code asks for {0} of salt spray.", "代号要求盐雾试验 {0}。")
                }
                Rust::White => text(
                    "The code asks for {0} of salt spray without white rust.",
                    "代号要求盐雾试验 {0} 不出白锈。",
                ),
                Rust::Red => text(
                    "The code asks for {0} of salt spray without red rust.",
                    "代号要求盐雾试验 {0} 不出红锈。",
                ),
            };
            all.push(phrase(words, [Arg::Quantity(Dimension::Hours, spray.hours)]));
        }
        all
    }

    /// The question that something open leads to.
    pub fn question(&self, open: Open) -> Phrase {
        let micrometres = |um: f64| Arg::Quantity(Dimension::Thickness, um);
        match (open, self.thickness) {
            (Open::Thickness, _) if self.layers.iter().any(|layer| layer.um.is_some()) => {
                text("The code does not say how thick each layer is. Ask for the thickness.", "代号未注明每一层的厚度，请询问。").into()
            }
            (Open::Thickness, _) => text("The code does not say how thick. Ask for the thickness.", "代号未注明厚度，请询问。").into(),
            (Open::WhichThickness, CodeThickness::Between(from, to)) => phrase(
                text(
                    "The code gives {0} to {1}. Which is meant? {0} is taken as the least thickness.",
                    "代号厚度为 {0} 至 {1}，请确认以哪个为准；此处按最小厚度 {0} 计算。",
                ),
                [micrometres(from), micrometres(to)],
            ),
            (Open::WhichThickness, _) => text("Which thickness is meant?", "请确认厚度。").into(),
            (Open::Silk, _) => {
                let count = self.silk.unwrap_or_default();
                phrase(
                    text(
                        "{0} 丝 is {1}: one 丝 (道, 条) is 10 µm. Many who write it mean {2}. Ask which.",
                        "{0} 丝为 {1}（1 丝＝1 道＝1 条＝10 µm）。不少人写“{0} 丝”其实指 {2}，请确认。",
                    ),
                    [Arg::Number(count), micrometres(count * 10.0), micrometres(count)],
                )
            }
            (Open::Film, _) => {
                text("The code does not say which passivation. Ask whether there is one, and which.", "代号未注明钝化方式，请询问是否钝化及颜色。").into()
            }
            (Open::Chromium, _) => text(
                "The code does not settle whether chromium(VI) is allowed. Ask; until then a trivalent passivate is assumed, for olive a hexavalent one.",
                "代号未明确是否允许六价铬，请询问；在此之前按三价铬钝化考虑（军绿色按六价铬）。",
            )
            .into(),
            (Open::Sealer, _) => text("The code does not say whether a sealer is wanted; none is assumed.", "代号未注明是否封闭，按不封闭考虑。").into(),
            (Open::Meaning, _) => text(
                "The code does not say whether the thickness is a minimum or an average; it is taken as the minimum on significant surfaces.",
                "代号未注明厚度为最小值还是平均值，按主要表面最小厚度考虑。",
            )
            .into(),
            (Open::Rust, _) => text("Salt-spray hours without saying white or red rust: ask which.", "盐雾时间未注明白锈还是红锈，请询问。").into(),
        }
    }
}

impl Film {
    const fn told(self) -> Text {
        match self {
            Self::Unsaid => text(", passivation not said", "，钝化未注明"),
            Self::None => text(", not passivated", "，不钝化"),
            Self::Some => text(", passivated, colour not said", "，钝化（颜色未注明）"),
            Self::Transparent => text(", transparent", "，透明钝化"),
            Self::Bluish => text(", bluish", "，蓝白钝化"),
            Self::Bleached => text(", bleached", "，漂白钝化"),
            Self::Iridescent => text(", yellow iridescent", "，彩色钝化"),
            Self::Olive => text(", olive", "，军绿色钝化"),
            Self::Black => text(", black", "，黑色钝化"),
            Self::Coloured => text(", coloured", "，有色钝化"),
            Self::Phosphate => text(", phosphated", "，磷化"),
        }
    }
}

impl Cr6 {
    const fn told(self) -> Text {
        match self {
            Self::Unknown => text(", chromium(VI) not said", "，是否含六价铬未注明"),
            Self::Yes => text(", chromium(VI)", "，六价铬"),
            Self::No => text(", chromium(VI)-free", "，不含六价铬"),
        }
    }
}

impl Sealer {
    const fn told(self) -> Text {
        match self {
            Self::Unknown => NOTHING,
            Self::No => text(", without sealer", "，不封闭"),
            Self::Yes => text(", with sealer", "，封闭"),
            Self::TopCoat => text(", with top coat", "，加面涂"),
            Self::Paint => text(", painted", "，涂装"),
            Self::Dye => text(", dyed", "，染色"),
            Self::Grease => text(", greased or oiled", "，涂油脂"),
            Self::Wax => text(", waxed", "，涂蜡"),
        }
    }
}
