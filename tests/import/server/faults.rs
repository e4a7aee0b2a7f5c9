//! What can be told to go wrong with an answer, and when: turns the number of
//! a call into what happens to it.

use std::time::Duration;

/// Something that goes wrong with one answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    /// 429, with `Retry-After` as given.
    TooManyCalls(Option<String>),
    /// Another status, without an answer.
    Status(u16),
    /// The connection ends in the middle of the body.
    Cut,
    /// The answer comes after a while.
    Slow(Duration),
    /// The answer comes never.
    Silence,
    /// The JSON ends too soon, though all else says that it is whole.
    Truncated,
    /// The list of values is one shorter than the cube.
    ShortValues,
    /// A page in HTML, with the status of success.
    Html,
    /// A page in HTML, with another status.
    Page(u16),
    /// The first value is one that JSON has not.
    NotANumber,
    /// The answer says that the table changed at another time.
    Updated(&'static str),
    /// The answer is about the first value alone of this variable.
    Fewer(&'static str),
}

/// Calls, counted from 0 among those of their kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum When {
    First(usize),
    From(usize),
    Call(usize),
}

impl When {
    fn holds(&self, call: usize) -> bool {
        match self {
            Self::First(count) => call < *count,
            Self::From(first) => call >= *first,
            Self::Call(one) => call == *one,
        }
    }
}

/// The kinds of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Config,
    Table,
    Metadata,
    Data,
    Codelist,
}

/// All that goes wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Faults(Vec<(Kind, When, Fault)>);

impl Faults {
    /// This goes wrong with answers of cells, too.
    pub(crate) fn and(self, when: When, fault: Fault) -> Self {
        self.and_on(Kind::Data, when, fault)
    }

    /// This goes wrong with answers of a kind, too.
    pub(crate) fn and_on(mut self, kind: Kind, when: When, fault: Fault) -> Self {
        self.0.push((kind, when, fault));
        self
    }

    /// What goes wrong with a call.
    pub(crate) fn of(&self, kind: Kind, call: usize) -> Option<&Fault> {
        self.0.iter().find(|(of, when, _)| *of == kind && when.holds(call)).map(|(.., fault)| fault)
    }
}
