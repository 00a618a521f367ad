//! One plating line, given to part area, process comparison and quote: the same takt, the same hours, the same cost. What is in
//! one of them only is named in `docs/line.md`. And the bounds of the takt against the line of Phillips & Unger.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{close, document_of, process_comparison, report_of, within};
use platewise_model::calculator::{AnyCalculator, find};
use platewise_model::data::Listed;
use platewise_model::data::processes::{Parameter, Process};
use platewise_model::line::takt::{Hoists, RestOfLine, SetBy, Stations, station_takt_min, takt};
use platewise_model::process::chain::Item;
use platewise_model::quote::cost::{Counterpart, Part, counterpart};
use platewise_model::report::Report;
use platewise_model::units::Dimension;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Hours of a year. A quote does not ask for them and takes those of the example line; what runs by the hour is spread by them.
const HOURS: f64 = 4800.0;

/// A part of known area on a line that is known station by station.
#[derive(Clone, Debug)]
struct Case {
    process: &'static Process,
    barrel: bool,
    thickness_um: f64,
    mass_g: f64,
    area_m2_per_kg: f64,
    barrel_volume_l: f64,
    places: u32,
    rectifier_a: f64,
    plating_stations: u32,
    other_station_min: f64,
    moves: u32,
    move_min: f64,
    hoists: u32,
    uptime: f64,
    loads: u32,
    crew: u32,
    wage: f64,
    electricity: f64,
    zinc: f64,
}

/// 400 brackets of 1.5 dm² on racks, 6 m² a load, six stations, two hoists.
fn brackets() -> Case {
    Case {
        process: Process::find("alkaline_mid").unwrap(),
        barrel: false,
        thickness_um: 8.0,
        mass_g: 100.0,
        area_m2_per_kg: 0.15,
        barrel_volume_l: 60.0,
        places: 400,
        rectifier_a: 3000.0,
        plating_stations: 6,
        other_station_min: 4.0,
        moves: 16,
        move_min: 0.6,
        hoists: 2,
        uptime: 0.8,
        loads: 5,
        crew: 4,
        wage: 55.0,
        electricity: 0.7,
        zinc: 23.0,
    }
}

fn any_case() -> impl Strategy<Value = Case> {
    let processes: Vec<&Process> = Process::all().iter().filter(|one| one.bath.is_some()).collect();
    let part = (0.5..500.0, 0.02..1.0, 20.0..200.0, 10..2000_u32, 200.0..6000.0);
    let line = (1..20_u32, 0.5..15.0, 4..40_u32, 0.2..2.0, 1..5_u32, 0.3..1.0);
    let money = (1..10_u32, 20.0..90.0, 0.3..1.5, 15.0..35.0);
    (select(processes), any::<bool>(), 3.0..25.0, part, line, 1..20_u32, money).prop_map(
        |(process, barrel, thickness_um, part, line, loads, money)| Case {
            process,
            barrel,
            thickness_um,
            mass_g: part.0,
            area_m2_per_kg: part.1,
            barrel_volume_l: part.2,
            places: part.3,
            rectifier_a: part.4,
            plating_stations: line.0,
            other_station_min: line.1,
            moves: line.2,
            move_min: line.3,
            hoists: line.4,
            uptime: line.5,
            loads,
            crew: money.0,
            wage: money.1,
            electricity: money.2,
            zinc: money.3,
        },
    )
}

