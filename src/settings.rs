//! The reader's language, units and theme: chosen once, remembered, and carried by links.

use crate::reactive::*;
use crate::storage;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::{Language, Phrase, Text};

/// Light, dark, or what the device says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// What the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Name in the memory and in `data-theme`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The next one when the button is pressed.
    pub const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::Auto,
        }
    }

    /// The one of a name; as the device says where there is none of it.
    pub fn from_id(id: &str) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.id() == id).unwrap_or_default()
    }
}

/// The reader's choices, as signals.
#[derive(Clone, Copy)]
pub struct Settings {
    /// Language.
    pub language: RwSignal<Language>,
    /// System of units.
    pub system: RwSignal<System>,
    /// Theme.
    pub theme: RwSignal<Theme>,
}

impl Settings {
    /// As remembered, or else as the browser suggests.
    pub fn remembered() -> Self {
        let language = storage::get("language")
            .and_then(|tag| Language::from_tag(&tag))
            .unwrap_or_else(of_browser);
        Self {
            language: RwSignal::new(language),
            system: RwSignal::new(
                storage::get("units").and_then(|id| System::from_id(&id)).unwrap_or_default(),
            ),
            theme: RwSignal::new(
                storage::get("theme").map(|id| Theme::from_id(&id)).unwrap_or_default(),
            ),
        }
    }

    /// Who reads.
    pub fn reader(self) -> Reader {
        Reader { language: self.language.get(), system: self.system.get() }
    }

    /// A text in the reader's language.
    pub fn text(self, text: Text) -> &'static str {
        text.get(self.language.get())
    }

    /// A phrase in the reader's language and units.
    pub fn phrase(self, phrase: &Phrase) -> String {
        self.reader().phrase(phrase)
    }

    /// Chooses and remembers a language.
    pub fn choose_language(self, language: Language) {
        storage::set("language", language.tag());
        self.language.set(language);
    }

    /// Chooses and remembers a system of units.
    pub fn choose_system(self, system: System) {
        storage::set("units", system.id());
        self.system.set(system);
    }

    /// Chooses and remembers a theme.
    pub fn choose_theme(self, theme: Theme) {
        storage::set("theme", theme.id());
        self.theme.set(theme);
    }
}

fn of_browser() -> Language {
    let languages =
        web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    languages
        .iter()
        .filter_map(|tag| tag.as_string())
        .find_map(|tag| Language::from_tag(&tag))
        .unwrap_or_default()
}
