//! The image of the Dockerfile: that it holds the tested configuration, in the places
//! where nginx looks for it.

use crate::answer::Answer;
use crate::servers::{Server, exchanged, free_port};
use crate::site::{Site, deployed, folder};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the Dockerfile copies: from, to.
fn copied(text: &str) -> Vec<(&str, &str)> {
    text.lines().filter_map(|line| line.strip_prefix("COPY ")?.split_once(' ')).collect()
}

#[test]
fn the_image_holds_what_is_tested_where_nginx_looks_for_it() {
    let (image, nginx) = (deployed("Dockerfile"), deployed("nginx.conf"));
    let copied = copied(&image);
    assert_eq!(
        copied,
        [
            ("deploy/headers.conf", "/etc/nginx/headers.conf"),
            ("deploy/nginx.conf", "/etc/nginx/conf.d/faktabank.conf"),
            ("dist", "/srv/faktabank"),
        ]
    );
    // An `include` is found from the folder of nginx's own file.
    assert!(nginx.contains("include headers.conf;") && nginx.contains("root /srv/faktabank;"), "{nginx}");
    assert!(image.contains("EXPOSE 8080") && nginx.contains("listen 8080;"), "{image}");
    let sent = deployed("Dockerfile.dockerignore");
    for (from, _) in copied {
        assert!(sent.lines().any(|line| line == format!("!{from}")), "{from} is not sent to Docker");
    }
}

/// Debian's own nginx.conf and the files of the image in a folder, as the image has them.
#[test]
fn nginx_starts_as_it_does_in_the_image() {
    let (site, state, port) = (Site::new(&[]), tempfile::tempdir().unwrap(), free_port());
    let root = state.path();
    let place = |path: &str| root.join(path.trim_start_matches('/'));
    for folder in ["/etc/nginx/conf.d", "/run", "/var/log/nginx"] {
        fs::create_dir_all(place(folder)).unwrap();
    }
    let project = folder().join("..");
    for (from, to) in copied(&deployed("Dockerfile")).into_iter().filter(|(from, _)| *from != "dist") {
        fs::copy(project.join(from), place(to)).unwrap();
    }
    let ours = place("/etc/nginx/conf.d/faktabank.conf");
    let text = exchanged(&fs::read_to_string(&ours).unwrap(), "listen 8080;", &format!("listen 127.0.0.1:{port};"));
    fs::write(&ours, exchanged(&text, "/srv/faktabank", &site.root().display().to_string())).unwrap();
    // What is Debian's stays where it is; what the image changes is in the folder.
    let own = fs::read_to_string("/etc/nginx/nginx.conf").unwrap();
    let moved = |text: String, path: &str| text.replace(path, &place(path).display().to_string());
    let own = ["/etc/nginx/conf.d", "/run/nginx.pid", "/var/log/nginx"].into_iter().fold(own, moved);
    let own = own.replace("include /etc/nginx/sites-enabled/*;", "");
    let own = own.replace("mime.types;", "/etc/nginx/mime.types;").replace("/etc/nginx//etc/nginx/", "/etc/nginx/");
    fs::write(place("/etc/nginx/nginx.conf"), own).unwrap();
    assert!(Path::new("/etc/nginx/modules-enabled").is_dir());
    let mut command = Command::new("nginx");
    command.args(["-g", "daemon off;", "-e", "stderr", "-c"]).arg(place("/etc/nginx/nginx.conf"));
    let server = Server::start(&mut command, port);
    let answer = Answer::to(server.port, "/kommun/falun/", "Accept-Encoding: br\r\n");
    assert_eq!((answer.status, answer.says("content-encoding")), (200, "br"), "{answer:?}");
    assert!(answer.says("content-security-policy").starts_with("default-src 'none'"), "{answer:?}");
}
