//! Links the program at a fixed address, where that is known to work.
//!
//! The tables of the time zones hold some 36,000 addresses. A program that may be loaded anywhere has to put
//! each of them right before it starts: 300 pages of memory and a fifth of the time that a plan takes. The
//! program has no `unsafe` code of its own for which a random address would be a second line of defence.

#![expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build for what it is in the environment"
)]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |variable: &str, value: &str| std::env::var(variable).is_ok_and(|set| set == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