impl Case {
    fn mount(&self) -> &'static str {
        if self.barrel { "barrel" } else { "rack" }
    }

    fn class(&self) -> &'static str {
        if self.barrel { "small_parts" } else { "profiled" }
    }

    fn fact(&self, parameter: Parameter) -> f64 {
        self.process.fact(parameter, self.barrel).unwrap().value
    }

    /// The time for which a station stands empty, by hand: two moves.
    fn transfer_min(&self) -> f64 {
        2.0 * self.move_min
    }

    /// The takt of everything but the plating stations, by hand.
    fn rest_min(&self) -> f64 {
        let hoists = f64::from(self.moves) * self.move_min / f64::from(self.hoists);
        hoists.max(self.other_station_min + self.transfer_min())
    }

    fn part_area(&self, time_min: f64, pieces: f64) -> Value {
        let inputs = json!({
            "shape": "by_mass", "mass_g": self.mass_g, "area_m2_per_kg": self.area_m2_per_kg,
            "rack_or_barrel": self.mount(), "barrel_volume_l": self.barrel_volume_l, "fill_fraction": 0.5,
            "pieces_per_rack": self.places, "racks_per_load": 1, "rectifier_a": self.rectifier_a,
            "current_density_a_per_dm2": self.fact(Parameter::CurrentDensity), "time_min": time_min,
            "plating_stations": self.plating_stations, "other_station_min": self.other_station_min,
            "moves_per_load": self.moves, "move_min": self.move_min, "hoists": self.hoists,
            "uptime": self.uptime, "yield_fraction": 1.0 - self.fact(Parameter::RejectShare), "count": pieces,
        });
        document_of(find("part-area").unwrap(), &inputs)["results"].clone()
    }

    fn comparison(&self, load_area_m2: f64) -> Value {
        let other = Process::all().iter().find(|one| one.id != self.process.id).unwrap();
        let inputs = json!({
            "processes": [self.process.id, other.id], "rack_or_barrel": self.mount(), "part_class": self.class(),
            "minimum_thickness_um": self.thickness_um, "load_area_m2": load_area_m2, "rectifier_a": 1e6,
            "plating_stations": self.plating_stations, "transfer_min": self.transfer_min(),
            "other_takt_min": self.rest_min(), "uptime": self.uptime, "hours_per_year": HOURS,
            "crew": self.crew, "price_labour_cny_per_h": self.wage,
            "price_electricity_cny_per_kwh": self.electricity, "price_zinc_cny_per_kg": self.zinc,
        });
        document_of(process_comparison(), &inputs)["results"]["processes"][self.process.id].clone()
    }

    /// A shop whose line rate is the wages of its crew, and that charges for nothing a comparison does not know.
    fn quote(&self, pieces: f64) -> Value {
        json!({
            "lines": [{
                "shape": "by_mass", "mass_g": self.mass_g, "area_m2_per_kg": self.area_m2_per_kg,
                "process": self.process.id, "thickness_um": self.thickness_um, "thickness_kind": "minimum",
                "part_class": self.class(), "quantities": [pieces],
            }],
            "shop": {
                "rack_or_barrel": self.mount(), "barrel_volume_l": self.barrel_volume_l, "fill_fraction": 0.5,
                "places_per_load": self.places, "rectifier_a": self.rectifier_a,
                "plating_stations": self.plating_stations, "transfer_min": self.transfer_min(),
                "other_takt_min": self.rest_min(), "uptime": self.uptime,
                "line_cny_per_h": f64::from(self.crew) * self.wage, "utilisation": 1, "labour_cny_per_h": 0,
                "freight_cny_per_kg": 0, "freight_cny": 0, "electricity_cny_per_kwh": self.electricity,
                "zinc_cny_per_kg": self.zinc, "zinc_reference_cny_per_kg": self.zinc,
            },
        })
    }
}

fn quote() -> &'static AnyCalculator {
    find("quote").unwrap()
}

fn number(results: &Value, name: &str) -> f64 {
    results[name].as_f64().unwrap_or_else(|| panic!("no number {name} in {results}"))
}

/// A row of the first line of a quote; nothing where it is left out.
fn row(report: &Report, label: &str, dimension: Dimension) -> f64 {
    let rows = report.sections.iter().flat_map(|section| &section.rows);
    rows.filter(|row| row.label.text.en == label && row.dimension == dimension)
        .find_map(|row| row.values.first().copied().flatten())
        .unwrap_or(0.0)
}

