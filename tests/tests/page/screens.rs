//! What must hold on every screen, and the pictures of them in the README.

use cchc_tests::page::{Options, Page, Size};
use cchc_tests::screens::SCREENS;
use cchc_tests::{Browser, browser, journey};

journey! {
    /// On every screen, wide and narrow, light and dark: axe finds nothing, nothing sticks out.
    fn every_screen_is_accessible_and_fits(page) {
        page.open_example();
        for dark in [false, true] {
            page.machine_is_dark(dark);
            for screen in SCREENS {
                page.go_to(screen);
                for size in [Size::Desktop, Size::Phone] {
                    page.resize(size);
                    page.fits();
                    // Colours are the same in both; what is laid out otherwise is told in light.
                    if !(dark && size == Size::Phone) {
                        page.accessible_here();
                    }
                }
            }
        }
    }
}

journey! {
    /// The widths at which the layout changes.
    fn every_screen_fits_every_width(page) {
        page.open_example();
        for width in [1180, 1024, 901, 899, 600, 320] {
            page.resize(Size::Of(width, 800));
            for screen in SCREENS {
                page.go_to(screen);
                page.fits();
            }
        }
    }
}

/// `cargo xtask screens` runs this one: it writes `docs/screens`.
#[test]
#[ignore = "writes docs/screens"]
fn pictures() {
    let folder = browser::root().join("docs").join("screens");
    let page = Page::open(Browser::Chromium, "pictures", Options::default());
    let picture = |name: &str, size: Size| page.picture(&folder.join(format!("{name}.{}.png", size.name())));
    for size in [Size::Desktop, Size::Phone] {
        page.resize(size);
        picture("mo-dau", size);
    }
    page.open_example();
    for size in [Size::Desktop, Size::Phone] {
        page.resize(size);
        for screen in SCREENS {
            page.go_to(screen);
            picture(screen.name, size);
        }
    }
}
