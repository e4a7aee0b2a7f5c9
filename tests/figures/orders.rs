//! Rankings in the orders that a reader can ask for.

use crate::describe::figure;
use crate::library::Library;

#[test]
fn rankings_in_other_orders() {
    let library = Library::open();
    let link = "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2081";
    for (name, more) in [
        ("stapel-ordnad-namn", "&ordning=namn"),
        ("stapel-ordnad-forandring", "&ordning=forandring"),
        ("stapel-ordnad-forandring-en", "&ordning=forandring&sprak=en"),
        ("forandring-ordnad-namn", "&ordning=namn&diagram=forandring"),
    ] {
        insta::assert_snapshot!(name, figure(&library, &[link, more].concat()));
    }
}
