//! The frames of a page: into one, out of it, and a moment's patience.

use super::page::Page;
use anyhow::{Context, Result};
use fantoccini::elements::{Element, ElementRef};
use std::time::Duration;

/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Page {
    /// From now on, everything is done in the frame that a script returns.
    ///
    /// # Errors
    /// If it returns none.
    pub(crate) async fn enter_frame(&self, script: &str) -> Result<()> {
        let answer = self.client.execute(script, Vec::new()).await.with_context(|| script.to_owned())?;
        let id = answer[ELEMENT].as_str().with_context(|| format!("{script}: no element but {answer}"))?;
        let frame = Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
        Ok(frame.enter_frame().await?)
    }

    /// Back to the page itself.
    ///
    /// # Errors
    /// If it is gone.
    pub(crate) async fn leave_frame(&self) -> Result<()> {
        Ok(self.client.enter_parent_frame().await?)
    }

    /// Lets the page go on for some milliseconds.
    pub(crate) async fn pause(&self, milliseconds: u64) {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
}
