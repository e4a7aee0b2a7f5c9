//! A folder of data to the right to write into it: one tool at a time.

use anyhow::{Context, Result, bail};
use faktabank_tables::snapshot::sha256;
use std::env::temp_dir;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// The right to write into a folder of data, until it is dropped or the program ends
/// in whatever way: the system keeps the lock, not a file that could be left.
pub(crate) struct Alone(#[expect(dead_code, reason = "held, and released by being closed")] File);

/// Takes the right to write into a folder of data.
///
/// # Errors
///
/// If another tool has it, in one sentence.
pub(crate) fn alone(data: &Path) -> Result<Alone> {
    let folder = data.canonicalize().with_context(|| data.display().to_string())?;
    // Not in the folder itself, all of which is published.
    let name = format!("faktabank-{}.lock", &sha256(folder.as_os_str().as_encoded_bytes())[..16]);
    let file = temp_dir().join(name);
    let place = || file.display().to_string();
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&file);
    // One that another user has made is locked by reading it.
    let lock = opened.or_else(|_| File::open(&file)).with_context(place)?;
    match lock.try_lock() {
        Ok(()) => Ok(Alone(lock)),
        Err(TryLockError::WouldBlock) => {
            bail!(
                "another import, or another tool that writes editions, is at work in {}: wait until it has ended",
                data.display()
            )
        }
        Err(TryLockError::Error(error)) => Err(error).with_context(place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_the_next_when_it_has_ended() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = alone(one.path()).unwrap();
        let refused = alone(one.path()).err().unwrap().to_string();
        assert!(refused.contains("another import") && !refused.contains('\n'), "{refused}");
        alone(other.path()).unwrap();
        drop(first);
        alone(one.path()).unwrap();
    }
}
