//! Ending a browser the hard way, with every process it started and with no other.

#[cfg(target_os = "linux")]
pub(super) use linux::kill_descendants;

/// Elsewhere the driver takes its browser along; what a power cut does is tested on Linux.
#[cfg(not(target_os = "linux"))]
pub(super) fn kill_descendants(_ancestor: u32) {}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;

    use rustix::process::{Pid, Signal, kill_process};

    /// Sends SIGKILL to everything that descends from `ancestor`, deepest last, until nothing is left.
    pub(in super::super) fn kill_descendants(ancestor: u32) {
        for _ in 0..50 {
            let family = descendants(ancestor);
            if family.is_empty() {
                return;
            }
            for id in family {
                let pid = i32::try_from(id).ok().and_then(Pid::from_raw);
                // It may have ended between being seen and being ended.
                let _ = pid.map(|pid| kill_process(pid, Signal::KILL));
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    /// All live processes below `ancestor`.
    fn descendants(ancestor: u32) -> Vec<u32> {
        let all: Vec<(u32, u32)> = fs::read_dir("/proc")
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
            .filter_map(|id| Some((id, parent(id)?)))
            .collect();
        let mut family = vec![ancestor];
        let mut next = 0;
        while next < family.len() {
            let here = family[next];
            family.extend(all.iter().filter(|(_, parent)| *parent == here).map(|(id, _)| *id));
            next += 1;
        }
        family.split_off(1)
    }

    /// The parent of a process that still runs; its name may hold spaces and brackets.
    fn parent(id: u32) -> Option<u32> {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let state = fields.next()?;
        if state == "Z" { None } else { fields.next()?.parse().ok() }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn grandchildren_go_too_and_strangers_stay() {
            let mut parent =
                std::process::Command::new("sh").args(["-c", "sleep 60 & sleep 60"]).spawn().unwrap();
            let mut stranger = std::process::Command::new("sleep").arg("60").spawn().unwrap();
            while descendants(parent.id()).len() < 2 {
                std::thread::yield_now();
            }
            kill_descendants(parent.id());
            assert_eq!(descendants(parent.id()), Vec::<u32>::new());
            assert!(stranger.try_wait().unwrap().is_none());
            for process in [&mut parent, &mut stranger] {
                let _ = process.kill();
                process.wait().unwrap();
            }
        }
    }
}
