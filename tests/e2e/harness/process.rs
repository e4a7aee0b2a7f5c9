//! Turns a command into a running server that ends with the value.

use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// A server of our own; killed and reaped when dropped.
pub(crate) struct Server {
    child: Child,
    /// The port that it listens on, on 127.0.0.1.
    pub(crate) port: u16,
}

impl Server {
    /// Starts `command` and waits until it accepts connections on `port`.
    ///
    /// # Errors
    /// If the program cannot be started, ends early, or stays deaf for 20 seconds.
    pub(crate) fn start(mut command: Command, port: u16) -> Result<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child =
            command.spawn().with_context(|| format!("cannot start {program}: run `cargo xtask setup --tests`"))?;
        let mut server = Self { child, port };
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = server.child.try_wait()? {
                bail!("{program} ended at once ({status})");
            }
            if Instant::now() > deadline {
                bail!("{program} does not answer on port {port}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked first, so that nginx can take its workers and a driver its
        // browser along; killed if it does not listen.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let deadline = Instant::now() + Duration::from_secs(3);
        while Instant::now() < deadline {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on at this moment.
///
/// # Errors
/// If the machine has none to give.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
