//! A server for this computer: turns `dist/` into answers with the headers of
//! production. It builds nothing and serves nobody else.

use crate::{headers, project, site};
use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use std::fs;
use std::net::Ipv4Addr;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Serves `dist/` until the process is stopped; prints the address as soon as
/// the page can be opened.
///
/// # Errors
///
/// If the port is taken or the headers cannot be read.
pub(crate) fn run(port: u16) -> Result<()> {
    let router = router()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("port {port} of 127.0.0.1 cannot be used; try another with --port"))?;
        println!("serve: http://{}/ (stop with Ctrl-C)", listener.local_addr()?);
        let stop = async {
            // An error here means that no signal can be waited for: then serve on.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        Ok(axum::serve(listener, router).with_graceful_shutdown(stop).await?)
    })
}

fn router() -> Result<Router> {
    let folder = project::root().join(site::FOLDER);
    // Between two builds everything may change, hash or not.
    let fresh = SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let mut router = Router::new().fallback_service(ServeDir::new(folder)).layer(fresh);

    let text = fs::read_to_string(project::root().join(headers::FILE)).context(headers::FILE)?;
    for (name, value) in headers::read(&text).context(headers::FILE)? {
        let name = HeaderName::try_from(name)?;
        router = router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::try_from(value)?));
    }
    Ok(router)
}
