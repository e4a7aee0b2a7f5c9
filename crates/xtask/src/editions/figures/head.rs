//! The first columns of a row: whom it is about.

use super::{Persons, Said};
use anyhow::{Context, Result, bail};
use faktabank_tables::statistics::{Age, AreaCode, Sex};

/// Which of the columns `area`, `sex` and `age` a file has, in this order.
#[derive(Clone, Copy)]
pub(super) struct Head {
    sex: Option<usize>,
    age: Option<usize>,
}

impl Head {
    /// The columns of persons at the start of a head, and those after them.
    ///
    /// # Errors
    ///
    /// If the first is not the area.
    pub(super) fn of(head: &csv::StringRecord) -> Result<(Self, Vec<(usize, &str)>)> {
        let mut rest = head.iter().enumerate().peekable();
        let mut take = |name| rest.next_if(|(_, known)| *known == name).map(|(at, _)| at);
        if take("area").is_none() {
            bail!("the first column must be the area");
        }
        let (sex, age) = (take("sex"), take("age"));
        Ok((Self { sex, age }, rest.collect()))
    }

    /// Whom a row is about: both sexes, and the table's own ages, unless it says it.
    ///
    /// # Errors
    ///
    /// If a code is unknown.
    pub(super) fn read(self, record: &csv::StringRecord, said: &Said<'_>) -> Result<Persons> {
        let field = |column: usize| record.get(column).unwrap_or_default();
        let area = AreaCode::from_code(field(0)).with_context(|| format!("unknown area {:?}", field(0)))?;
        let sex = |at| Sex::from_code(field(at)).with_context(|| format!("unknown sex {:?}", field(at)));
        let age = |at| Age::from_code(field(at)).with_context(|| format!("unknown age span {:?}", field(at)));
        let (sex, age) = (self.sex.map(sex).transpose()?, self.age.map(age).transpose()?);
        Ok(Persons { area, sex: sex.unwrap_or_default(), age: age.unwrap_or(said.age) })
    }
}
