//! Figures of the register, within what can be.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// The largest figure of one record: a million of them still add up. What is larger is a slip of the finger.
pub(super) const LARGEST: u64 = 1_000_000_000_000;

pub(super) fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let amount = u64::deserialize(deserializer)?;
    if amount <= LARGEST {
        Ok(amount)
    } else {
        Err(D::Error::custom(format_args!("số {amount} lớn quá mức có thể")))
    }
}

pub(super) fn some_amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Amount(#[serde(deserialize_with = "amount")] u64);
    Ok(Option::<Amount>::deserialize(deserializer)?.map(|Amount(amount)| amount))
}
