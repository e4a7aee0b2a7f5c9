//! An answer as it comes, which browsers and libraries would unpack.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// What a server says to a request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// By their names in small letters.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Asks a server of this computer for a path, with more headers.
    pub(crate) fn to(port: u16, path: &str, more: &str) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}Connection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers = BTreeMap::new();
        for (name, value) in head.lines().filter_map(|line| line.split_once(": ")) {
            let former = headers.insert(name.to_lowercase(), value.to_owned());
            assert!(former.is_none(), "{path}: {name} is said twice: {head}");
        }
        Self { status, headers, body: bytes[end + 4..].to_vec() }
    }

    /// A header, empty where it is not said.
    pub(crate) fn says(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }
}
