//! Tones, one after the other. What they stand for is none of this module's business.

use wasm_bindgen::prelude::*;
use web_sys::AudioContext;

/// How loud a tone is, and how quickly it comes and goes, in seconds: at once it would click.
const LOUD: f32 = 0.2;
const SOFTLY: f64 = 0.015;

/// Tones that are being played; they end when it is dropped.
#[derive(Debug)]
#[must_use = "tones that are dropped are silent"]
pub struct Sound(AudioContext);

impl Sound {
    /// Plays tones of these hertz, `each` so many seconds long and silent where there is
    /// none, beginning after a while; `None` where the browser cannot.
    pub fn play(tones: &[Option<f64>], each: f64, after: f64) -> Option<Self> {
        let sound = Self(AudioContext::new().ok()?);
        sound.begin(tones, each, after).ok()?;
        Some(sound)
    }

    fn begin(&self, tones: &[Option<f64>], each: f64, after: f64) -> Result<(), JsValue> {
        let (oscillator, gain) = (self.0.create_oscillator()?, self.0.create_gain()?);
        oscillator.connect_with_audio_node(&gain)?;
        gain.connect_with_audio_node(&self.0.destination())?;
        let (pitch, loudness) = (oscillator.frequency(), gain.gain());
        let mut at = self.0.current_time() + after;
        loudness.set_value_at_time(0.0, 0.0)?;
        for tone in tones {
            if let Some(hertz) = tone {
                pitch.set_value_at_time(*hertz as f32, at)?;
                loudness.set_target_at_time(LOUD, at, SOFTLY)?;
            } else {
                loudness.set_target_at_time(0.0, at, SOFTLY)?;
            }
            at += each;
        }
        loudness.set_target_at_time(0.0, at, SOFTLY)?;
        oscillator.start()
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        // One that is closed already has nothing to close.
        let _ = self.0.close();
    }
}
