//! Turns the production files into a site: a real nginx with the shipped
//! configuration, on a port of its own.

use super::process::{Server, free_port};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// A running web server over a folder.
pub(crate) struct Site {
    server: Server,
    host: &'static str,
    root: PathBuf,
    changes: AtomicU64,
    // nginx's configuration, logs and, for a copy, the files.
    _folder: TempDir,
}

impl Site {
    /// Serves the production files in `dist/`.
    ///
    /// # Errors
    /// If they have not been built, or nginx does not start.
    pub(crate) fn production() -> Result<Self> {
        let root = Self::built()?;
        let folder = tempfile::tempdir()?;
        Self::serve(root, folder, "127.0.0.1", None)
    }

    /// Serves the production files of another commit, to be compared with, where
    /// `FAKTABANK_BEFORE` says where they are.
    ///
    /// # Errors
    /// As [`Site::production`].
    pub(crate) fn before() -> Result<Option<Self>> {
        Self::named("FAKTABANK_BEFORE")
    }

    /// Serves a page that is measured beside ours, where `FAKTABANK_PLAIN` says where it is.
    ///
    /// # Errors
    /// As [`Site::production`].
    pub(crate) fn plain() -> Result<Option<Self>> {
        Self::named("FAKTABANK_PLAIN")
    }

    fn named(variable: &str) -> Result<Option<Self>> {
        let Some(root) = std::env::var_os(variable).map(PathBuf::from) else { return Ok(None) };
        ensure!(root.join("index.html").is_file(), "{} holds no site", root.display());
        Self::serve(root, tempfile::tempdir()?, "127.0.0.1", None).map(Some)
    }

    /// Serves a copy of the production files that may be changed.
    ///
    /// # Errors
    /// As [`Site::production`].
    pub(crate) fn copy() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("site");
        copy_folder(&Self::built()?, &root)?;
        Self::serve(root, folder, "127.0.0.1", None)
    }

    /// Serves somebody else's pages, by name and text, under a policy of their
    /// own. Browsers take it for another site than ours: `localhost`.
    ///
    /// # Errors
    /// If nginx does not start.
    pub(crate) fn of_others(pages: &[(&str, &str)], policy: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("site");
        fs::create_dir(&root)?;
        for (name, text) in pages {
            fs::write(root.join(name), text)?;
        }
        Self::serve(root, folder, "localhost", Some(policy))
    }

    /// Where it is: `http://127.0.0.1:<port>`.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}:{}", self.host, self.server.port)
    }

    /// The bytes of a file of the site.
    ///
    /// # Errors
    /// If there is none such.
    pub(crate) fn read(&self, file: &str) -> Result<Vec<u8>> {
        fs::read(self.root.join(file)).with_context(|| format!("the site has no {file}"))
    }

    /// The names with a hash in them that the first page names.
    ///
    /// # Errors
    /// If there is no such page.
    pub(crate) fn hashed(&self) -> Result<Vec<String>> {
        let html = String::from_utf8(self.read("index.html")?)?;
        let named = html.split('"').map(|part| part.strip_prefix("./").unwrap_or(part));
        let is_hashed = |name: &&str| {
            let kind = [".js", ".css", ".wasm", ".svg"].iter().any(|end| name.ends_with(end));
            kind && name.contains('-') && !name.contains(['/', ' ', ':'])
        };
        let named: BTreeSet<String> = named.filter(is_hashed).map(str::to_owned).collect();
        Ok(named.into_iter().collect())
    }

    /// Replaces a file, or removes it (`None`), with its compressed copies.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(crate) fn replace(&self, file: &str, bytes: Option<&[u8]>) -> Result<()> {
        let path = self.root.join(file);
        for compressed in ["gz", "br"] {
            let _ = fs::remove_file(self.root.join(format!("{file}.{compressed}")));
        }
        let change = || match bytes {
            Some(bytes) => {
                let mut file = fs::File::create(&path)?;
                file.write_all(bytes)?;
                // nginx tells versions apart by size and second.
                let changes = self.changes.fetch_add(1, Ordering::Relaxed);
                file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + changes))
            }
            None => fs::remove_file(&path),
        };
        change().with_context(|| format!("cannot change {}", path.display()))
    }

    /// Adds a file to a copy.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(crate) fn add(&self, file: &str, bytes: &[u8]) -> Result<()> {
        fs::write(self.root.join(file), bytes).with_context(|| format!("cannot write {file}"))
    }

    fn built() -> Result<PathBuf> {
        let root = std::env::var_os("FAKTABANK_DIST")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
        ensure!(root.join("index.html").is_file(), "{} holds no site: run `cargo xtask build` first", root.display());
        Ok(root)
    }

    fn serve(root: PathBuf, folder: TempDir, host: &'static str, policy: Option<&str>) -> Result<Self> {
        let port = free_port()?;
        let headers = match policy {
            Some(policy) => {
                let file = folder.path().join("headers.conf");
                fs::write(&file, format!("add_header Content-Security-Policy \"{policy}\" always;\n"))?;
                file
            }
            None => Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/headers.conf"),
        };
        let config = folder.path().join("nginx.conf");
        fs::write(&config, configuration(port, &root, &headers, folder.path())?)?;
        let mut command = Command::new("nginx");
        command.args(["-g", "daemon off;", "-e", "stderr", "-p"]).arg(folder.path()).arg("-c").arg(&config);
        command.stdin(Stdio::null());
        let server = Server::start(command, port)?;
        Ok(Self { server, host, root, changes: AtomicU64::new(0), _folder: folder })
    }
}

