//! Where the values of a JSON text stand, whatever they are.

/// The values of a text, and where it is known what they are.
pub(super) struct Places<'a> {
    places: Vec<Place<'a>>,
    /// In the order of the text: behind what opens a list or an object, behind the name of a field, behind a value.
    pub(super) ends: Vec<End>,
}

struct Place<'a> {
    within: Option<usize>,
    step: Step<'a>,
}

enum Step<'a> {
    Whole,
    Field(&'a [u8]),
    Item(usize),
}

/// What the text is about before an offset.
pub(super) struct End {
    pub(super) offset: usize,
    pub(super) place: usize,
}

/// A list or an object that is open.
struct Open {
    place: usize,
    is_object: bool,
    items: usize,
    /// The field whose value comes next.
    field: Option<usize>,
}

impl<'a> Places<'a> {
    /// Reads a text as far as it goes; what is no JSON only leaves out places.
    pub(super) fn of(text: &'a [u8]) -> Self {
        let mut found = Self { places: Vec::new(), ends: Vec::new() };
        let mut open: Vec<Open> = Vec::new();
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            let start = at;
            at += 1;
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' => {}
                b'{' | b'[' => {
                    let place = found.value(open.last_mut());
                    found.ends.push(End { offset: at, place });
                    open.push(Open { place, is_object: *byte == b'{', items: 0, field: None });
                }
                b'}' | b']' => {
                    let Some(closed) = open.pop() else { break };
                    found.ends.push(End { offset: at, place: closed.place });
                }
                b'"' => {
                    at = end_of_text(text, at);
                    let place = match open.last_mut() {
                        Some(object) if object.is_object && object.field.is_none() => {
                            let name = &text[start + 1..(at - 1).max(start + 1)];
                            let place = found.place(Some(object.place), Step::Field(name));
                            *object.field.insert(place)
                        }
                        within => found.value(within),
                    };
                    found.ends.push(End { offset: at, place });
                }
                _ => {
                    let ends = |byte: &u8| b" \t\r\n,:{}[]\"".contains(byte);
                    at = text[at..].iter().position(ends).map_or(text.len(), |length| at + length);
                    let place = found.value(open.last_mut());
                    found.ends.push(End { offset: at, place });
                }
            }
        }
        found
    }

    /// The place of a value that begins within `open`.
    fn value(&mut self, open: Option<&mut Open>) -> usize {
        let Some(open) = open else { return self.place(None, Step::Whole) };
        if let Some(field) = open.field.take() {
            return field;
        }
        open.items += 1;
        self.place(Some(open.place), Step::Item(open.items - 1))
    }

    fn place(&mut self, within: Option<usize>, step: Step<'a>) -> usize {
        self.places.push(Place { within, step });
        self.places.len() - 1
    }

    /// The path to a place: `counts[0].value`.
    pub(super) fn path(&self, place: usize) -> String {
        let up = std::iter::successors(Some(&self.places[place]), |place| Some(&self.places[place.within?]));
        let mut path = String::new();
        for place in up.collect::<Vec<_>>().into_iter().rev() {
            match place.step {
                Step::Whole => {}
                Step::Field(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&String::from_utf8_lossy(name));
                }
                Step::Item(index) => path.extend(["[", &index.to_string(), "]"]),
            }
        }
        path
    }

    /// The path to what the text is about where it ends.
    pub(super) fn last(&self) -> String {
        self.ends.last().map(|end| self.path(end.place)).unwrap_or_default()
    }
}

/// Where a quoted text ends that begins before `at`.
fn end_of_text(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'"' => break,
            b'\\' => at += 1,
            _ => {}
        }
    }
    at.min(text.len())
}