/// The case in all three calculators; nothing is compared where not one piece fits.
fn agree(case: &Case) -> bool {
    // What a load holds follows from room and rectifier, whatever the plating time.
    let load = case.part_area(10.0, 1.0);
    let per_load = number(&load, "pieces_per_load");
    let load_area_m2 = number(&load, "load_area_dm2") / 100.0;
    // The comparison knows no smaller load than one square decimetre.
    if per_load < 1.0 || load_area_m2 < 0.01 {
        return false;
    }
    let pieces = per_load * f64::from(case.loads);
    let compared = case.comparison(load_area_m2);
    let part = case.part_area(number(&compared, "time_min"), pieces);
    let quoted = report_of(quote(), &case.quote(pieces));
    let offered = document_of(quote(), &case.quote(pieces))["results"].clone();

    // The takt by hand; of the comparison it is in the area of a year, of the quote in the hours of the line.
    let plating =
        (number(&compared, "time_min") + case.transfer_min()) / f64::from(case.plating_stations);
    let takt = plating.max(case.rest_min());
    let of_comparison =
        60.0 * load_area_m2 * case.uptime * HOURS / number(&compared, "capacity_m2_per_year");
    let hours = row(&quoted, "Line time", Dimension::Hours);
    let of_quote = hours * 60.0 * case.uptime / f64::from(case.loads);
    close(number(&part, "takt_min"), takt, 1e-9, "takt of part area");
    close(of_comparison, takt, 1e-9, "takt of the comparison");
    close(of_quote, takt, 1e-9, "takt of the quote");
    let by_plating = part["takt_set_by"] == "plating";
    assert_eq!(by_plating, compared["capacity_limited_by"] != "rest_of_line", "what binds");

    // Loads, area and hours.
    assert_eq!(number(&offered["lines"][0]["quantities"][0], "loads"), f64::from(case.loads));
    assert_eq!(number(&part, "loads"), f64::from(case.loads));
    close(
        number(&part, "area_m2_per_h") * HOURS,
        number(&compared, "capacity_m2_per_year"),
        1e-9,
        "area of a year",
    );
    // Part area counts the rejects in its hours, the quote in the cost of rejects.
    let passes = 1.0 / (1.0 - case.fact(Parameter::RejectShare));
    close(number(&part, "line_h"), hours * passes, 1e-9, "hours for good pieces");

    // Cost: part by part, then all of it.
    let area_m2 = load_area_m2 * f64::from(case.loads);
    let per_m2 = |part: Part| -> f64 {
        let items = Item::ALL.iter().filter(|item| counterpart(**item) == Counterpart::Same(part));
        items.map(|item| number(&compared, name(*item))).sum()
    };
    for part in [Part::Metal, Part::Energy, Part::Chemicals, Part::WaterAndWaste] {
        let expected = per_m2(part) * area_m2;
        within(
            row(&quoted, part.label().en, Dimension::Money),
            expected,
            1e-9 * expected + 1e-9,
            part.label().en,
        );
    }
    for (part, expected) in [
        (Part::Line, number(&compared, name(Item::Labour)) * area_m2),
        (Part::Rejects, number(&compared, name(Item::Rejects)) * area_m2),
        (Part::Labour, 0.0),
        (Part::Idle, 0.0),
    ] {
        within(
            row(&quoted, part.label().en, Dimension::Money),
            expected,
            1e-9 * expected + 1e-9,
            part.label().en,
        );
    }
    close(
        number(&offered, "total_cost_cny"),
        number(&compared, "cost_cny_per_m2") * area_m2,
        1e-9,
        "cost of the lot",
    );
    true
}

