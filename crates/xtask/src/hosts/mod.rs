//! How other servers are told what nginx is told: turns `deploy/headers.conf` and
//! `deploy/nginx.conf`, the one place where headers and caching are decided, into
//! the files of Caddy, Apache, IIS and of hosts that read `_headers`. A policy
//! that is changed there is changed everywhere by `cargo xtask hosts`.
//!
//! GitHub Pages send no headers of anybody's: there the policy goes into the pages.

mod apache;
mod caddy;
mod iis;
mod listed;
mod pages;
mod rules;

use crate::project;
use anyhow::{Context, Result};
use clap::ValueEnum;
use rules::Rules;
use std::fs;
use std::path::Path;

/// Where a site is put, if its files are to say there how they are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Host {
    /// Apache: `.htaccess`.
    Apache,
    /// Microsoft's IIS: `web.config`.
    Iis,
    /// Netlify, Cloudflare Pages and their like: `_headers`.
    Netlify,
    /// GitHub Pages and their like, which send no headers of ours: the policy in each page.
    Pages,
}

/// A file below `deploy/`, and how it is written.
type Written = (&'static str, fn(&Rules) -> String);

const CADDY: Written = ("Caddyfile", caddy::file);
const APACHE: Written = ("htaccess", apache::file);
const IIS: Written = ("web.config", iis::file);
const LISTED: Written = ("_headers", listed::file);

/// Every file that is written from nginx's.
const ALL: [Written; 4] = [CADDY, APACHE, IIS, LISTED];

/// Writes the files below `deploy/` anew.
///
/// # Errors
///
/// If nginx's files are not as known, or one cannot be written.
pub(crate) fn run() -> Result<()> {
    let folder = project::root().join("deploy");
    let rules = Rules::read(&folder)?;
    for (name, text) in ALL {
        fs::write(folder.join(name), text(&rules)).with_context(|| format!("deploy/{name}"))?;
        println!("hosts: deploy/{name}");
    }
    Ok(())
}

/// Puts what a host reads into a built site.
///
/// # Errors
///
/// As [`run`]; also if a page has no head.
pub(crate) fn prepare(site: &Path, host: Host) -> Result<()> {
    let rules = Rules::read(&project::root().join("deploy"))?;
    let put = |name: &str, text: String| fs::write(site.join(name), text).with_context(|| name.to_owned());
    match host {
        Host::Apache => put(".htaccess", (APACHE.1)(&rules)),
        Host::Iis => put(IIS.0, (IIS.1)(&rules)),
        Host::Netlify => put(LISTED.0, listed::of_site(&rules, site)?),
        Host::Pages => pages::prepare(site),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_is_told_what_nginx_is_told() {
        let folder = project::root().join("deploy");
        let rules = Rules::read(&folder).unwrap();
        for (name, text) in ALL {
            let is = fs::read_to_string(folder.join(name)).unwrap();
            assert!(is == text(&rules), "deploy/{name} is not what nginx is told: run `cargo xtask hosts`");
        }
    }
}
