//! Takes comments and needless white space out of CSS and changes nothing else; strings stay as they are.
use std::iter::Peekable;
use std::str::Chars;

/// The same style sheet in fewer bytes.
pub fn minify(source: &str) -> String {
    let mut output = String::with_capacity(source.len());
    let mut rest = source.chars().peekable();
    let mut space = false; // white space or a comment was passed and may still be needed
    while let Some(character) = rest.next() {
        match character {
            '/' if rest.peek() == Some(&'*') => {
                skip_comment(&mut rest);
                space = true;
            }
            _ if character.is_ascii_whitespace() => space = true,
            _ => {
                if space && needs_space(output.chars().next_back(), character) {
                    output.push(' ');
                }
                space = false;
                output.push(character);
                match character {
                    '"' | '\'' => copy_string(character, &mut rest, &mut output),
                    '\\' => output.extend(rest.next()),
                    _ => {}
                }
            }
        }
    }
    output
}

fn skip_comment(rest: &mut Peekable<Chars>) {
    let mut previous = ' ';
    rest.next(); // the star that opened it
    for character in rest.by_ref() {
        if previous == '*' && character == '/' {
            return;
        }
        previous = character;
    }
}

fn copy_string(quote: char, rest: &mut Peekable<Chars>, output: &mut String) {
    while let Some(character) = rest.next() {
        output.push(character);
        if character == '\\' {
            output.extend(rest.next());
        } else if character == quote {
            return;
        }
    }
}

/// A space around `{ } ; ,` never means anything, except in `--name: ;`, an empty custom property. Around `:`, `+`, `(` and `>` it can.
fn needs_space(before: Option<char>, after: char) -> bool {
    match (before, after) {
        (None | Some('{' | '}' | ';' | ','), _) | (_, '{' | '}' | ',') => false,
        (Some(before), ';') => before == ':',
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(
            minify("/* tokens */\n:root {\n  --ink: #123; /* dark */\n}\n\na,\nb { color: red }\n"),
            ":root{--ink: #123;}a,b{color: red}"
        );
    }

    #[test]
    fn a_space_that_means_something_stays() {
        assert_eq!(
            minify("nav  :hover\n> a { width: calc(1px  + 2em) ; --none: ; }"),
            "nav :hover > a{width: calc(1px + 2em);--none: ;}"
        );
        assert_eq!(minify("@media (a) and (b) {}"), "@media (a) and (b){}");
        assert_eq!(minify("a/**/b{}"), "a b{}");
    }

    #[test]
    fn strings_are_not_touched() {
        let kept = "a::after{content: \"/* no  comment */ \\\" ;  {\"}";
        assert_eq!(minify(kept), kept);
    }
}
