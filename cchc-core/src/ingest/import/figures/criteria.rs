//! Tiêu chí: which one a table means, by its name or its code.

use std::borrow::Cow;

use super::super::Mapping;
use super::super::names::key;
use super::heads::Head;
use crate::exchange::PlanFile;
use crate::exchange::sets::{set, sets};
use crate::indicator::{IndicatorSet, Node, Ownership, Rule, builtin_index};
use crate::ingest::sheet::Sheet;

use super::super::Field;

/// The criteria of a set.
pub(super) struct Criteria<'s> {
    /// Each with the words of its name, in the order of the tree.
    all: Vec<(String, &'s Node)>,
}

/// What a row is about.
#[derive(Clone, Copy)]
pub(super) enum Found<'s> {
    /// A criterion.
    Leaf(&'s Node),
    /// A question of one.
    Question(&'s Node),
    /// A field or a criterion that has others under it.
    Group,
}

impl<'s> Criteria<'s> {
    pub(super) fn of(set: &'s IndicatorSet) -> Self {
        fn walk<'s>(nodes: &'s [Node], all: &mut Vec<(String, &'s Node)>) {
            for node in nodes {
                all.push((key(&node.name), node));
                walk(&node.children, all);
            }
        }
        let mut all = Vec::new();
        walk(&set.nodes, &mut all);
        Self { all }
    }

    /// The criterion of a code and a name, either of which may be empty; `is_code` where the column says that it holds
    /// codes, and not the numbers of rows.
    pub(super) fn find(&self, code: &str, is_code: bool, name: &str, mapping: &Mapping) -> Option<Found<'s>> {
        let (own, bare) = split_code(name);
        let code = if code.is_empty() { own } else { code };
        let wanted = key(bare);
        let coded = |code: &str| self.all.iter().find(|(_, node)| node.code.eq_ignore_ascii_case(code));
        let kept = mapping.names.iter().find(|(known, _)| key(known) == key(name));
        let named = || {
            let mut alike = self.all.iter().filter(|(name, _)| *name == wanted).peekable();
            let first = alike.peek().copied();
            alike.find(|(_, node)| node.code.eq_ignore_ascii_case(code)).or(first)
        };
        let is_telling =
            wanted.is_empty() || is_code || code.contains(['.', '-']) || code.contains(char::is_alphabetic);
        let found = kept
            .and_then(|(_, code)| coded(code))
            .or_else(|| named().filter(|_| !wanted.is_empty()))
            .or_else(|| coded(code).filter(|_| is_telling && !code.is_empty()))
            .or_else(|| self.by_part(&wanted));
        if let Some((_, node)) = found {
            return Some(if node.is_leaf() { Found::Leaf(node) } else { Found::Group });
        }
        // "1.2" of a survey whose criterion is "1".
        let (above, _) = code.rsplit_once('.').filter(|_| is_telling)?;
        coded(above).map(|(_, node)| *node).filter(|node| node.is_leaf()).map(Found::Question)
    }

    /// The one criterion whose name has the words, or stands in them.
    fn by_part(&self, wanted: &str) -> Option<&(String, &'s Node)> {
        if wanted.split(' ').count() < 3 || wanted.len() > 300 {
            return None;
        }
        let within = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
        let mut alike = self.all.iter().filter(|(name, node)| {
            node.is_leaf() && (within(name, wanted) || (name.split(' ').count() > 2 && within(wanted, name)))
        });
        alike.next().filter(|_| alike.next().is_none())
    }
}

/// `1.2. Tên` and `1.2 Tên` as code and name; a name without a code has none.
fn split_code(name: &str) -> (&str, &str) {
    let name = name.trim();
    let end = name.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(name.len());
    let (code, rest) = name.split_at(end);
    if code.is_empty() || !(rest.is_empty() || rest.starts_with([' ', ')', ':', '-', '\u{a0}'])) {
        return ("", name);
    }
    (code.trim_end_matches('.'), rest.trim_start_matches([' ', ')', ':', '-', '\u{a0}']))
}

/// The set that a table is about: the one that a person chose, that a title names, or most of whose criteria stand in it.
pub(super) fn set_of<'f>(
    file: &'f PlanFile,
    sheet: &Sheet,
    head: Option<&Head>,
    mapping: &Mapping,
) -> Option<Cow<'f, IndicatorSet>> {
    if let Some(code) = &mapping.set {
        return set(file, code.as_str());
    }
    let first = head.map_or(sheet.rows.len().min(8), |head| head.at);
    let above = sheet.rows[..first].iter().flat_map(|row| &row.cells).filter_map(|(_, cell)| cell.as_text());
    let titles: Vec<String> = above.chain([sheet.name.as_str()]).map(key).collect();
    let is_tally = head.is_none_or(Head::is_tally);
    let names: Vec<String> = match head {
        Some(head) => {
            let columns: Vec<u16> = head
                .columns
                .iter()
                .filter(|(.., field)| matches!(field, Field::Criterion | Field::Code))
                .map(|(column, ..)| *column)
                .collect();
            let rows = sheet.rows[head.below..].iter().take(400);
            rows.flat_map(|row| columns.iter().filter_map(|column| row.get(*column)))
                .map(|cell| key(split_code(&cell.shown()).1))
                .collect()
        }
        None => sheet.rows[..first]
            .iter()
            .flat_map(|row| &row.cells)
            .map(|(_, cell)| key(split_code(&cell.shown()).1))
            .collect(),
    };
    let mut best: Option<(usize, Cow<'f, IndicatorSet>)> = None;
    for set in sets(file) {
        let asks_people = |node: &&Node| matches!(node.rule, Some(Rule::Satisfied | Rule::Survey { .. }));
        if is_tally && !set.leaves().iter().any(asks_people) {
            continue;
        }
        let criteria = Criteria::of(&set);
        // Codes tell a set where they are words, as those of 766 are.
        let is_known = |name: &&String| {
            !name.is_empty()
                && criteria.all.iter().any(|(own, node)| {
                    own == *name || (node.code.contains(char::is_alphabetic) && key(&node.code) == **name)
                })
        };
        let known = names.iter().filter(is_known).count();
        let index = set.index.as_ref().and_then(builtin_index);
        let called = [set.code.as_str(), &set.short_name]
            .into_iter()
            .chain(index.map(|index| index.abbreviation.as_str()))
            .map(key)
            .filter(|called| !called.is_empty());
        let is_named = called
            .into_iter()
            .any(|called| titles.iter().any(|title| format!(" {title} ").contains(&format!(" {called} "))));
        let has_entries = file.score_entries.iter().any(|entry| entry.set == set.code);
        let is_of_now = set.ownership == Ownership::Own && set.years.contains(file.plan.year);
        if known == 0 && !is_named {
            continue;
        }
        let score =
            known * 8 + usize::from(is_named) * 4 + usize::from(has_entries) * 2 + usize::from(is_of_now);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, set));
        }
    }
    best.map(|(_, set)| set)
}
