// Writes a workbook, as crates/figures/src/export/workbook.rs describes it, as an XLSX file: a
// classic script of its own with the global `faktabankXlsx` (also usable from
// file://), which the page loads when the first workbook is asked for.

// The library's own way without workers, which it has no entry point for: that
// of its entry points packs large sheets in a worker made of text, which the
// page's policy refuses. A workbook of ours is small enough to be packed at once.
import { generateXlsxFileSync } from "../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";

// How a number looks, by its decimals; Excel puts the reader's own signs in.
const FORMATS = ["#,##0", "#,##0.0", "#,##0.00"];

const cell = ({ text, number, decimals, bold, right, wrap }) => {
  const style = {
    fontWeight: bold ? "bold" : undefined,
    align: right ? "right" : undefined,
    alignVertical: "top",
    wrap: wrap || undefined,
  };
  if (number !== null) {
    return { ...style, type: Number, value: number, format: FORMATS[Math.min(decimals, FORMATS.length - 1)] };
  }
  // Text is text, also where it begins as a formula does.
  return text ? { ...style, type: String, value: text } : null;
};

/** A promise of the file, as a Blob. */
globalThis.faktabankXlsx = (described) => {
  const sheets = JSON.parse(described).sheets.map(({ name, widths, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row) => row.map(cell)),
  }));
  return generateXlsxFileSync(sheets, { fontFamily: "Arial", fontSize: 11 });
};
