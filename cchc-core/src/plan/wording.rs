//! What a duty asks, in the words people use for it.

use crate::calendar::DeadlineRule;
use crate::plan::{Basis, Cadence, Duty, DutyRole, Listing, OfficeRole, QuotaGoal, Stated, Unit};
use crate::text;

impl Cadence {
    /// Nhịp thực hiện in a word or two: "Hằng tháng", "Thường xuyên".
    pub const fn vietnamese(&self) -> &'static str {
        use crate::calendar::PeriodKind::{Half, Month, NineMonths, Quarter, Year};
        match self {
            Self::Continuous { .. } => "Thường xuyên",
            Self::Recurring { period: Month, .. } => "Hằng tháng",
            Self::Recurring { period: Quarter, .. } => "Hằng quý",
            Self::Recurring { period: Half, .. } => "6 tháng một lần",
            Self::Recurring { period: NineMonths, .. } => "9 tháng",
            Self::Recurring { period: Year, .. } => "Hằng năm",
            Self::Once { .. } => "Một lần",
            Self::Range { .. } => "Trong thời gian",
            Self::OnEvent { .. } => "Khi có việc",
            Self::OnRequest => "Theo yêu cầu",
            Self::Reports => "Theo kỳ báo cáo",
        }
    }

    /// The rest of it: the last day, the window or the event; empty where [`Cadence::vietnamese`] says it all.
    pub fn detail(&self) -> String {
        match self {
            Self::Continuous { period, .. } => format!("mỗi {} có minh chứng", period.vietnamese()),
            Self::Recurring { deadline, .. } => deadline.map_or_else(String::new, DeadlineRule::vietnamese),
            Self::Once { due } => format!("hạn {}", text::date_vi(*due)),
            Self::Range { from, to } => text::range_vi(*from, *to),
            Self::OnEvent { event, days: Some(days) } => format!("{event}, trong {days} ngày"),
            Self::OnEvent { event, days: None } => event.clone(),
            Self::OnRequest | Self::Reports => String::new(),
        }
    }
}

impl Duty {
    /// How much it asks, as short as a column is: "02 tin, bài/tháng", "01 lớp", "không ít hơn quý trước"; of a
    /// continuous duty without a quota "01 minh chứng/quý". Empty where it asks no amount.
    ///
    /// `unit` is the quota's.
    pub fn asks(&self, unit: Option<&Unit>) -> String {
        let per = match &self.cadence.value {
            Cadence::Continuous { period, .. } | Cadence::Recurring { period, .. } => {
                Some(period.vietnamese())
            }
            _ => None,
        };
        let Some(quota) = &self.quota else {
            return match (&self.cadence.value, per) {
                (Cadence::Continuous { .. }, Some(per)) => format!("01 minh chứng/{per}"),
                _ => String::new(),
            };
        };
        let unit = unit.map_or("hoạt động", |unit| &unit.name);
        match (quota.value.goal, per) {
            (QuotaGoal::AtLeast(count), per) => {
                let amount = format!("{} {unit}", text::two_digits(count.into()));
                per.map_or(amount.clone(), |per| format!("{amount}/{per}"))
            }
            (QuotaGoal::AtLeastPrevious, per) => {
                format!("không ít hơn {} trước", per.unwrap_or("kỳ"))
            }
        }
    }

    /// What each of its values rests on: nhịp, chỉ tiêu, sản phẩm, chỉ số phục vụ, hình thức, nội dung, where it has
    /// them.
    pub fn bases(&self) -> impl Iterator<Item = Basis> {
        [
            Some(self.cadence.basis),
            self.quota.as_ref().map(|quota| quota.basis),
            self.output.as_ref().map(|output| output.basis),
            self.indices.as_ref().map(|indices| indices.basis),
            (!self.channels.is_empty()).then_some(self.channels_basis),
            (!self.topics.is_empty()).then_some(self.topics_basis),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether a value of it was concluded and nobody has confirmed it.
    pub fn has_inferred(&self) -> bool {
        self.bases().any(|basis| basis.mark().is_some())
    }

    /// The same duty with every concluded value confirmed by a person.
    #[must_use]
    pub fn confirmed(&self) -> Self {
        let mut duty = self.clone();
        duty.cadence.confirm();
        duty.quota.iter_mut().for_each(Stated::confirm);
        duty.output.iter_mut().for_each(Stated::confirm);
        duty.indices.iter_mut().for_each(Stated::confirm);
        duty.channels_basis.confirm();
        duty.topics_basis.confirm();
        duty
    }
}

impl DutyRole {
    /// Vai trò: "chủ trì", "tham mưu", "phối hợp", "được đề nghị".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Lead => "chủ trì",
            Self::Advise => "tham mưu",
            Self::Support => "phối hợp",
            Self::Asked => "được đề nghị",
        }
    }
}

impl Listing {
    /// What a channel is to the plan: "hình thức của Kế hoạch", "khuyến khích", "ngoài mục hình thức".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Form => "hình thức của Kế hoạch",
            Self::Encouraged => "khuyến khích",
            Self::Elsewhere => "ngoài mục hình thức",
        }
    }

    /// The same beside its name, where it is none of the plan's forms.
    pub fn aside(self) -> Option<&'static str> {
        (self != Self::Form).then_some(self.vietnamese())
    }
}

impl OfficeRole {
    /// What the office is to the plan: "đầu mối theo dõi", "được giao", "đề nghị, không giao".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Focal => "đầu mối theo dõi",
            Self::Assigned => "được giao nhiệm vụ",
            Self::Asked => "đề nghị, không giao",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::examples;
    use crate::plan::{Basis, Duty, Stated};

    #[test]
    fn every_duty_of_the_plan_says_what_it_asks() {
        let file = examples::get("hoa-tham-2026").unwrap();
        let line = |duty: &Duty| {
            let unit = duty.quota.as_ref().and_then(|quota| file.units.get(&quota.value.unit));
            let cadence = &duty.cadence.value;
            format!(
                "{} | {} | {} | {} | {}",
                duty.short_name,
                duty.role.vietnamese(),
                cadence.vietnamese(),
                cadence.detail(),
                duty.asks(unit)
            )
        };
        let lines: Vec<String> = file.duties.iter().map(line).collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    #[test]
    fn confirming_a_duty_leaves_what_is_written_as_it_is() {
        let file = examples::get("hoa-tham-2026").unwrap();
        let duty = file.duties.get_str("tin-bai-hang-thang").unwrap();
        assert!(duty.has_inferred());
        let confirmed = duty.confirmed();
        assert!(!confirmed.has_inferred());
        assert_eq!(
            (confirmed.channels_basis, confirmed.topics_basis),
            (Basis::Written, Basis::Confirmed),
            "the plan names the page, and no topic"
        );
        assert_eq!(confirmed.cadence, duty.cadence, "the plan writes it");
        assert!(confirmed.bases().any(|basis| basis == Basis::Confirmed));
    }

    #[test]
    fn a_value_is_confirmed_once_and_keeps_its_words() {
        let mut stated = Stated::inferred(1, "Kế hoạch không nêu.");
        stated.confirm();
        assert_eq!((stated.basis, stated.reason.as_str()), (Basis::Confirmed, "Kế hoạch không nêu."));
        let mut written = Stated::written(2, "hai");
        written.confirm();
        assert_eq!(written.basis, Basis::Written);
    }
}
