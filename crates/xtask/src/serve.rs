//! A server for this computer: turns a folder of the page into answers with the
//! headers of production. It serves nobody else.

use crate::{headers, project, site};
use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use std::fs;
use std::net::Ipv4Addr;
use std::process::Child;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Serves the page while it is worked on: built for development, and anew
/// whenever a source is saved.
///
/// # Errors
///
/// As [`site::watch`] and [`run`].
pub(crate) fn while_working(port: u16, allow_modelled: bool) -> Result<()> {
    let _watch = Watch(site::watch(allow_modelled)?);
    run(port, site::WORKED_ON)
}

/// What builds on every save; it ends when nobody serves what it builds.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        // Both fail on a process alone that has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves a folder below the project's until the process is stopped; prints the
/// address as soon as the page can be opened.
///
/// # Errors
///
/// If the port is taken or the headers cannot be read.
pub(crate) fn run(port: u16, folder: &str) -> Result<()> {
    let router = router(folder)?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("port {port} of 127.0.0.1 cannot be used; try another with --port"))?;
        println!("serve: http://{}/ (stop with Ctrl-C)", listener.local_addr()?);
        Ok(axum::serve(listener, router).with_graceful_shutdown(asked_to_stop()).await?)
    })
}

/// Ends when the process is asked to stop: by Ctrl-C, or as a service is.
async fn asked_to_stop() {
    let interrupted = async {
        // An error here means that no signal can be waited for: then serve on.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}

fn router(folder: &str) -> Result<Router> {
    let folder = project::root().join(folder);
    // Between two builds everything may change, hash or not.
    let fresh = SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    // As nginx says it of what it may send compressed.
    let by_coding = SetResponseHeaderLayer::overriding(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    let mut router = Router::new().fallback_service(files).layer(fresh).layer(by_coding);

    let text = fs::read_to_string(project::root().join(headers::FILE)).context(headers::FILE)?;
    for (name, value) in headers::read(&text).context(headers::FILE)? {
        let name = HeaderName::try_from(name)?;
        router = router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::try_from(value)?));
    }
    Ok(router)
}
