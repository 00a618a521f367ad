//! Numerical methods that know no subject.

/// Halves the stretch between a place where something does not hold yet and one where it does, either way round, and gives
/// what is left of it in the same order.
///
/// Where the square of a number reaches two, to a billionth:
/// ```
/// use platewise_model::numeric::bisect;
/// let (below, above) = bisect(1.0, 2.0, 30, |x| x * x >= 2.0);
/// assert!(below < 2_f64.sqrt() && 2_f64.sqrt() <= above && above - below < 1e-9);
/// ```
pub fn bisect(
    mut outside: f64,
    mut inside: f64,
    halvings: u32,
    mut holds: impl FnMut(f64) -> bool,
) -> (f64, f64) {
    for _ in 0..halvings {
        let middle = 0.5 * (outside + inside);
        if holds(middle) { inside = middle } else { outside = middle }
    }
    (outside, inside)
}

#[cfg(test)]
mod tests {
    use super::bisect;

    #[test]
    fn a_bracket_closes_in_from_either_end() {
        for (outside, inside) in [(0.0, 8.0), (8.0, 0.0)] {
            let is_inside = |x: f64| if inside > outside { x >= 3.0 } else { x <= 3.0 };
            let (last_outside, first_inside) = bisect(outside, inside, 200, is_inside);
            assert_eq!(first_inside.to_bits(), 3.0_f64.to_bits());
            assert!(!is_inside(last_outside) && (last_outside - 3.0).abs() < 1e-15);
        }
    }

    #[test]
    fn without_halvings_the_bracket_stays() {
        assert_eq!(bisect(1.0, 4.0, 0, |_| true), (1.0, 4.0));
        // 1 to 4 twice: 2.5, where it holds, then 1.75, where it does not.
        assert_eq!(bisect(1.0, 4.0, 2, |x| x >= 2.0), (1.75, 2.5));
    }
}