/// Its result of the comparison.
const fn name(item: Item) -> &'static str {
    match item {
        Item::ZincMetal => "zinc_metal_cny_per_m2",
        Item::Nickel => "nickel_metal_cny_per_m2",
        Item::PlatingElectricity => "plating_electricity_cny_per_m2",
        Item::Cooling => "cooling_cny_per_m2",
        Item::Auxiliaries => "auxiliaries_cny_per_m2",
        Item::Heat => "heat_cny_per_m2",
        Item::Brightener => "brightener_cny_per_m2",
        Item::Chemicals => "chemicals_cny_per_m2",
        Item::CyanideDestruction => "cyanide_destruction_cny_per_m2",
        Item::Neutralisation => "neutralisation_cny_per_m2",
        Item::Sludge => "sludge_cny_per_m2",
        Item::Water => "water_cny_per_m2",
        Item::Pretreatment => "pretreatment_cny_per_m2",
        Item::Labour => "labour_cny_per_m2",
        Item::Rejects => "rejects_cny_per_m2",
        Item::Obligations => "obligations_cny_per_m2",
    }
}

#[test]
fn a_line_is_the_same_in_part_area_comparison_and_quote() {
    assert!(agree(&brackets()), "the brackets fit");
    // One station, one hoist, a long station beside the plating tanks, a barrel.
    let barrel = Process::find("acid_potassium").unwrap();
    for case in [
        Case { plating_stations: 1, ..brackets() },
        Case { plating_stations: 20, hoists: 1, ..brackets() },
        Case { plating_stations: 20, other_station_min: 12.0, ..brackets() },
        Case { process: barrel, barrel: true, mass_g: 10.0, rectifier_a: 1000.0, ..brackets() },
    ] {
        assert!(agree(&case), "{case:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_line_is_the_same_in_part_area_comparison_and_quote(case in any_case()) {
        prop_assume!(agree(&case));
    }
}

/// What only a quote charges for makes its cost the higher by just that: idle hours and handling.
#[test]
fn what_only_a_quote_charges_for_stands_apart() {
    let case = brackets();
    let mut inputs = case.quote(2000.0);
    let bare = report_of(quote(), &inputs);
    inputs["shop"]["utilisation"] = json!(0.75);
    inputs["shop"]["labour_cny_per_h"] = json!(60);
    let full = report_of(quote(), &inputs);
    let money = |report: &Report, part: Part| row(report, part.label().en, Dimension::Money);
    for part in [Part::Metal, Part::Energy, Part::Chemicals, Part::WaterAndWaste, Part::Line] {
        assert_eq!(money(&full, part), money(&bare, part), "{}", part.label().en);
    }
    // Three hours that are sold pay for one that is not.
    close(money(&full, Part::Idle), money(&bare, Part::Line) / 3.0, 1e-12, "idle hours");
    assert!(money(&full, Part::Labour) > 0.0 && money(&bare, Part::Labour) == 0.0);
}

/// Every item of the comparison and every part of a quote has its row in the table of the method.
#[test]
fn the_method_names_every_item_of_both() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/line.md");
    let text = std::fs::read_to_string(path).expect("docs/line.md is there");
    let table = text
        .split("## Cost")
        .nth(1)
        .expect("the method has the cost")
        .split("\n## ")
        .next()
        .unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).skip(1).collect())
        .collect();
    for item in Item::ALL {
        let (Counterpart::Same(part) | Counterpart::Within(part)) = counterpart(*item);
        let (item, part) = (item.label().en, part.label().en);
        assert!(rows.iter().any(|row| row[0] == item && row[1] == part), "{item} in {part}");
    }
    let of_items: Vec<Part> = Item::ALL
        .iter()
        .map(|item| match counterpart(*item) {
            Counterpart::Same(part) | Counterpart::Within(part) => part,
        })
        .collect();
    for part in Part::ALL.iter().filter(|part| !of_items.contains(part)) {
        let part = part.label().en;
        assert!(
            rows.iter().any(|row| row[0] == "–" && row[1] == part),
            "{part} of the quote alone"
        );
    }
}

