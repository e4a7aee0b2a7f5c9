//! What the system's package manager installs: browsers, Chromium's driver,
//! nginx with its module for brotli files, and a font; other servers for those
//! who test with them.

use super::step;
use crate::project;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Something that tests need, and the Debian package that has it.
struct Need {
    /// Any of these programs will do.
    programs: &'static [&'static str],
    package: &'static str,
}

const NEEDS: [Need; 4] = [
    Need { programs: &["chromium", "google-chrome", "chromium-browser"], package: "chromium" },
    Need { programs: &["chromedriver"], package: "chromium-driver" },
    Need { programs: &["firefox-esr", "firefox"], package: "firefox-esr" },
    Need { programs: &["nginx"], package: "nginx" },
];

/// What is no program, and the package that has it: browsers without a single
/// font draw no text at all.
const FILES: [(&str, &str); 2] = [
    ("/usr/share/fonts", "fonts-dejavu-core"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
];

/// What servers are tested with: programs alone, of which none is started as a service.
const SERVERS: [Need; 2] =
    [Need { programs: &["nginx"], package: "nginx" }, Need { programs: &["apache2"], package: "apache2-bin" }];

/// What a server is loaded with.
const LOAD: [Need; 2] = [Need { programs: &["nginx"], package: "nginx" }, Need { programs: &["wrk"], package: "wrk" }];

/// Where Caddy is unpacked, below the project's folder: its package would start it.
const UNPACKED: &str = "target/servers";

/// Installs what is missing of what every test needs.
pub(super) fn packages(shell: &Shell) -> Result<()> {
    install(shell, &NEEDS)
}

/// Installs what is missing of the servers; says where programs are that lie outside of the system.
pub(super) fn servers(shell: &Shell) -> Result<PathBuf> {
    install(shell, &SERVERS)?;
    let folder = project::root().join(UNPACKED);
    let programs = folder.join("usr/bin");
    if project::find_program(shell, &["caddy"]).is_none() && !programs.join("caddy").exists() {
        step("caddy, unpacked (seconds)");
        shell.create_dir(&folder)?;
        let _there = shell.push_dir(&folder);
        let by_hand = "apt-get download caddy: install it by hand, then run this again";
        cmd!(shell, "apt-get download -qq caddy").quiet().ignore_stderr().run().context(by_hand)?;
        for file in shell.read_dir(".")?.iter().filter(|file| file.extension().is_some_and(|end| end == "deb")) {
            cmd!(shell, "dpkg-deb --extract {file} .").quiet().run().context(by_hand)?;
        }
    }
    Ok(programs)
}

/// Installs what is missing of what loads a server.
pub(super) fn load(shell: &Shell) -> Result<()> {
    install(shell, &LOAD)
}

fn install(shell: &Shell, needs: &[Need]) -> Result<()> {
    let missing = needs.iter().filter(|need| project::find_program(shell, need.programs).is_none());
    let mut missing: Vec<&str> = missing.map(|need| need.package).collect();
    if cfg!(target_os = "linux") {
        missing.extend(FILES.iter().filter(|(file, _)| !Path::new(file).exists()).map(|(_, package)| *package));
    }
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt) = apt(shell) else {
        bail!(
            "the tests need what these Debian packages hold: {}\ninstall it by hand, then run this again \
             (it can be installed for you by root, or where `sudo -n` works, on a system with apt-get)",
            missing.join(" ")
        );
    };
    step(&format!("{} (about a minute)", missing.join(", ")));
    let (program, options) = (apt.program, apt.options);
    let by_hand = format!("apt-get install {}: install them by hand, then run this again", missing.join(" "));
    cmd!(shell, "{program} {options...} apt-get update -qq").quiet().run().context("apt-get update")?;
    cmd!(shell, "{program} {options...} apt-get install -y -qq --no-install-recommends {missing...}")
        .quiet()
        .ignore_stdout()
        .run()
        .context(by_hand)
}

/// How apt-get may be called: a program and its options, before `apt-get`.
struct Apt {
    program: &'static str,
    options: &'static [&'static str],
}

fn apt(shell: &Shell) -> Option<Apt> {
    /// Asks nothing while it installs.
    const SILENT: &str = "DEBIAN_FRONTEND=noninteractive";
    project::find_program(shell, &["apt-get"])?;
    if cmd!(shell, "id -u").quiet().read().is_ok_and(|id| id == "0") {
        return Some(Apt { program: "env", options: &[SILENT] });
    }
    let allowed = cmd!(shell, "sudo -n true").quiet().ignore_stderr().run().is_ok();
    allowed.then_some(Apt { program: "sudo", options: &["-n", "env", SILENT] })
}
