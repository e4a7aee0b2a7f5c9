//! Figures → plain HTML: headline, sentence, table and caption, without a class
//! or a script. It knows the view models and nothing of where they come from.

use faktabank_figures::figure::{Caption, DataTable, Figure};
use faktabank_figures::text::ui;
use faktabank_tables::statistics::Language;

/// Figures, the first one as the head of all.
pub(super) fn section(figures: &[Figure], language: Language) -> String {
    let articles: String =
        figures.iter().enumerate().map(|(position, figure)| article(figure, position == 0, language)).collect();
    format!("<section data-plain lang=\"{}\">\n{articles}</section>\n", language.tag())
}

fn article(figure: &Figure, first: bool, language: Language) -> String {
    let level = if first { "h1" } else { "h2" };
    let (title, lead) = (escaped(&figure.headline.title), escaped(&figure.headline.lead));
    let (table, caption) = (table(&figure.table), caption(&figure.caption, language));
    format!("<article>\n<{level}>{title}</{level}>\n<p>{lead}</p>\n{table}{caption}</article>\n")
}

/// A table; one of periods is turned, so that its newest period and the same
/// one a year before stand side by side on a phone.
fn table(table: &DataTable) -> String {
    let newest = table.rows.first().and_then(|row| row.key.period());
    let (heads, rows): (Vec<&str>, Vec<(&str, Vec<&str>)>) = match newest {
        Some(newest) => {
            let shown = [newest, newest.years_before(1)];
            let shown: Vec<_> =
                table.rows.iter().filter(|row| row.key.period().is_some_and(|it| shown.contains(&it))).collect();
            let cells = |position: usize| {
                shown.iter().filter_map(|row| row.cells.get(position)).map(|cell| cell.text.as_str()).collect()
            };
            let columns = table.columns.iter().enumerate();
            (
                shown.iter().map(|row| row.name.as_str()).collect(),
                columns.map(|(position, column)| (column.name.as_str(), cells(position))).collect(),
            )
        }
        None => (
            table.columns.iter().map(|column| column.name.as_str()).collect(),
            table
                .rows
                .iter()
                .map(|row| (row.name.as_str(), row.cells.iter().map(|cell| cell.text.as_str()).collect()))
                .collect(),
        ),
    };
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head))).collect();
    let rows: String = rows
        .iter()
        .map(|(head, cells)| {
            let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", escaped(head))
        })
        .collect();
    let caption = escaped(&table.caption);
    format!(
        "<table>\n<caption>{caption}</caption>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

fn caption(caption: &Caption, language: Language) -> String {
    let source = format!("<a href=\"{}\">{}</a>", escaped(&caption.source_url), escaped(&caption.source));
    let notes: String = caption.notes.iter().map(|note| format!("<li>{}</li>\n", escaped(note))).collect();
    format!(
        "<p>{} {}: {source}. {}. {}</p>\n<ul>\n{notes}</ul>\n",
        escaped(&caption.what),
        ui::SOURCE.get(language),
        escaped(&caption.provenance_text),
        escaped(&caption.edition)
    )
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
    }
}
