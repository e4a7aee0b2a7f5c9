//! Bytes to classic scripts, the only thing that a page may load from a folder.

use anyhow::Result;
use base64::prelude::{BASE64_STANDARD, Engine};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// A script that hands over a file as `public/offline.js` expects it: gzip in
/// base64, under its address relative to the page.
///
/// # Errors
///
/// None that bytes in memory cause; those of the encoder are passed on.
pub(super) fn put(name: &str, bytes: &[u8]) -> Result<String> {
    // Without name and time in the header: the same bytes give the same script.
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(format!("faktabank.put({}, \"{}\");\n", serde_json::to_string(name)?, BASE64_STANDARD.encode(gzip.finish()?)))
}

/// A script that says which files come when they are asked for.
///
/// # Errors
///
/// None that names cause.
pub(super) fn beside(names: &[String]) -> Result<String> {
    let names = names.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("faktabank.beside({});\n", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn a_file_comes_back_byte_for_byte() {
        let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        let script = put("data/a.json", &bytes).unwrap();
        let packed = script.strip_prefix("faktabank.put(\"data/a.json\", \"").unwrap().strip_suffix("\");\n").unwrap();
        let mut unpacked = Vec::new();
        let gzip = BASE64_STANDARD.decode(packed).unwrap();
        GzDecoder::new(gzip.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, bytes);
        assert_eq!(put("data/a.json", &bytes).unwrap(), script);
    }

    #[test]
    fn names_are_strings() {
        assert_eq!(
            beside(&["a.wasm".to_owned(), "d/\"b\"".to_owned()]).unwrap(),
            "faktabank.beside(\"a.wasm\", \"d/\\\"b\\\"\");\n"
        );
    }
}
