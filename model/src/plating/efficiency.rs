//! Cathode current efficiency as a function of current density: straight lines between points, held constant outside them.

/// Points of a curve: current density in A/dm², ascending, with the efficiency from 0 to 1 there.
pub type Points = [(f64, f64)];

/// Whether a current density lies outside the points, so that the value there is a guess.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outside {
    /// Below the first point.
    Below,
    /// Above the last.
    Above,
}

/// Efficiency at a current density by linear interpolation, clamped to the ends; `None` for a curve without points.
pub fn at(points: &Points, current_density: f64) -> Option<f64> {
    let (&(first_j, first), &(_, last)) = (points.first()?, points.last()?);
    if current_density <= first_j {
        return Some(first);
    }
    let inside = points.windows(2).find_map(|pair| match pair {
        &[(j0, e0), (j1, e1)] if current_density <= j1 => {
            Some(e0 + (e1 - e0) * (current_density - j0) / (j1 - j0))
        }
        _ => None,
    });
    Some(inside.unwrap_or(last))
}

/// Where a current density lies outside the points, if it does.
pub fn outside(points: &Points, current_density: f64) -> Option<Outside> {
    let (&(first, _), &(last, _)) = (points.first()?, points.last()?);
    if current_density < first {
        Some(Outside::Below)
    } else if current_density > last {
        Some(Outside::Above)
    } else {
        None
    }
}

/// Lowest current density at which `j η(j)` reaches `wanted` (A/dm² of metal-depositing current); `None` when none up to `highest` does.
///
/// Between two points η is a straight line, so `j η(j) = wanted` is a quadratic there and is solved in closed form.
pub fn lowest_current_density(points: &Points, wanted: f64, highest: f64) -> Option<f64> {
    let (&(first_j, first), &(last_j, last)) = (points.first()?, points.last()?);
    if first * first_j >= wanted {
        return positive(wanted / first);
    }
    let within = points.windows(2).find_map(|pair| match pair {
        &[(j0, e0), (j1, e1)] => root_on_segment(j0, e0, j1, e1, wanted),
        _ => None,
    });
    within.or_else(|| positive(wanted / last).filter(|&j| j >= last_j)).filter(|&j| j <= highest)
}

fn positive(j: f64) -> Option<f64> {
    (j.is_finite() && j > 0.0).then_some(j)
}

/// Lowest root of `j (e0 + s (j − j0)) = wanted` with `j0 ≤ j ≤ j1`.
fn root_on_segment(j0: f64, e0: f64, j1: f64, e1: f64, wanted: f64) -> Option<f64> {
    let slope = (e1 - e0) / (j1 - j0);
    let linear = e0 - slope * j0;
    let tolerance = 1e-12 * j1;
    let inside = |j: f64| {
        (j.is_finite() && j >= j0 - tolerance && j <= j1 + tolerance).then_some(j.clamp(j0, j1))
    };
    if slope.abs() < 1e-15 {
        return inside(wanted / linear);
    }
    let discriminant = linear * linear + 4.0 * slope * wanted;
    if discriminant < 0.0 {
        return None;
    }
    // The stable form of the quadratic: no difference of nearly equal numbers.
    let q = -0.5 * (linear + linear.signum() * discriminant.sqrt());
    let (one, other) = (q / slope, -wanted / q);
    let (lower, higher) = if one <= other { (one, other) } else { (other, one) };
    inside(lower).or_else(|| inside(higher))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FALLING: [(f64, f64); 3] = [(1.0, 0.8), (2.0, 0.6), (4.0, 0.2)];

    #[test]
    fn a_curve_is_linear_between_points_and_clamped_outside() {
        assert_eq!(at(&FALLING, 0.1), Some(0.8));
        assert!((at(&FALLING, 1.5).unwrap_or(f64::NAN) - 0.7).abs() < 1e-12);
        assert_eq!(at(&FALLING, 9.0), Some(0.2));
        assert_eq!(outside(&FALLING, 9.0), Some(Outside::Above));
        assert_eq!(at(&[], 1.0), None);
    }

    #[test]
    fn the_lowest_of_two_current_densities_is_found() {
        // j η rises to 1.28 at j = 2.5 or so and falls again: 1.2 is met at 2 first, and once more on the way down.
        let j = lowest_current_density(&FALLING, 1.2, 1000.0).unwrap_or(f64::NAN);
        assert!((j - 2.0).abs() < 1e-9, "{j}");
    }

    #[test]
    fn what_no_current_density_within_the_limit_gives_has_no_answer() {
        assert_eq!(lowest_current_density(&[(1.0, 0.5), (2.0, 0.0)], 5.0, 1000.0), None);
        assert_eq!(lowest_current_density(&FALLING, 5000.0, 1000.0), None);
    }
}
