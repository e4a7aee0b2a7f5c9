//! Every figure in its states, each a link with a name: what `?vy=galleri` shows
//! and the snapshot tests hold. The links are in `gallery.txt`, a line each.

/// The links, each with the name of its snapshot.
pub fn figures() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("gallery.txt").lines().filter_map(|line| line.split_once(' '))
}
