//! A site of every kind of file, small: what `dist/` is made of.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Every file that is asked for, below the site, and whether the build has compressed it.
pub(crate) const FILES: [(&str, bool); 15] = [
    ("index.html", true),
    ("kommun/falun/index.html", true),
    ("en/kommun/falun/index.html", true),
    ("kommun/falun/forhandsvisning.png", false),
    ("data/manifest.json", true),
    ("data/2026-06/bas/20.json", true),
    ("data/geo/kommuner.json", false),
    ("faktabank-63779ff5cdd6c198.css", true),
    ("faktabank-9f928719a3d0dc87.js", true),
    ("faktabank-9f928719a3d0dc87_bg.wasm", true),
    ("faktabank-9f928719a3d0dc87_lazy.wasm", true),
    ("favicon-faf9529463c702b3.svg", false),
    ("inbaddning.js", true),
    ("licenser.txt", true),
    ("sitemap.xml", true),
];

/// The folder of the host in which the site lies a second time.
pub(crate) const BELOW: &str = "/om/oss/faktabank";

/// A folder that is served: the site, and the same in a folder of it.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// Writes it, with what a host reads in the site itself, by name and text.
    pub(crate) fn new(of_host: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site = Self { folder };
        for below in ["", BELOW] {
            let put = |name: &str, text: &str| {
                let file = site.root().join(below.trim_start_matches('/')).join(name);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            };
            for (name, is_compressed) in FILES {
                // What is short is not worth compressing; what is long, nginx would.
                put(name, &if is_compressed { text(name) } else { name.to_owned() });
                // Of another length than the file: a server that compresses by itself is found out.
                for end in ["br", "gz"].iter().filter(|_| is_compressed) {
                    put(&format!("{name}.{end}"), &format!("{name} as {end}"));
                }
            }
            of_host.iter().for_each(|(name, text)| put(name, text));
        }
        // Servers may run as somebody else.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(site.root(), fs::Permissions::from_mode(0o755)).unwrap();
        }
        site
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The bytes of a file of the site.
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.root().join(name)).unwrap()
    }
}

/// What stands in a file: long enough to be worth compressing.
fn text(name: &str) -> String {
    format!("{name} ").repeat(100)
}

/// A file of `deploy/`.
pub(crate) fn deployed(name: &str) -> String {
    let file = folder().join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The folder `deploy/`.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy").canonicalize().unwrap()
}
