//! What a kilowatt-hour costs in each hour of each month.

/// What an hour is called in a tariff.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Band {
    /// The dearest hours of the dearest months.
    Sharp,
    /// Dear hours.
    Peak,
    /// Hours at the base price.
    Flat,
    /// Cheap hours.
    Valley,
}

impl Band {
    /// All of them, the dearest first.
    pub const ALL: [Self; 4] = [Self::Sharp, Self::Peak, Self::Flat, Self::Valley];

    /// Its letter in a line of 24: s, p, f, v.
    pub fn from_letter(letter: char) -> Option<Self> {
        match letter.to_ascii_lowercase() {
            's' => Some(Self::Sharp),
            'p' => Some(Self::Peak),
            'f' => Some(Self::Flat),
            'v' => Some(Self::Valley),
            _ => None,
        }
    }

    /// Its letter.
    pub fn letter(self) -> char {
        match self {
            Self::Sharp => 's',
            Self::Peak => 'p',
            Self::Flat => 'f',
            Self::Valley => 'v',
        }
    }
}

/// The bands of a day: 24 letters, from midnight. Nothing for any other text.
///
/// ```
/// use platewise_model::electricity::tariff::{Band, bands};
/// let day = bands("vvvvvvvffffvvvffpppppppf").unwrap();
/// assert_eq!(day[12], Band::Valley);
/// assert_eq!(bands("vvv"), None);
/// ```
pub fn bands(letters: &str) -> Option<[Band; 24]> {
    let mut day = [Band::Flat; 24];
    let mut given = letters.chars().filter(|letter| !letter.is_whitespace());
    for hour in &mut day {
        *hour = Band::from_letter(given.next()?)?;
    }
    given.next().is_none().then_some(day)
}

/// A tariff: prices, and the bands they came from where there are any.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Tariff {
    /// CNY/kWh by month and hour.
    pub prices: [[f64; 24]; 12],
    /// The bands by month and hour.
    pub bands: Option<[[Band; 24]; 12]>,
}

/// What the bands of a tariff cost: one part of the price floats by band, the other is the same in all.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prices {
    /// The part that floats, at the flat hours, CNY/kWh.
    pub floating: f64,
    /// The part that does not, CNY/kWh.
    pub fixed: f64,
    /// By how much the first is multiplied: sharp, peak, flat, valley.
    pub factors: [f64; 4],
}

impl Prices {
    /// The price of a band, CNY/kWh: `floating · factor + fixed`.
    pub fn of(&self, band: Band) -> f64 {
        let factor = Band::ALL
            .iter()
            .zip(self.factors)
            .find(|(one, _)| **one == band)
            .map_or(1.0, |(_, factor)| factor);
        self.floating * factor + self.fixed
    }
}

impl Tariff {
    /// The same price always.
    pub fn flat(price: f64) -> Self {
        Self { prices: [[price; 24]; 12], bands: None }
    }

    /// The same day all year.
    pub fn of_day(prices: [f64; 24]) -> Self {
        Self { prices: [prices; 12], bands: None }
    }

    /// By bands: the day of each month.
    pub fn of_bands(bands: [[Band; 24]; 12], prices: &Prices) -> Self {
        Self { prices: bands.map(|day| day.map(|band| prices.of(band))), bands: Some(bands) }
    }

    /// The price of an hour, CNY/kWh.
    pub fn price(&self, month: usize, hour: usize) -> f64 {
        self.prices.get(month).and_then(|day| day.get(hour)).copied().unwrap_or_default()
    }
}
