//! What the system's package manager installs: browsers, Chromium's driver,
//! nginx with its module for brotli files, and a font.

use super::step;
use crate::project;
use anyhow::{Context, Result, bail};
use std::path::Path;
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

/// Installs what is missing.
pub(super) fn packages(shell: &Shell) -> Result<()> {
    let missing = NEEDS.iter().filter(|need| project::find_program(shell, need.programs).is_none());
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
