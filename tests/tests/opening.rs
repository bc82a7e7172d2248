//! The page opens: in both browsers, on a fresh profile, from the disk.

use cchc_tests::journey;
use cchc_tests::page::{Options, Size};

journey! {
    /// Ready, silent, accessible, on both screens and in both colours.
    fn opens(page) {
        for dark in [false, true] {
            page.machine_is_dark(dark);
            for size in [Size::Desktop, Size::Phone] {
                page.resize(size);
                page.accessible();
                page.fits();
            }
        }
    }
}

journey! {
    /// The phone's window from the start.
    fn opens_on_a_phone(page, Options::default().phone()) {
        page.sees_element("#app h1");
        page.fits();
    }
}

journey! {
    /// A browser that was ended the hard way opens the page again.
    fn opens_again_after_a_crash(page) {
        page.kill_and_reopen();
        page.sees_element("#app h1");
        page.close_and_reopen();
        page.sees_element("#app h1");
    }
}
