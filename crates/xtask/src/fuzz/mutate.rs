//! A seed and a number to a case: an input of the corpus, changed a few times where
//! chance says, as files are spoilt on their way and as nobody would write them.

/// A case is no larger than this: what is large is made of repetition, and limits are of
/// what a few bytes may ask for.
const MOST_BYTES: usize = 256 << 10;

/// Changes of one case, at most.
const MOST_CHANGES: usize = 6;

/// What is set in place of a word or a number, or between any two letters.
const WORDS: [&[u8]; 44] = [
    b"null",
    b"true",
    b"[]",
    b"{}",
    b"\"\"",
    b"0",
    b"-1",
    b"-0.0",
    b"1e308",
    b"-1e308",
    b"1e999",
    b"NaN",
    b"4294967296",
    b"18446744073709551615",
    b"18446744073709551616",
    b"9223372036854775807",
    b"0.1e-400",
    b"[[[[[[[[",
    b"{\"a\":",
    b"\"\\ud800\"",
    b"\\u0000",
    b"\"<img src=x onerror=alert(1)>\"",
    b"</script>",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xF0\x9F\x92\xA9",
    b"\xE2\x80\xAE",
    b"\"2080\"",
    b"\"1+2\"",
    b"\"2014M01\"",
    b"\"9999M12\"",
    b"\"-9999\"",
    b"\"size\":[4000000000,4000000000]",
    b"\"-\"",
    b"\"..\"",
    b",",
    b":",
    b"&",
    b"=",
    b"%",
    b"%25C3%25A5",
    b"&amp;",
    b"grupp:a(2080+2081)",
    b"..2022H1..",
];

/// Numbers that look like chance and are the same on every run (SplitMix64).
pub(super) struct Chance(u64);

impl Chance {
    /// The chance of one case.
    pub(super) fn of(seed: u64, parser: &str, case: u64) -> Self {
        let of_parser =
            parser.bytes().fold(seed, |state, letter| state.wrapping_mul(31).wrapping_add(u64::from(letter)));
        let mut chance = Self(of_parser ^ case.wrapping_mul(0xD134_2543_DE82_EF95));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// A number below a limit; 0 where there is none.
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % (limit.max(1) as u64)).unwrap_or(0)
    }

    fn of_all<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// Two places of a text, in order.
    fn span(&mut self, length: usize) -> (usize, usize) {
        let (one, other) = (self.below(length + 1), self.below(length + 1));
        (one.min(other), one.max(other))
    }
}

/// A case.
pub(super) fn case(corpus: &[(String, Vec<u8>)], chance: &mut Chance) -> Vec<u8> {
    let mut text = corpus[chance.below(corpus.len())].1.clone();
    for _ in 0..=chance.below(MOST_CHANGES) {
        change(&mut text, corpus, chance);
        text.truncate(MOST_BYTES);
    }
    text
}

/// One change.
fn change(text: &mut Vec<u8>, corpus: &[(String, Vec<u8>)], chance: &mut Chance) {
    let length = text.len();
    match chance.below(10) {
        0 if length > 0 => {
            let at = chance.below(length);
            text[at] ^= 1 << chance.below(8);
        }
        1 => {
            let (from, to) = chance.span(length);
            text.drain(from..to.min(from + 1 + chance.below(64)));
        }
        2 => text.truncate(chance.below(length + 1)),
        3 => {
            let at = chance.below(length + 1);
            text.splice(at..at, chance.of_all(&WORDS).iter().copied());
        }
        // A part, many times over: a list of a million, or depth.
        4 => {
            let (from, to) = chance.span(length);
            let part = text[from..to.min(from + 200)].to_vec();
            let times = 1 << chance.below(15);
            let repeated = part.iter().copied().cycle().take((part.len() * times).min(MOST_BYTES)).collect::<Vec<u8>>();
            text.splice(from..from, repeated);
        }
        5 => {
            let other = &corpus[chance.below(corpus.len())].1;
            let ((from, to), at) = (chance.span(other.len()), chance.below(length + 1));
            text.splice(at..at, other[from..to].iter().copied());
        }
        // A word or a number for another: what is between two signs.
        _ => {
            let (from, to) = token(text, chance.below(length + 1));
            let new = if chance.below(3) == 0 {
                let (other_from, other_to) = token(text, chance.below(length + 1));
                text[other_from..other_to].to_vec()
            } else {
                chance.of_all(&WORDS).to_vec()
            };
            text.splice(from..to, new);
        }
    }
}

/// The word or number around a place, with its quotation marks.
fn token(text: &[u8], at: usize) -> (usize, usize) {
    let is_sign = |letter: &u8| b",:[]{}&=".contains(letter);
    let from = text[..at].iter().rposition(is_sign).map_or(0, |sign| sign + 1);
    let to = text[at..].iter().position(is_sign).map_or(text.len(), |sign| at + sign);
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_cases_and_another_makes_others() {
        let corpus = vec![("a".to_owned(), br#"{"size":[2,3],"id":["a","b"]}"#.to_vec())];
        let cases = |seed: u64| (0..200).map(|at| case(&corpus, &mut Chance::of(seed, "p", at))).collect::<Vec<_>>();
        let (one, again, other) = (cases(1), cases(1), cases(2));
        assert_eq!(one, again);
        assert!(one != other && one.iter().filter(|case| **case != corpus[0].1).count() > 150);
        assert!(one.iter().all(|case| case.len() <= MOST_BYTES));
    }

    #[test]
    fn a_token_ends_at_signs() {
        let text = br#"{"size":[2,33]}"#;
        assert_eq!([token(text, 11), token(text, 3), token(text, 15)], [(11, 13), (1, 7), (15, 15)]);
    }
}