// ── Bounds ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Least soak, s, and the loaded move that takes a load on, s: tanks 1 to 12 of Phillips & Unger, AIIE Transactions 8 (1976) 219, as
/// they stand in the benchmark of the MiniZinc challenge 2020. Before them the move from the load station, 31 s.
const TANKS: [(f64, f64); 12] = [
    (150.0, 22.0),
    (90.0, 22.0),
    (120.0, 22.0),
    (90.0, 25.0),
    (30.0, 23.0),
    (60.0, 22.0),
    (60.0, 22.0),
    (45.0, 22.0),
    (130.0, 47.0),
    (120.0, 27.0),
    (90.0, 22.0),
    (30.0, 30.0),
];
const FROM_LOADING: f64 = 31.0;
/// Way back of the empty hoist while a tank changes its load, s: from the next tank to the one before.
const WAY_BACK: [f64; 12] = [14.0, 5.0, 0.0, 3.0, 8.0, 5.0, 5.0, 5.0, 25.0, 21.0, 9.0, 8.0];

/// Shortest cycle that exists, s.
const OPTIMUM: f64 = 521.0;

/// (18 + 2) / 4 min and 5 min are level: a faster bath buys nothing, so it is not the plating stations that bind.
#[test]
fn where_bounds_are_level_a_faster_bath_buys_nothing() {
    let rest = RestOfLine::Timed { takt_min: 5.0 };
    let stations = Stations { plating: 4.0, transfer_min: 2.0, rest };
    let [level, faster, slower] = [18.0, 17.0, 19.0].map(|time_min| takt(&stations, time_min));
    assert_eq!((level.min, level.set_by), (5.0, SetBy::RestOfLine));
    assert_eq!(faster.min, level.min);
    assert_eq!((slower.min, slower.set_by), (5.25, SetBy::PlatingStations));
}

/// 13 loaded moves of one hoist take 337 s; the tank that allows least is tank 9: 130 + 47 + 25 + 22 = 224 s. Both lie below the
/// shortest cycle that exists, 521 s, as does the takt of the two.
#[test]
fn the_takt_of_phillips_and_unger_is_a_lower_bound() {
    let moves: f64 = FROM_LOADING + TANKS.iter().map(|(_, taken)| taken).sum::<f64>();
    assert_eq!(moves, 337.0);
    let hoists = Hoists { count: 1.0, moves_per_load: 13.0, move_min: moves / 13.0 / 60.0 };
    within(60.0 * hoists.takt_min(), 337.0, 1e-9, "hoist");
    let brought = |tank: usize| if tank == 0 { FROM_LOADING } else { TANKS[tank - 1].1 };
    let bounds: Vec<f64> = (0..12)
        .map(|tank| {
            let (soak, taken) = TANKS[tank];
            let change = brought(tank) + taken + WAY_BACK[tank];
            60.0 * station_takt_min(soak / 60.0, change / 60.0, 1.0)
        })
        .collect();
    let (tank, most) =
        bounds.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1)).unwrap();
    assert_eq!(tank + 1, 9);
    within(*most, 224.0, 1e-9, "tank 9");
    assert!(bounds.iter().all(|bound| *bound < OPTIMUM));
    // Tank 9 as the plating tank, tank 1 as the longest other: the hoist binds, and the optimum is far above.
    let stations = Stations {
        plating: 1.0,
        transfer_min: (22.0 + 47.0 + 25.0) / 60.0,
        rest: RestOfLine::Counted { longest_min: 150.0 / 60.0, hoists },
    };
    let found = takt(&stations, 130.0 / 60.0);
    assert_eq!(found.set_by, SetBy::Hoists);
    within(60.0 * found.min, 337.0, 1e-9, "takt");
    assert!(60.0 * found.min < OPTIMUM);
    // The best simple bound, with the empty moves, is 374 s: the optimum is 39 % above it.
    assert_eq!((100.0 * (OPTIMUM / 374.0 - 1.0)).round(), 39.0);
}
