//! Takes comments that have a line to themselves and the white space around lines out of the scripts that other tools write, and changes nothing
//! else. To do more one would have to parse them.

/// The same script in fewer bytes; as it is where a text in it runs over several lines, since white space counts there.
pub fn minify(source: &str) -> String {
    if source.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return source.to_owned();
    }
    let mut output = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        let opens = line.starts_with("/*");
        let commented = in_comment || opens;
        if commented {
            in_comment = !line.ends_with("*/");
        }
        if commented || line.is_empty() || line.starts_with("//") {
            continue;
        }
        output.push_str(line);
        output.push('\n');
    }
    output
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_of_their_own_and_indentation_go_and_the_rest_stays() {
        let source = "/**\n * Says it.\n */\nexport function a() {\n\n    // so\n    const b = \"//  c\"; // d\n    return `${b} /* e */`;\n}\n/* f */\n";
        assert_eq!(minify(source), "export function a() {\nconst b = \"//  c\"; // d\nreturn `${b} /* e */`;\n}\n");
    }

    #[test]
    fn a_text_over_several_lines_keeps_its_white_space() {
        let source = "const a = `b\n    c`;\n";
        assert_eq!(minify(source), source);
    }
}
