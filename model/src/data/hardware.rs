//! Nominal sizes of screws, nuts and washers, of two editions of the standards; a new size is a row of `HARDWARE`.

use super::sources::FASTENER_STANDARDS;
use super::{Fact, Listed, Row, Sure, fasteners::Thread, point, row};
use crate::units::Dimension::Length;
use crate::words::text;

/// Sizes of a thread's family, mm.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hardware {
    /// The thread.
    pub id: &'static str,
    /// Across flats of the hexagon and height of the bolt's head: by ISO 4014, ISO 4017 and ISO 4032; by DIN 931 and DIN 933.
    pub hexagon: [[f64; 2]; 2],
    /// Length of the thread of a bolt to ISO 4014 up to 125 mm.
    pub thread_length: f64,
    /// Height of the nut, ISO 4032.
    pub nut_height: f64,
    /// Washer to ISO 7089: inner and outer diameter, thickness.
    pub washer: [f64; 3],
    /// Socket screw to ISO 4762: diameter and height of the head, key, depth of the socket.
    pub socket: [f64; 4],
    /// Countersunk screw to ISO 10642: theoretical diameter and height of the head, key, depth of the socket.
    pub countersunk: Option<[f64; 4]>,
}

const fn sizes(
    id: &'static str,
    [[s, k], din]: [[f64; 2]; 2],
    [thread_length, nut_height]: [f64; 2],
    washer: [f64; 3],
    socket: [f64; 4],
    countersunk: [f64; 4],
) -> Hardware {
    let [wide, ..] = countersunk;
    Hardware {
        id,
        hexagon: [[s, k], din],
        thread_length,
        nut_height,
        washer,
        socket,
        countersunk: if wide > 0.0 { Some(countersunk) } else { None },
    }
}

/// No such screw.
const NONE: [f64; 4] = [0.0; 4];

/// Smallest first, as the threads.
pub static HARDWARE: [Hardware; 16] = [
    sizes(
        "M3",
        [[5.5, 2.0], [5.5, 2.0]],
        [12.0, 2.4],
        [3.2, 7.0, 0.5],
        [5.5, 3.0, 2.5, 1.3],
        [6.72, 1.86, 2.0, 1.1],
    ),
    sizes(
        "M4",
        [[7.0, 2.8], [7.0, 2.8]],
        [14.0, 3.2],
        [4.3, 9.0, 0.8],
        [7.0, 4.0, 3.0, 2.0],
        [8.96, 2.48, 2.5, 1.5],
    ),
    sizes(
        "M5",
        [[8.0, 3.5], [8.0, 3.5]],
        [16.0, 4.7],
        [5.3, 10.0, 1.0],
        [8.5, 5.0, 4.0, 2.5],
        [11.2, 3.1, 3.0, 1.9],
    ),
    sizes(
        "M6",
        [[10.0, 4.0], [10.0, 4.0]],
        [18.0, 5.2],
        [6.4, 12.0, 1.6],
        [10.0, 6.0, 5.0, 3.0],
        [13.44, 3.72, 4.0, 2.2],
    ),
    sizes(
        "M8",
        [[13.0, 5.3], [13.0, 5.5]],
        [22.0, 6.8],
        [8.4, 16.0, 1.6],
        [13.0, 8.0, 6.0, 4.0],
        [17.92, 4.96, 5.0, 3.0],
    ),
    sizes(
        "M10",
        [[16.0, 6.4], [17.0, 7.0]],
        [26.0, 8.4],
        [10.5, 20.0, 2.0],
        [16.0, 10.0, 8.0, 5.0],
        [22.4, 6.2, 6.0, 3.6],
    ),
    sizes(
        "M12",
        [[18.0, 7.5], [19.0, 8.0]],
        [30.0, 10.8],
        [13.0, 24.0, 2.5],
        [18.0, 12.0, 10.0, 6.0],
        [26.88, 7.44, 8.0, 4.3],
    ),
    sizes(
        "M14",
        [[21.0, 8.8], [22.0, 9.0]],
        [34.0, 12.8],
        [15.0, 28.0, 2.5],
        [21.0, 14.0, 12.0, 7.0],
        [30.8, 8.4, 10.0, 4.5],
    ),
    sizes(
        "M16",
        [[24.0, 10.0], [24.0, 10.0]],
        [38.0, 14.8],
        [17.0, 30.0, 3.0],
        [24.0, 16.0, 14.0, 8.0],
        [33.6, 8.8, 10.0, 4.8],
    ),
    sizes(
        "M18",
        [[27.0, 11.5], [27.0, 12.0]],
        [42.0, 15.8],
        [19.0, 34.0, 3.0],
        [27.0, 18.0, 14.0, 9.0],
        NONE,
    ),
    sizes(
        "M20",
        [[30.0, 12.5], [30.0, 13.0]],
        [46.0, 18.0],
        [21.0, 37.0, 3.0],
        [30.0, 20.0, 17.0, 10.0],
        [40.32, 10.16, 12.0, 5.6],
    ),
    sizes(
        "M22",
        [[34.0, 14.0], [32.0, 14.0]],
        [50.0, 19.4],
        [23.0, 39.0, 3.0],
        [33.0, 22.0, 17.0, 11.0],
        NONE,
    ),
    sizes(
        "M24",
        [[36.0, 15.0], [36.0, 15.0]],
        [54.0, 21.5],
        [25.0, 44.0, 4.0],
        [36.0, 24.0, 19.0, 12.0],
        NONE,
    ),
    sizes(
        "M27",
        [[41.0, 17.0], [41.0, 17.0]],
        [60.0, 23.8],
        [28.0, 50.0, 4.0],
        [40.0, 27.0, 19.0, 13.5],
        NONE,
    ),
    sizes(
        "M30",
        [[46.0, 18.7], [46.0, 19.0]],
        [66.0, 25.6],
        [31.0, 56.0, 4.0],
        [45.0, 30.0, 22.0, 15.5],
        NONE,
    ),
    sizes(
        "M36",
        [[55.0, 22.5], [55.0, 23.0]],
        [78.0, 31.0],
        [37.0, 66.0, 5.0],
        [54.0, 36.0, 27.0, 19.0],
        NONE,
    ),
];

