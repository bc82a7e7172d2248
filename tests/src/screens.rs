//! Every screen of the page, so that what must hold on all of them is asked on all of them.

use crate::Page;

/// A screen: its name in file names and where it is.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// The name in file names.
    pub name: &'static str,
    /// Where in the page.
    pub at: &'static str,
}

/// The screens in the order of the navigation.
pub const SCREENS: &[Screen] = &[
    Screen { name: "tong-quan", at: "#/tong-quan" },
    Screen { name: "ke-hoach", at: "#/ke-hoach" },
    Screen { name: "nhiem-vu", at: "#/nhiem-vu" },
    Screen { name: "nhat-ky", at: "#/nhat-ky" },
    Screen { name: "chi-so", at: "#/chi-so" },
    Screen { name: "kien-nghi", at: "#/kien-nghi" },
    Screen { name: "kinh-phi", at: "#/kinh-phi" },
    Screen { name: "bao-cao", at: "#/bao-cao" },
    Screen { name: "trao-doi-tep", at: "#/trao-doi-tep" },
    Screen { name: "lich-su", at: "#/lich-su" },
    Screen { name: "cai-dat", at: "#/cai-dat" },
    Screen { name: "tro-giup", at: "#/tro-giup" },
];

impl Page {
    /// From Mở đầu into the built-in plan with its illustrative year.
    #[track_caller]
    pub fn open_example(&self) {
        self.click(".start-list li:first-child a, .start-list li:first-child button");
        self.sees(".notice", "minh họa");
    }

    /// Goes to a screen and waits until it stands there.
    #[track_caller]
    pub fn go_to(&self, screen: &Screen) {
        self.go(screen.at);
        self.sees_element(&format!("body[data-screen='{}'] h1", screen.name));
    }
}
