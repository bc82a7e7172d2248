//! A real office suite: LibreOffice opens a document and prints it; poppler reads the print.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use tempfile::TempDir;

/// A document as LibreOffice prints it.
pub struct Print {
    /// Where it lies; several prints may lie in one.
    _folder: Arc<TempDir>,
    pdf: PathBuf,
}

/// Prints a docx file.
///
/// # Panics
/// If LibreOffice is missing, refuses the file, or takes it for something to repair.
pub fn print(docx: &[u8]) -> Print {
    print_as(docx, "docx", "writer_pdf_Export")
}

/// Prints an xlsx file.
///
/// # Panics
/// As [`print()`].
pub fn print_sheet(xlsx: &[u8]) -> Print {
    print_as(xlsx, "xlsx", "calc_pdf_Export")
}

fn print_as(bytes: &[u8], extension: &str, filter: &str) -> Print {
    print_all_as(&[bytes], extension, filter).remove(0)
}

/// Prints docx files, the office suite started once for them all.
///
/// # Panics
/// As [`print()`].
pub fn print_all(docx: &[&[u8]]) -> Vec<Print> {
    print_all_as(docx, "docx", "writer_pdf_Export")
}

fn print_all_as(files: &[&[u8]], extension: &str, filter: &str) -> Vec<Print> {
    let folder = Arc::new(TempDir::new().expect("a temporary folder"));
    let place = |nth: usize, extension: &str| folder.path().join(format!("van-ban-{nth}.{extension}"));
    for (nth, bytes) in files.iter().enumerate() {
        std::fs::write(place(nth, extension), bytes).expect("the temporary folder takes files");
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let output = run(Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", &format!("pdf:{filter}"), "--outdir"])
        .arg(folder.path())
        .args((0..files.len()).map(|nth| place(nth, extension))));
    let print = |nth| {
        let pdf = place(nth, "pdf");
        assert!(pdf.exists(), "LibreOffice did not print the document: {output}");
        Print { _folder: Arc::clone(&folder), pdf }
    };
    (0..files.len()).map(print).collect()
}

/// One page of a print.
#[derive(Debug, Clone)]
pub struct Page {
    /// Width and height in points.
    pub size: (f64, f64),
    /// Its words, from top to bottom.
    pub words: Vec<Word>,
}

/// A word and where it stands, in points from the top left corner.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Left, top, right, bottom.
    pub place: [f64; 4],
}

impl Page {
    /// The words in one line of text.
    pub fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The page number that stands in the middle of the top margin, if any.
    pub fn number(&self) -> Option<u32> {
        let middle = |word: &Word| {
            let centre = f64::midpoint(word.place[0], word.place[2]);
            // The middle of the text, which the wider left margin moves to the right.
            let text_centre = (self.size.0 + 85.0 - 42.5) / 2.0;
            word.place[3] < 57.0 && (centre - text_centre).abs() < 8.0
        };
        self.words.iter().find(|word| middle(word)).and_then(|word| word.text.parse().ok())
    }
}

impl Print {
    /// A print that something else has made.
    ///
    /// # Panics
    /// If there is no place for a temporary file.
    pub fn of_pdf(bytes: &[u8]) -> Self {
        let folder = Arc::new(TempDir::new().expect("a temporary folder"));
        let pdf = folder.path().join("van-ban.pdf");
        std::fs::write(&pdf, bytes).expect("the temporary folder takes files");
        Self { _folder: folder, pdf }
    }

    /// Where the PDF is, until the print is dropped.
    pub fn path(&self) -> &Path {
        &self.pdf
    }

    /// Reads the pages.
    ///
    /// # Panics
    /// If poppler is missing or cannot read the print.
    pub fn pages(&self) -> Vec<Page> {
        let target = self.pdf.with_extension("words.html");
        run(Command::new("pdftotext").arg("-bbox").arg(&self.pdf).arg(&target));
        let html = std::fs::read(target).expect("pdftotext wrote the words");
        // A font's private characters need not be UTF-8.
        let html = String::from_utf8_lossy(&html);
        let mut pages = Vec::new();
        for line in html.lines().map(str::trim) {
            if line.starts_with("<page ") {
                pages.push(Page {
                    size: (attribute(line, "width"), attribute(line, "height")),
                    words: Vec::new(),
                });
            } else if line.starts_with("<word ") {
                let place = ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name));
                let text = line
                    .split_once('>')
                    .and_then(|(_, rest)| rest.rsplit_once("</"))
                    .map_or("", |(text, _)| text);
                let page = pages.last_mut().expect("words stand on pages");
                page.words.push(Word { text: unescape(text), place });
            }
        }
        pages
    }

    /// The names of the fonts in the print.
    ///
    /// # Panics
    /// If poppler is missing.
    pub fn fonts(&self) -> Vec<String> {
        let list = run(Command::new("pdffonts").arg(&self.pdf));
        list.lines().skip(2).filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
    }
}

fn run(command: &mut Command) -> String {
    let program = command.get_program().display().to_string();
    let output = command.output().unwrap_or_else(|error| panic!("{program} does not start ({error}); on Debian: apt-get install libreoffice-writer libreoffice-calc poppler-utils fonts-croscore"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

fn attribute(line: &str, name: &str) -> f64 {
    let value = line
        .split_once(&format!("{name}=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(value, _)| value);
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} is missing in {line}"))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
