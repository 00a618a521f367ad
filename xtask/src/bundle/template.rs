//! Placeholders in double braces, filled in one pass: what is filled in is never read again, and every name must be known.
use crate::failure::{Failure, Outcome};

/// Fills every `{{name}}` of a template. An unknown name or an unclosed brace is a failure, so nothing stays unreplaced.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after
            .split_once("}}")
            .ok_or_else(|| Failure::new("a placeholder opens with {{ and is never closed"))?;
        let value = values.iter().find(|(known, _)| *known == name.trim());
        let (_, value) = value
            .ok_or_else(|| Failure::new(format!("the placeholder {{{{{name}}}}} is unknown")))?;
        filled.push_str(before);
        filled.push_str(value);
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Makes text safe between tags and inside attributes in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escape, fill};

    #[test]
    fn every_placeholder_is_replaced_wherever_it_stands() {
        let filled = fill(
            "<a href=\"{{root}}\">{{title}}</a>{{root}}",
            &[("root", "./"), ("title", "Zinc")],
        );
        assert_eq!(filled.ok().as_deref(), Some("<a href=\"./\">Zinc</a>./"));
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        assert_eq!(fill("{{body}}", &[("body", "{{title}}")]).ok().as_deref(), Some("{{title}}"));
    }

    #[test]
    fn an_unknown_placeholder_fails_and_is_named() {
        let complaint =
            fill("{{titel}}", &[("title", "Zinc")]).map_err(|failure| failure.to_string());
        assert_eq!(complaint, Err("the placeholder {{titel}} is unknown".to_owned()));
    }

    #[test]
    fn an_open_brace_fails() {
        assert!(fill("a {{title", &[("title", "Zinc")]).is_err());
    }

    #[test]
    fn text_cannot_leave_its_attribute() {
        assert_eq!(escape("5 < 6 & \"7\""), "5 &lt; 6 &amp; &quot;7&quot;");
    }
}
