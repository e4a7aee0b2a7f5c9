//! What a snapshot says of its table beyond the standard, to and from
//! `extension`.

use super::fields::Fields;
use super::{Error, Problem};
use crate::statistics::{AreaCode, AreaNote, Exactness, Forecast, Label, Period, Provenance, Source, TableId};
use serde::Serialize;
use serde_json::{Map, Value};

/// What we add. Fields that we do not know may change what the rest means.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Ours {
    pub(super) table: TableId,
    pub(super) label: Label,
    pub(super) provenance: Provenance,
    pub(super) exactness: Exactness,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) preliminary_from: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) perturbed_from: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) forecast: Option<Forecast>,
    pub(super) notes: Vec<Label>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) area_notes: Vec<AreaNote>,
    pub(super) source: Source,
}

/// The fields of [`Ours`].
const FIELDS: [&str; 10] = [
    "table",
    "label",
    "provenance",
    "exactness",
    "preliminaryFrom",
    "perturbedFrom",
    "forecast",
    "notes",
    "areaNotes",
    "source",
];

impl Ours {
    /// What the extension of a dataset says.
    pub(super) fn of(extension: &Map<String, Value>) -> Result<Self, Error> {
        let extension = Fields::of(extension, "extension".to_owned());
        let Some(ours) = extension.optional("faktabank")? else {
            return Err(Problem::Missing.at(extension.at("faktabank")));
        };
        ours.only(&FIELDS)?;
        let exactness = ours.fields("exactness")?;
        Ok(Self {
            table: TableId(ours.text("table")?.to_owned()),
            label: ours.label("label")?,
            provenance: ours.code("provenance", "provenance", Provenance::from_key)?,
            exactness: Exactness {
                label: exactness.label("label")?,
                part: exactness.number("part")?,
                total: exactness.number("total")?,
            },
            preliminary_from: ours.optional_code("preliminaryFrom", "period", Period::from_code)?,
            perturbed_from: ours.optional_code("perturbedFrom", "period", Period::from_code)?,
            forecast: ours.optional("forecast")?.map(|it| forecast(&it)).transpose()?,
            notes: ours.labels("notes")?,
            area_notes: if ours.has("areaNotes") {
                ours.list("areaNotes")?.iter().map(area_note).collect::<Result<_, _>>()?
            } else {
                Vec::new()
            },
            source: source(&ours.fields("source")?)?,
        })
    }
}

fn forecast(fields: &Fields<'_>) -> Result<Forecast, Error> {
    fields.only(&["from", "vintage", "maker", "basis"])?;
    Ok(Forecast {
        from: fields.code("from", "period", Period::from_code)?,
        vintage: fields.text("vintage")?.to_owned(),
        maker: fields.label("maker")?,
        basis: fields.label("basis")?,
    })
}

fn area_note(fields: &Fields<'_>) -> Result<AreaNote, Error> {
    fields.only(&["areas", "text"])?;
    Ok(AreaNote { areas: fields.codes("areas", "area", AreaCode::from_code)?, text: fields.label("text")? })
}

fn source(fields: &Fields<'_>) -> Result<Source, Error> {
    let text = |key| fields.text(key).map(str::to_owned);
    Ok(Source {
        agency: text("agency")?,
        statistic: fields.label("statistic")?,
        table: text("table")?,
        read_from: fields.label("read_from")?,
        url: text("url")?,
        licence: text("licence")?,
        updated: text("updated")?,
    })
}
