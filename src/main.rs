//! The entry of the page: hands the document over to [`faktabank::app`].

#[cfg(target_arch = "wasm32")]
fn main() {
    faktabank::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), &'static str> {
    Err("the explorer runs in a browser: use `cargo xtask serve`")
}
