//! The help texts: whole, as a person reads them.

use crate::failure::Failure;

/// The verbs and their help, in the order in which they are met.
const VERBS: [(&str, &str); 18] = [
    ("example", include_str!("help/example.txt")),
    ("ingest", include_str!("help/ingest.txt")),
    ("import", include_str!("help/import.txt")),
    ("check", include_str!("help/check.txt")),
    ("status", include_str!("help/status.txt")),
    ("report", include_str!("help/report.txt")),
    ("filing", include_str!("help/filing.txt")),
    ("document", include_str!("help/document.txt")),
    ("export", include_str!("help/export.txt")),
    ("merge", include_str!("help/merge.txt")),
    ("diff", include_str!("help/diff.txt")),
    ("log", include_str!("help/log.txt")),
    ("split", include_str!("help/split.txt")),
    ("migrate", include_str!("help/migrate.txt")),
    ("next", include_str!("help/next.txt")),
    ("score", include_str!("help/score.txt")),
    ("sets", include_str!("help/sets.txt")),
    ("schema", include_str!("help/schema.txt")),
];

/// The overview.
pub(crate) const MAIN: &str = include_str!("help/main.txt");

/// The help of a verb.
pub(crate) fn of(verb: &str) -> Result<&'static str, Failure> {
    VERBS.iter().find(|(name, _)| *name == verb).map(|(_, text)| *text).ok_or_else(|| no_such_verb(verb))
}

/// What to say to a verb that is none.
pub(crate) fn no_such_verb(verb: &str) -> Failure {
    let names: Vec<_> = VERBS.iter().map(|(name, _)| *name).collect();
    Failure::Usage(format!("không có việc “{verb}”; có: {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_overview_names_every_verb_and_fits_a_terminal() {
        for (name, text) in VERBS {
            assert!(MAIN.contains(&format!("\n  {name}")), "{name}");
            assert!(text.starts_with(&format!("cchc {name}: ")), "{name}");
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{name}");
        }
        assert!(MAIN.lines().all(|line| line.chars().count() <= 80));
    }
}
