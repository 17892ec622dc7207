//! `scheda completions`

use std::process::Command;

use super::{check, folder, scheda};

fn script(shell: &str) -> String {
    let output = scheda(folder(&[]).path(), &["completions", shell]);
    check(&output, 0, "");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn each_shell_learns_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = script(shell);
        for command in
            ["convert", "validate", "fix", "inspect", "schema", "rules", "explain", "template", "config", "completions"]
        {
            assert!(script.contains(command), "{shell}: {command}");
        }
        assert!(script.contains("baseline") && script.contains("out-dir"), "{shell}");
    }
    check(
        &scheda(folder(&[]).path(), &["completions", "tcsh"]),
        2,
        "possible values: bash, elvish, fish, powershell, zsh",
    );
}

/// What Bash proposes behind these words, of which the last is being typed.
fn proposed(words: &[&str]) -> Option<String> {
    let script = folder(&[("scheda.bash", script("bash").as_bytes())]);
    let last = words.len() - 1;
    let ask = format!(
        "source ./scheda.bash; COMP_WORDS=({}); COMP_CWORD={last}; _scheda scheda '{}' '{}'; echo \"${{COMPREPLY[@]}}\"",
        words.join(" "),
        words[last],
        words[last - 1]
    );
    let output = Command::new("bash").args(["--noprofile", "--norc", "-c", &ask]).current_dir(&script).output();
    let output = output.ok().filter(|output| output.status.success());
    if output.is_none() {
        eprintln!("SKIPPED: there is no bash here, so its completions are not tried");
    }
    output.map(|output| String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

#[test]
fn bash_completes_commands_options_and_values() {
    for (words, expected) in [
        (&["scheda", "val"][..], "validate"),
        (&["scheda", "validate", "--base"], "--baseline"),
        (&["scheda", "validate", "--format", "gi"], "github gitlab"),
    ] {
        let Some(proposed) = proposed(words) else { return };
        assert_eq!(
            proposed.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" "),
            expected,
            "{words:?}"
        );
    }
}
