//! A key to a number that looks like chance and is the same on every run.

/// A number below `limit` for a key.
pub(super) fn below(limit: u64, key: &[u64]) -> u64 {
    // SplitMix64, folded over the parts of the key.
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for part in key {
        state = state.wrapping_add(*part).wrapping_add(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        state ^= state >> 31;
    }
    state % limit
}
