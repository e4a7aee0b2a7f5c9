//! What a reader does at the keyboard.

use super::Page;
use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

impl Page {
    /// Presses and releases a key, or types one character.
    ///
    /// # Errors
    /// If the browser does not take it.
    pub(crate) async fn press(&self, key: impl Into<char>) -> Result<()> {
        let value = key.into();
        let actions =
            KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Copies what is selected, by keyboard.
    ///
    /// # Errors
    /// If the browser does not take it.
    pub(crate) async fn copy(&self) -> Result<()> {
        let control = char::from(Key::Control);
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value: control });
        let keys = keys.then(KeyAction::Down { value: 'c' }).then(KeyAction::Up { value: 'c' });
        Ok(self.client.perform_actions(keys.then(KeyAction::Up { value: control })).await?)
    }

    /// Types a word.
    ///
    /// # Errors
    /// If the browser does not take it.
    pub(crate) async fn type_text(&self, text: &str) -> Result<()> {
        for character in text.chars() {
            self.press(character).await?;
        }
        Ok(())
    }

    /// Tabs forward until a test of the focused element `e` holds.
    ///
    /// # Errors
    /// If no element that the Tab key reaches passes it.
    pub(crate) async fn tab_to(&self, what: &str, test: &str) -> Result<()> {
        let keys = KeyActions::new("keyboard".to_owned());
        let value = char::from(Key::Tab);
        let tab = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.press_until(tab, what, test).await
    }

    /// Tabs backward until a test of the focused element `e` holds.
    ///
    /// # Errors
    /// As [`Page::tab_to`].
    pub(crate) async fn tab_back_to(&self, what: &str, test: &str) -> Result<()> {
        let keys = KeyActions::new("keyboard".to_owned());
        let (shift, value) = (char::from(Key::Shift), char::from(Key::Tab));
        let held = keys.then(KeyAction::Down { value: shift }).then(KeyAction::Down { value });
        let back = held.then(KeyAction::Up { value }).then(KeyAction::Up { value: shift });
        self.press_until(back, what, test).await
    }

    async fn press_until(&self, keys: KeyActions, what: &str, test: &str) -> Result<()> {
        let script = format!("const e = document.activeElement; return Boolean({test})");
        for _ in 0..400 {
            self.client.perform_actions(keys.clone()).await?;
            if self.eval(&script).await? {
                return Ok(());
            }
        }
        bail!("the Tab key does not reach {what}")
    }
}
