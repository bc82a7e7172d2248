//! The program as a browser can unpack it: gzip, which `DecompressionStream` knows.

use std::io::Write as _;

use anyhow::{Context as _, Result};
use flate2::{Compression, GzBuilder};

use super::Effort;

/// Packs bytes; the full effort takes some seconds and saves some 6 %.
pub(super) fn gzip(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    match effort {
        Effort::Full => {
            let mut packed = Vec::new();
            zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
                .context("zopfli")?;
            Ok(packed)
        }
        Effort::Fast => {
            let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::new(6));
            packer.write_all(bytes)?;
            Ok(packer.finish()?)
        }
    }
}