/// The sizes of a thread; those of the first where there are none, which a test excludes.
pub fn of(thread: &Thread) -> &'static Hardware {
    HARDWARE.iter().find(|one| one.id == thread.id).unwrap_or(&HARDWARE[0])
}

/// A size as a figure.
pub const fn nominal(mm: f64) -> Fact {
    point(Length, mm, &FASTENER_STANDARDS, Sure::Recalled)
}

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    for (hardware, thread) in HARDWARE.iter().zip(Thread::all()) {
        let [[s, k], [s_din, k_din]] = hardware.hexagon;
        let [hole, wide, thick] = hardware.washer;
        let [dk, height, key, depth] = hardware.socket;
        for (what, mm) in [
            (text("Hexagon across flats, ISO", "六角对边，ISO"), s),
            (text("Height of the head, ISO", "头部高度，ISO"), k),
            (text("Hexagon across flats, DIN 931/933", "六角对边，DIN 931/933"), s_din),
            (text("Height of the head, DIN 931/933", "头部高度，DIN 931/933"), k_din),
            (text("Thread of a bolt to ISO 4014", "ISO 4014 螺栓螺纹长度"), hardware.thread_length),
            (text("Height of the nut, ISO 4032", "螺母高度，ISO 4032"), hardware.nut_height),
            (text("Hole of the washer, ISO 7089", "垫圈内径，ISO 7089"), hole),
            (text("Washer, outer diameter", "垫圈外径"), wide),
            (text("Washer, thickness", "垫圈厚度"), thick),
            (text("Socket screw, head", "内六角螺钉头部直径"), dk),
            (text("Socket screw, height of the head", "内六角螺钉头部高度"), height),
            (text("Socket screw, key", "内六角螺钉扳手尺寸"), key),
            (text("Socket screw, depth of the socket", "内六角螺钉六角孔深度"), depth),
        ] {
            list.push(row(thread.name(), what, nominal(mm)));
        }
        if let Some([dk, height, key, depth]) = hardware.countersunk {
            for (what, mm) in [
                (text("Countersunk screw, theoretical head", "沉头螺钉头部理论直径"), dk),
                (text("Countersunk screw, height of the head", "沉头螺钉头部高度"), height),
                (text("Countersunk screw, key", "沉头螺钉扳手尺寸"), key),
                (text("Countersunk screw, depth of the socket", "沉头螺钉六角孔深度"), depth),
            ] {
                list.push(row(thread.name(), what, nominal(mm)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thread_has_its_sizes_in_the_same_order() {
        let ids: Vec<_> = HARDWARE.iter().map(|one| one.id).collect();
        assert_eq!(ids, Thread::all().iter().map(|one| one.id).collect::<Vec<_>>());
    }

    /// A misprint of one size stands out against what all sizes of a series have in common.
    #[test]
    fn sizes_grow_with_the_thread() {
        let numbers = |one: &Hardware| {
            let [[s, k], [s_din, k_din]] = one.hexagon;
            let [hole, wide, _] = one.washer;
            let [dk, height, ..] = one.socket;
            vec![s, k, s_din, k_din, one.thread_length, one.nut_height, hole, wide, dk, height]
        };
        for pair in HARDWARE.windows(2) {
            assert!(
                numbers(&pair[0]).iter().zip(numbers(&pair[1])).all(|(one, next)| *one < next),
                "{} {}",
                pair[0].id,
                pair[1].id
            );
        }
    }
}
