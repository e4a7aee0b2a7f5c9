//! A value of a JSON text. Knows no parser.

use std::fmt;

/// A value of a JSON text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number; never an infinite one, and never none.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

impl Json {
    /// A whole number that is not negative, and that this computer can count to.
    pub fn whole(&self) -> Option<usize> {
        // Above this, several whole numbers are one to a browser.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let Self::Number(number) = *self else { return None };
        // Bit by bit: a negative zero is none.
        let whole = number as usize;
        (number < EXACT && (whole as f64).to_bits() == number.to_bits()).then_some(whole)
    }
}

/// The members of an object, in the order of their names' bytes.
#[derive(Clone, Default, PartialEq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// An object of these members; of a name that comes twice the last counts.
    pub(super) fn of(members: Vec<(String, Json)>) -> Self {
        // Natively there are answers with hundreds of thousands in no order.
        #[cfg(not(target_arch = "wasm32"))]
        let members = members.into_iter().collect::<std::collections::BTreeMap<_, _>>();
        let mut object = Self::default();
        for (name, value) in members {
            object.put(name, value);
        }
        object
    }

    /// A member by its name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.place(name).ok().map(|place| &self.0[place].1)
    }

    /// The names of all members.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// All members.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// All members, to keep.
    pub fn into_members(self) -> impl Iterator<Item = (String, Json)> {
        self.0.into_iter()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a member; the former value, if there was one of that name. It takes
    /// long for many that do not come in order.
    pub fn put(&mut self, name: String, value: Json) -> Option<Json> {
        match self.place(&name) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (name, value));
                None
            }
        }
    }

    /// Where a member is, or would be.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.members()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_those_that_can_be_counted_to() {
        let check = |number: f64, expected: Option<usize>| assert_eq!(Json::Number(number).whole(), expected);
        check(0.0, Some(0));
        check(375_000.0, Some(375_000));
        check(9_007_199_254_740_991.0, Some(9_007_199_254_740_991));
        check(9_007_199_254_740_992.0, None);
        for wrong in [-0.0, -1.0, 0.5, 1e300] {
            check(wrong, None);
        }
        assert_eq!(Json::Text("1".to_owned()).whole(), None);
    }

    #[test]
    fn members_are_found_by_name_whatever_their_order() {
        let mut object = Object::default();
        for (place, name) in ["b", "ö", "", "a", "𐐷", "\u{ffee}", "constructor", "a"].into_iter().enumerate() {
            let former = object.put(name.to_owned(), Json::Number(place as f64));
            assert_eq!(former.is_some(), place == 7, "{name}");
        }
        assert_eq!(object.len(), 7);
        assert_eq!(object.get("a"), Some(&Json::Number(7.0)));
        assert_eq!(object.get("𐐷"), Some(&Json::Number(4.0)));
        assert_eq!(object.get("toString"), None);
        assert!(object.names().is_sorted());
    }
}
