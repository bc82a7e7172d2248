//! Which leaves lose most points, and who can win them back.

use crate::indicator::{Aggregation, Node, Scored};
use crate::order;
use crate::progress::scoring::{Assessment, LeafState};

/// Điểm mất của một tiêu chí.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// Mã.
    pub code: String,
    /// Tên.
    pub name: String,
    /// Lĩnh vực: the name of what stands first above it; empty for a leaf that stands first itself.
    pub field: String,
    /// Điểm.
    pub score: f64,
    /// Điểm tối đa.
    pub max: f64,
    /// Điểm mất, in points of the total.
    pub lost: f64,
    /// Cơ quan phụ trách, as the set names it, else the offices whose duties are behind what is missing.
    pub offices: Vec<String>,
    /// What is missing for full marks.
    pub missing: Vec<String>,
}

impl Assessment<'_> {
    /// The leaves that are scored and lose points, those that cost the total most first. What is not scored yet loses
    /// nothing that one could tell.
    pub fn losses(&self) -> Vec<Loss> {
        let scale = self.scale();
        let mut losses = Vec::new();
        let mut leaves = self.leaves.iter();
        for (node, scored) in self.set.nodes.iter().zip(&self.card.nodes) {
            self.lost_in(node, scored, None, scale, &mut leaves, &mut losses);
        }
        order::sort_by(&mut losses, |a, b| b.lost.total_cmp(&a.lost));
        losses
    }

    /// How many points of the total one point of a leaf is worth, weights apart.
    fn scale(&self) -> f64 {
        let counted = || self.card.nodes.iter().filter(|node| node.applicable && !node.is_bonus);
        match self.set.aggregation {
            Aggregation::Sum => {
                let max: Option<f64> = counted().map(|node| node.max).sum();
                max.filter(|max| *max > 0.0).map_or(1.0, |max| 100.0 / max)
            }
            Aggregation::WeightedMean => {
                let weight: f64 = counted().filter_map(|node| node.weight).sum();
                if weight > 0.0 { 10.0 / weight } else { 10.0 }
            }
            Aggregation::SatisfiedPooled | Aggregation::SatisfiedMean => {
                let leaves = self.card.leaves().iter().filter(|leaf| leaf.applicable).count();
                1.0 / leaves.max(1) as f64
            }
            Aggregation::Dimensions | Aggregation::Separate => 1.0,
        }
    }

    fn lost_in<'s>(
        &'s self,
        node: &Node,
        scored: &Scored,
        field: Option<&str>,
        scale: f64,
        leaves: &mut std::slice::Iter<'s, LeafState<'s>>,
        into: &mut Vec<Loss>,
    ) {
        let scale = match self.set.aggregation {
            Aggregation::WeightedMean => scale * node.weight.unwrap_or(0.0),
            _ => scale,
        };
        for (child, of_child) in node.children.iter().zip(&scored.children) {
            self.lost_in(child, of_child, Some(field.unwrap_or(&node.name)), scale, leaves, into);
        }
        if !node.is_leaf() {
            return;
        }
        let leaf = leaves.next();
        let max = if self.set.aggregation.is_satisfaction() { Some(100.0) } else { scored.max };
        let Some(((leaf, score), max)) = leaf.zip(scored.score).zip(max) else { return };
        let lost = (max - score) * scale;
        if scored.is_bonus || lost <= 0.0 {
            return;
        }
        into.push(Loss {
            code: node.code.clone(),
            name: node.name.clone(),
            field: field.unwrap_or_default().to_owned(),
            score,
            max,
            lost,
            offices: leaf.offices(node),
            missing: leaf.missing.clone(),
        });
    }
}

impl LeafState<'_> {
    /// Who is responsible: as the set names it, else the offices whose duties are behind what is missing.
    pub fn offices(&self, node: &Node) -> Vec<String> {
        if !node.office.trim().is_empty() {
            return vec![node.office.clone()];
        }
        self.criterion.as_ref().map(|criterion| criterion.offices.clone()).unwrap_or_default()
    }
}
