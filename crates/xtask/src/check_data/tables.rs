//! Editions and tables: what is said of them, and whether their parts are known.

use super::finding::{Finding, Rule};
use super::places::is_date;
use faktabank_tables::snapshot::{Edition, MANIFEST_FILE, Manifest, TableEntry};
use faktabank_tables::statistics::{Areas, Label, Period, Provenance, Resolution, Table};

/// Editions stand newest first, and the current one is the newest real one.
pub(super) fn check_order(manifest: &Manifest, findings: &mut Vec<Finding>) {
    let mut real = manifest.editions.iter().filter(|edition| !edition.modelled);
    if real.next().is_none_or(|newest| newest.id != manifest.current) {
        let detail = format!("the current edition, {}, is not the newest real one", manifest.current);
        findings.push(Finding::of_file(MANIFEST_FILE, Rule::Said, detail));
    }
    for pair in manifest.editions.windows(2).filter(|pair| pair[0].modelled == pair[1].modelled) {
        if pair[0].published < pair[1].published {
            let detail = format!("{} stands before {}, which is newer", pair[0].id, pair[1].id);
            findings.push(Finding::of_file(MANIFEST_FILE, Rule::Said, detail));
        }
    }
}

/// What the manifest says of an edition.
pub(super) fn check_edition(edition: &Edition, findings: &mut Vec<Finding>) {
    let mut remark = |detail: String| {
        let cell = [edition.id.to_string()];
        findings.push(Finding::of_cell(MANIFEST_FILE, &cell, Rule::Said, detail));
    };
    if !is_date(&edition.published) {
        remark(format!("{:?} is no date", edition.published));
    }
    if !is_said(&edition.label) {
        remark("has no label in one of the languages".to_owned());
    }
    if edition.tables.is_empty() {
        remark("has no table".to_owned());
    }
}

/// What the manifest says of a table.
pub(super) fn check_entry(edition: &Edition, entry: &TableEntry, areas: &Areas, findings: &mut Vec<Finding>) {
    let mut remark = |rule: Rule, detail: String| {
        let cell = [edition.id.to_string(), entry.id.to_string()];
        findings.push(Finding::of_cell(MANIFEST_FILE, &cell, rule, detail));
    };
    if !is_said(&entry.label) {
        remark(Rule::Said, "has no label in one of the languages".to_owned());
    }
    if edition.modelled != (entry.provenance == Provenance::Modelled) {
        remark(Rule::Said, "modelled and real tables in one edition".to_owned());
    }
    if !entry.resolution().coarser().contains(&entry.opens_at) {
        remark(Rule::Known, format!("opens at {}, at which it cannot be shown", entry.opens_at.code()));
    }
    if let Some(id) = &entry.population {
        let holds = edition.table(id).is_some_and(|table| table.contents.iter().any(|it| it.is_population()));
        if !holds {
            remark(Rule::Known, format!("takes its population from {id}, which has none"));
        }
    }
    for area in entry.areas().into_iter().filter(|area| areas.get(*area).is_none()) {
        remark(Rule::Known, format!("{area} is not in areas.json"));
    }
    // Printed half-years are what somebody chose to print; agencies leave no gap.
    if entry.provenance != Provenance::Published {
        check_gaps(&entry.periods, |detail| remark(Rule::Contiguous, detail));
    }
}

fn check_gaps(periods: &[Period], mut remark: impl FnMut(String)) {
    for pair in periods.windows(2) {
        if pair[1] != pair[0].step(1) {
            remark(format!("{} follows {}", pair[1], pair[0]));
        }
    }
}

/// What a file says of its table.
pub(super) fn check_table(file: &str, table: &Table, findings: &mut Vec<Finding>) {
    let mut remark = |detail: &str| findings.push(Finding::of_file(file, Rule::Said, detail));
    if table.source.agency.is_empty() || !is_said(&table.source.statistic) {
        remark("names no agency or statistic");
    }
    if table.source.licence.is_empty() {
        remark("names no licence");
    }
    if !table.source.updated.is_empty() && !is_date(&table.source.updated) {
        remark("was updated on no date");
    }
    if !is_said(&table.label) || !is_said(&table.exactness.label) || !table.all_notes().all(is_said) {
        remark("lacks its label, exactness or a note in one of the languages");
    }
    let errors = [table.exactness.part, table.exactness.total];
    if !errors.iter().all(|error| error.is_finite() && *error >= 0.0) {
        remark("an expected error is negative");
    }
    if table.provenance == Provenance::Digitised && errors.contains(&0.0) {
        remark("is digitised, but gives no expected error");
    }
    if let Some(from) = table.preliminary_from
        && !(from.resolution() == Resolution::Month || table.periods.contains(&from))
    {
        remark("is preliminary from a period that it does not have");
    }
    if table.perturbed_from.is_some_and(|from| !table.periods.contains(&from)) {
        remark("is altered at random from a period that it does not have");
    }
    if let Some(forecast) = &table.forecast {
        if !table.periods.contains(&forecast.from) {
            remark("is a forecast from a period that it does not have");
        }
        if !is_date(&format!("{}-01", forecast.vintage)) || !is_said(&forecast.maker) || !is_said(&forecast.basis) {
            remark("is a forecast of unknown vintage, maker or basis");
        }
    }
}

fn is_said(label: &Label) -> bool {
    !label.sv.trim().is_empty() && !label.en.trim().is_empty()
}
