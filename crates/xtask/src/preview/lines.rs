//! Words to lines: how wide they are in a font, where they break, and the
//! largest letters in which they fit.

use anyhow::{Context, Result};
use faktabank_figures::drawing::{Size, escaped};
use resvg::usvg::{Node, Options, Tree};
use std::fmt::Write as _;

/// The height of letters that words are measured at.
const MEASURED: f64 = 100.0;
/// What stands for the end of what does not fit.
const MORE: &str = "\u{a0}…";

/// A font and its weight.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) family: &'static str,
    pub(super) weight: u32,
}

/// How words may be set: the height of their letters, and in how many lines at most.
pub(super) type Try = (f64, usize);

/// Words in lines.
pub(super) struct Set {
    /// The height of their letters.
    pub(super) size: f64,
    pub(super) lines: Vec<String>,
    /// How wide the widest line is.
    pub(super) width: f64,
    /// Whether there are more words than these.
    pub(super) is_cut: bool,
}

/// Measures with the fonts that pictures are drawn with.
pub(super) struct Ruler<'a> {
    options: &'a Options<'static>,
}

impl<'a> Ruler<'a> {
    pub(super) const fn new(options: &'a Options<'static>) -> Self {
        Self { options }
    }

    /// Words in the first way in which they are no wider than this. What fits in
    /// none ends with "…" in the last of them: nothing is left out unsaid.
    ///
    /// # Errors
    ///
    /// If they cannot be measured.
    pub(super) fn set(&self, words: &str, face: Face, width: f64, tries: &[Try]) -> Result<Set> {
        let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
        let measured = self.widths(&[&words[..], &[MORE, "n n", "nn"]].concat(), face)?;
        let (widths, [more, apart, together]) = measured.split_last_chunk().context("nothing was measured")?;
        let text = Measured { words: &words, widths, space: apart - together, more: *more };
        let room = |size: f64| width * MEASURED / size;
        let fitting = tries.iter().find_map(|&(size, most)| {
            let lines = text.lines(room(size));
            (lines.len() <= most && text.widest(&lines) <= room(size)).then_some((size, lines))
        });
        let set = match fitting {
            // As even as so many lines can be.
            Some((size, lines)) => text.set(&text.evened(lines.len(), room(size))).at(size),
            None => {
                let &(size, most) = tries.last().context("no way to set words")?;
                text.shortened(room(size), most).at(size)
            }
        };
        Ok(set)
    }

    /// From where to where a drawing of this size reaches across.
    ///
    /// # Errors
    ///
    /// If it is no SVG.
    pub(super) fn extent(&self, drawing: &str, size: Size) -> Result<(f64, f64)> {
        let Size { width, height } = size;
        let svg =
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">{drawing}</svg>");
        let tree = Tree::from_str(&svg, self.options).context("a drawing cannot be measured")?;
        let around = tree.root().abs_bounding_box();
        Ok((around.left().into(), around.right().into()))
    }

    /// How wide words are in letters of [`MEASURED`].
    fn widths(&self, words: &[&str], face: Face) -> Result<Vec<f64>> {
        let Face { family, weight } = face;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" \
             font-family=\"'{family}'\" font-weight=\"{weight}\" font-size=\"{MEASURED}\">"
        );
        for (at, word) in words.iter().enumerate() {
            write!(svg, "<text id=\"{at}\">{}</text>", escaped(word))?;
        }
        svg.push_str("</svg>");
        let tree = Tree::from_str(&svg, self.options).context("words cannot be measured")?;
        let width = |at: usize| match tree.node_by_id(&at.to_string()) {
            Some(Node::Text(text)) => f64::from(text.bounding_box().width()),
            // A word without a letter that is seen.
            _ => 0.0,
        };
        Ok((0..words.len()).map(width).collect())
    }
}

/// Words with their widths.
struct Measured<'a> {
    words: &'a [&'a str],
    widths: &'a [f64],
    space: f64,
    more: f64,
}

impl Measured<'_> {
    /// From which word to which each line goes, as long as may be.
    fn lines(&self, room: f64) -> Vec<(usize, usize)> {
        let mut lines: Vec<(usize, usize)> = Vec::new();
        let mut used = 0.0;
        for (at, width) in self.widths.iter().enumerate() {
            match lines.last_mut() {
                Some(line) if used + self.space + width <= room => {
                    line.1 = at + 1;
                    used += self.space + width;
                }
                _ => {
                    lines.push((at, at + 1));
                    used = *width;
                }
            }
        }
        lines
    }

    fn wide(&self, (from, to): (usize, usize)) -> f64 {
        self.widths[from..to].iter().sum::<f64>() + self.space * (to - from).saturating_sub(1) as f64
    }

    fn widest(&self, lines: &[(usize, usize)]) -> f64 {
        lines.iter().map(|&line| self.wide(line)).fold(0.0, f64::max)
    }

    /// So many lines in as little width as they need: none is much shorter.
    fn evened(&self, count: usize, room: f64) -> Vec<(usize, usize)> {
        let (mut least, mut most) = (room / 2.0, room);
        while most - least > 1.0 {
            let middle = (least + most) / 2.0;
            let lines = self.lines(middle);
            if lines.len() <= count && self.widest(&lines) <= middle {
                most = middle;
            } else {
                least = middle;
            }
        }
        self.lines(most)
    }

    /// As many words as so many lines hold, with the sign that there are more.
    fn shortened(&self, room: f64, most: usize) -> Set {
        let mut lines = self.lines(room);
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while last.1 > last.0 && self.wide(*last) + self.more > room {
                last.1 -= 1;
            }
        }
        let mut set = self.set(&lines);
        if let Some(last) = set.lines.last_mut() {
            last.truncate(last.trim_end_matches([',', ';', ':', '.']).len());
            last.push_str(MORE);
        }
        Set { width: set.width + self.more, is_cut: true, ..set }
    }

    /// The words of lines, as high as they are measured.
    fn set(&self, lines: &[(usize, usize)]) -> Set {
        let words = lines.iter().map(|&(from, to)| self.words[from..to].join(" ")).collect();
        Set { size: MEASURED, lines: words, width: self.widest(lines), is_cut: false }
    }
}

impl Set {
    /// The same in letters of this height.
    fn at(self, size: f64) -> Self {
        Self { width: self.width * size / self.size, size, ..self }
    }
}
