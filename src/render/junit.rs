//! What became of scenarios, as JUnit's XML, which programs that run tests read.

use std::fmt::Write;

use super::is_hidden;
use super::text::said_in_words;
use crate::render::Tested;
use crate::scenario::Failure;
use crate::source::Sources;

/// The scenarios of protocols as JUnit's XML: a test suite for each protocol, a test case for each scenario.
#[must_use]
pub fn junit(all: &[Tested<'_>], sources: &Sources) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"aftercare-dsl\">\n",
    );
    for tested in all {
        let failures = tested.results.iter().filter(|one| !one.passed()).count();
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\">",
            escaped(tested.file),
            tested.results.len()
        );
        for result in tested.results {
            let position = sources.position(result.span);
            let _ = write!(
                out,
                "    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\"",
                escaped(&result.name),
                escaped(tested.file),
                escaped(sources.name(result.span)),
                position.line
            );
            if result.passed() {
                out.push_str("/>\n");
                continue;
            }
            out.push_str(">\n");
            for failure in &result.failures {
                failed(failure, sources, &mut out);
            }
            out.push_str("    </testcase>\n");
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn failed(failure: &Failure, sources: &Sources, out: &mut String) {
    let place = format!(
        "{}:{}",
        sources.name(failure.span),
        sources.position(failure.span).line
    );
    let _ = writeln!(
        out,
        "      <failure message=\"expected: {}\">{}</failure>",
        escaped(&failure.expected),
        escaped(&format!(
            "{place}\n{}",
            said_in_words(&failure.found).join("\n")
        ))
    );
}

/// Text that stands between quotes or tags; what XML cannot hold, or a screen does not show, is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            hidden if is_hidden(hidden) => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(
            escaped("a<b> & \"c\"\u{1b}[1m\u{0}"),
            "a&lt;b&gt; &amp; &quot;c&quot;[1m"
        );
    }
}
