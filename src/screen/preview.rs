//! A model turning: shaded triangles, drawn from behind to the front, in the page's own colours. It turns a little by itself, for less than the five
//! seconds that need no switch, and not where the visitor wants no motion; then it is turned by dragging or with the arrow keys.

use crate::dom;
use std::cell::RefCell;
use std::f32::consts::{FRAC_PI_2, TAU};
use std::fmt::Write as _;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// Frames of the turn at the start, and by how much each turns, rad.
const FRAMES: u32 = 240;
const PER_FRAME: f32 = TAU / 480.0;
/// Of the model on its picture of 400.
const RADIUS: f32 = 190.0;
/// Turn by a key, rad, and by a pixel that is dragged.
const PER_KEY: f32 = TAU / 36.0;
const PER_PIXEL: f32 = TAU / 500.0;

struct View {
    picture: Element,
    triangles: Vec<f32>,
    scale: f32,
    turn: f32,
    tilt: f32,
    frames: u32,
    held: Option<(i32, i32)>,
}

/// Shows triangles in the element of a name.
pub fn show(id: &str, triangles: &[f32]) {
    let Some(picture) = dom::by_id(id) else { return };
    let still = dom::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches());
    let frames = if still { 1 } else { FRAMES };
    // However it is turned it stays inside.
    let far = triangles
        .chunks_exact(3)
        .map(|corner| corner.iter().map(|at| at * at).sum::<f32>())
        .fold(0.01, f32::max)
        .sqrt();
    let view = View {
        picture: picture.clone(),
        triangles: triangles.to_vec(),
        scale: RADIUS / far,
        turn: 0.6,
        tilt: 0.5,
        frames,
        held: None,
    };
    let view = Rc::new(RefCell::new(view));
    for event in ["pointerdown", "pointermove", "pointerup", "pointercancel", "keydown"] {
        let view = view.clone();
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if view.borrow_mut().on_event(&event) {
                view.borrow().draw();
            }
        });
        let _ =
            picture.add_event_listener_with_callback(event, heard.into_js_value().unchecked_ref()); // a function is a listener
    }
    frame(view);
}

/// Draws, and turns on until it has turned enough or is no longer on the page.
fn frame(view: Rc<RefCell<View>>) {
    {
        let mut view = view.borrow_mut();
        view.draw();
        view.turn += PER_FRAME;
        view.frames = view.frames.saturating_sub(1);
        if view.frames == 0 || !view.picture.is_connected() {
            return;
        }
    }
    dom::before_paint(move || frame(view));
}

impl View {
    /// What the visitor does to it; true when it looks different then.
    fn on_event(&mut self, event: &Event) -> bool {
        let (mut across, mut down) = (0.0, 0.0);
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            match key.key().as_str() {
                "ArrowLeft" => across = -PER_KEY,
                "ArrowRight" => across = PER_KEY,
                "ArrowUp" => down = -PER_KEY,
                "ArrowDown" => down = PER_KEY,
                _ => return false,
            }
            event.prevent_default();
        } else if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
            let at = (pointer.client_x(), pointer.client_y());
            match (event.type_().as_str(), self.held) {
                ("pointerdown", _) => {
                    self.held = Some(at);
                    let _ = self.picture.set_pointer_capture(pointer.pointer_id()); // a pointer that is down
                }
                ("pointermove", Some((x, y))) => {
                    #[allow(clippy::cast_precision_loss, reason = "pixels")]
                    let moved = |from: i32, to: i32| (to - from) as f32 * PER_PIXEL;
                    (across, down) = (moved(x, at.0), moved(y, at.1));
                    self.held = Some(at);
                }
                ("pointermove", None) => return false,
                _ => self.held = None,
            }
        }
        self.frames = 1; // who turns it wants no other turn
        self.turn += across;
        self.tilt = (self.tilt + down).clamp(-FRAC_PI_2, FRAC_PI_2);
        true
    }

    fn draw(&self) {
        let mut out = String::from("<svg viewBox=\"-200 -200 400 400\" aria-hidden=\"true\">");
        for (_, light, [a, b, c]) in self.seen() {
            out.push_str("<path d=\"M");
            for [x, y] in [a, b, c] {
                #[allow(
                    clippy::cast_possible_truncation,
                    reason = "a tenth of a pixel, from −2000 to 2000"
                )]
                let tenths = [x, -y].map(|at| (at * 10.0 * self.scale).round() as i32);
                for at in tenths {
                    let _ = write!(
                        out,
                        "{}{}.{} ",
                        if at < 0 { "-" } else { "" },
                        at.abs() / 10,
                        at.abs() % 10
                    ); // a String takes all
                }
            }
            let _ = write!(out, "Z\" class=\"s{light}\"/>");
        }
        out.push_str("</svg>");
        self.picture.set_inner_html(&out);
    }

    /// The triangles from behind to the front: how deep, how dark from 0 to 7, and their corners on the picture.
    fn seen(&self) -> Vec<(f32, u8, [[f32; 2]; 3])> {
        let ((sin, cos), (lift, level)) = (self.turn.sin_cos(), self.tilt.sin_cos());
        // z of the model is up; then the whole is tilted towards the reader.
        let turned = |x: f32, y: f32, z: f32| {
            let (across, into) = (x * cos - y * sin, x * sin + y * cos);
            [across, z * level + into * lift, z * lift - into * level]
        };
        let triangle = |numbers: &[f32]| {
            let [ax, ay, az, bx, by, bz, cx, cy, cz] = *numbers else { return None };
            let [a, b, c] = [turned(ax, ay, az), turned(bx, by, bz), turned(cx, cy, cz)];
            let ([ux, uy, uz], [vx, vy, vz]) =
                ([b[0] - a[0], b[1] - a[1], b[2] - a[2]], [c[0] - a[0], c[1] - a[1], c[2] - a[2]]);
            let normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
            let length =
                (normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]).sqrt();
            let towards = if length > 0.0 {
                (normal[2] + 0.4 * normal[1] - 0.3 * normal[0]).abs() / (1.12 * length)
            } else {
                0.0
            };
            let deep = a[2] + b[2] + c[2];
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to 7"
            )]
            let dark = (7.99 * (1.0 - towards)).clamp(0.0, 7.0) as u8;
            Some((deep, dark, [[a[0], a[1]], [b[0], b[1]], [c[0], c[1]]]))
        };
        let mut all: Vec<_> = self.triangles.chunks_exact(9).filter_map(triangle).collect();
        all.sort_by(|one, other| one.0.total_cmp(&other.0));
        all
    }
}