/// The module of nginx that sends brotli files.
const BROTLI: &str = "ngx_http_brotli_static_module.so";

/// Where nginx has its modules.
fn modules() -> Result<String> {
    let output = Command::new("nginx").arg("-V").output().context("cannot run nginx")?;
    let options = String::from_utf8(output.stderr)?;
    let place = options.split_whitespace().find_map(|option| option.strip_prefix("--modules-path="));
    Ok(place.context("nginx does not say where its modules are")?.to_owned())
}

/// The shipped configuration with the place and port of this site, in the
/// frame that a system's own `nginx.conf` gives it.
fn configuration(port: u16, root: &Path, headers: &Path, state: &Path) -> Result<String> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/nginx.conf");
    let shipped = fs::read_to_string(shipped).context("deploy/nginx.conf is missing")?;
    let (root, headers, state) = (root.display(), headers.display(), state.display());
    let mut replaced = 0;
    let mut replace = |line: &str| {
        let (directive, value) = match line.trim_start().split_once(' ')?.0 {
            "listen" => ("listen", format!("127.0.0.1:{port}")),
            "root" => ("root", format!("\"{root}\"")),
            "include" => ("include", format!("\"{headers}\"")),
            _ => return None,
        };
        replaced += 1;
        Some(format!("    {directive} {value};"))
    };
    let server: Vec<_> = shipped.lines().map(|line| replace(line).unwrap_or_else(|| line.to_owned())).collect();
    ensure!(replaced == 3, "deploy/nginx.conf has not one `listen`, `root` and `include` line each");
    let server = server.join("\n");

    // Everything that nginx writes goes into the site's own folder, and its
    // workers run as whoever runs the tests.
    let (user, group) = (id("-un")?, id("-gn")?);
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path \"{state}/{kind}\";\n"))
        .concat();
    Ok(format!(
        "load_module \"{}/{BROTLI}\";\nuser {user} {group};\npid \"{state}/nginx.pid\";\nerror_log stderr crit;\nworker_processes 1;\n\
         events {{ worker_connections 128; }}\nhttp {{\n    include /etc/nginx/mime.types;\n    access_log off;\n\
         {temporary}{server}\n}}\n",
        modules()?
    ))
}

/// What `id` says of the user who runs the tests.
fn id(flag: &str) -> Result<String> {
    let output = Command::new("id").arg(flag).output().context("cannot run id")?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// Copies a folder with all that is in it.
///
/// # Errors
/// If a file cannot be read or written.
pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
