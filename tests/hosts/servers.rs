//! Real servers with the shipped files, asked over HTTP. They do not run with
//! `cargo test` alone, since not every machine has them.

use crate::answer::Answer;
use crate::expected::{Says, check, check_running};
use crate::site::{Site, deployed, folder};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A server that ends with the test.
pub(crate) struct Server {
    process: Child,
    pub(crate) port: u16,
}

impl Server {
    pub(crate) fn start(command: &mut Command, port: u16) -> Self {
        let process = command.stdin(Stdio::null()).spawn();
        let mut process = process.unwrap_or_else(|error| panic!("{command:?}: {error}: run `cargo xtask test hosts`"));
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.try_wait().unwrap();
            assert!(ended.is_none(), "{command:?} ended: {ended:?}");
            assert!(start.elapsed() < Duration::from_secs(20), "{command:?} does not answer");
            sleep(Duration::from_millis(20));
        }
        Self { process, port }
    }

    fn hold(&self, host: &str, site: &Site) {
        let port = self.port;
        check(host, site, Says::Everything, |path, accepted| {
            Answer::to(port, path, &format!("Accept-Encoding: {accepted}\r\n"))
        });
        check_running(host, port);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked to end, so that its own processes end with it.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// Exchanges a part of a text that stands in it once.
pub(crate) fn exchanged(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from:?} stands not once in:\n{text}");
    text.replace(from, to)
}

/// nginx as Debian has it, with our files in the places that they name, and that the
/// image of the Dockerfile gives them.
pub(crate) fn nginx(root: &Path, state: &TempDir, port: u16) -> Command {
    let place = state.path();
    fs::create_dir_all(place.join("conf.d")).unwrap();
    fs::copy(folder().join("headers.conf"), place.join("headers.conf")).unwrap();
    let ours = exchanged(&deployed("nginx.conf"), "listen 8080;", &format!("listen 127.0.0.1:{port};"));
    let ours = exchanged(&ours, "root /srv/faktabank;", &format!("root {};", root.display()));
    fs::write(place.join("conf.d/faktabank.conf"), ours).unwrap();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {}/{kind};\n", place.display()))
        .concat();
    let own = format!(
        "include /etc/nginx/modules-enabled/*.conf;\npid {0}/nginx.pid;\nerror_log stderr crit;\n\
         events {{}}\nhttp {{\n    include /etc/nginx/mime.types;\n    access_log off;\n{temporary}    include {0}/conf.d/*.conf;\n}}\n",
        place.display()
    );
    fs::write(place.join("nginx.conf"), own).unwrap();
    let mut command = Command::new("nginx");
    command.args(["-g", "daemon off;", "-e", "stderr", "-c"]).arg(place.join("nginx.conf"));
    command
}

#[test]
fn nginx_sends_what_is_expected() {
    let (site, state, port) = (Site::new(&[]), tempfile::tempdir().unwrap(), free_port());
    Server::start(&mut nginx(site.root(), &state, port), port).hold("nginx", &site);
}

#[test]
fn caddy_sends_what_is_expected() {
    let (site, state, port) = (Site::new(&[]), tempfile::tempdir().unwrap(), free_port());
    let ours = exchanged(&deployed("Caddyfile"), ":8080 {", &format!(":{port} {{\n\tbind 127.0.0.1"));
    let ours = exchanged(&ours, "root * /srv/faktabank", &format!("root * {}", site.root().display()));
    let file = state.path().join("Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n\tauto_https off\n\tlog {{\n\t\toutput discard\n\t}}\n}}\n{ours}"))
        .unwrap();
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    // What it remembers of certificates.
    command.env("HOME", state.path()).env("XDG_DATA_HOME", state.path()).env("XDG_CONFIG_HOME", state.path());
    command.stderr(Stdio::null());
    Server::start(&mut command, port).hold("Caddy", &site);
}

/// Apache with the modules that our file asks for, and what Debian says of types.
fn apache(site: &Site, state: &TempDir, port: u16, of_folder: &str) -> Command {
    let modules: String = ["mpm_event", "authz_core", "dir", "headers", "mime", "rewrite", "deflate", "filter"]
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    let text = format!(
        "ServerRoot {0}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {0}/pid\nErrorLog {0}/errors\n\
         User {3}\nGroup {4}\n{modules}TypesConfig /etc/mime.types\nAddType application/x-gzip .gz .tgz\nAddLanguage br .br\n\
         AddOutputFilterByType DEFLATE text/html text/css application/json application/wasm\n\
         DocumentRoot {1}\n<Directory {1}>\n    Require all granted\n{2}\n</Directory>\n",
        state.path().display(),
        site.root().display(),
        of_folder,
        id("-un"),
        id("-gn"),
    );
    let file = state.path().join("apache.conf");
    fs::write(&file, text).unwrap();
    let mut command = Command::new("apache2");
    command.args(["-DFOREGROUND", "-f"]).arg(file);
    command
}

/// What `id` says of the user who runs the tests; Apache does not serve as root.
fn id(flag: &str) -> String {
    let output = Command::new("id").arg(flag).output().unwrap();
    let name = String::from_utf8(output.stdout).unwrap().trim().to_owned();
    if name == "root" { "www-data".to_owned() } else { name }
}

#[test]
fn apache_sends_what_is_expected_by_what_lies_in_the_site() {
    let (site, state, port) =
        (Site::new(&[(".htaccess", &deployed("htaccess"))]), tempfile::tempdir().unwrap(), free_port());
    let allowed = "    AllowOverride FileInfo Indexes";
    Server::start(&mut apache(&site, &state, port, allowed), port).hold("Apache, .htaccess", &site);
}

#[test]
fn apache_sends_what_is_expected_by_what_it_includes() {
    let (site, state, port) = (Site::new(&[]), tempfile::tempdir().unwrap(), free_port());
    let included = format!("    AllowOverride None\n    Include {}", folder().join("htaccess").display());
    Server::start(&mut apache(&site, &state, port, &included), port).hold("Apache, Include", &site);
}
