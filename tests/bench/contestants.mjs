// Ways to answer the same questions of one JSON-stat text, each as its documentation says:
// `load(text)` makes what is asked; `ranked`, `rolling` and `whole` give plain arrays.
//
// ranked: [kommun, share in per cent of the half-year], the largest first
// rolling: of each län and month, the sum of its kommuner, then the mean of twelve months
// whole: of each contents and month of one area, its value; NaN where there is none

import { ASKED, countiesOf, isKommun } from "./cube.mjs";
import * as aq from "arquero";
import JSONstat from "jsonstat-toolkit";
import { tableFromArrays, tableToIPC, vectorFromArray, Utf8 } from "apache-arrow";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const orNothing = (value) => value ?? NaN;

// A mean of the twelve months that end at each place.
const twelve = (sums) => sums.map((_, at) => (at < 11 ? NaN : mean(sums.slice(at - 11, at + 1))));

// The engine, as the page has it: wasm.
export function engine(Engine, topics) {
  let kommuner;
  return {
    name: "Faktabank (Rust, wasm)",
    load: (bytes) => new Engine(bytes, topics),
    names: (codes) => { kommuner = codes.filter(isKommun) },
    ranked: (it) => {
      const all = it.ranked(ASKED.contents, ASKED.half);
      const half = all.length / 2;
      return Array.from({ length: half }, (_, at) => [kommuner[all[at]], all[half + at]]);
    },
    rolling: (it) => it.rolling(ASKED.contents),
    whole: (it) => it.whole(ASKED.area),
    free: (it) => it.free(),
  };
}

// JSON.parse, one typed array, and places reckoned by hand.
export const byHand = {
  name: "typed arrays by hand",
  load: (bytes) => {
    const { dimension, id, size, value } = JSON.parse(new TextDecoder().decode(bytes));
    const codes = Object.fromEntries(id.map((name) => [name, dimension[name].category.index]));
    const strides = Object.fromEntries(id.map((name, at) => [name, size.slice(at + 1).reduce((a, b) => a * b, 1)]));
    return { codes, strides, values: Float64Array.from(value, orNothing), places: new Map(codes.Region.map((code, at) => [code, at])) };
  },
  at: ({ codes, strides }, area, contents) => area * strides.Region + codes.ContentsCode.indexOf(contents) * strides.ContentsCode,
  ranked(it) {
    const first = it.codes.Tid.indexOf(ASKED.months[0]);
    const [of, whole] = [ASKED.contents, ASKED.whole].map((contents) => this.at(it, 0, contents) + first);
    const all = [];
    it.codes.Region.forEach((code, area) => {
      if (isKommun(code)) {
        let part = 0, base = 0;
        for (let month = 0; month < 6; month += 1) {
          part += it.values[of + area * it.strides.Region + month];
          base += it.values[whole + area * it.strides.Region + month];
        }
        all.push([code, (100 * part) / base]);
      }
    });
    return all.sort((a, b) => b[1] - a[1]);
  },
  rolling(it) {
    const months = it.codes.Tid.length;
    const at = this.at(it, 0, ASKED.contents);
    const counties = countiesOf(it.codes.Region);
    const sums = new Map(counties.map((code) => [code, new Float64Array(months)]));
    it.codes.Region.forEach((code, area) => {
      const sum = isKommun(code) ? sums.get(code.slice(0, 2)) : undefined;
      for (let month = 0; sum && month < months; month += 1) {
        sum[month] += it.values[at + area * it.strides.Region + month];
      }
    });
    return counties.flatMap((code) => [...sums.get(code), ...twelve([...sums.get(code)])]);
  },
  whole(it) {
    const area = it.places.get(ASKED.area);
    return it.codes.ContentsCode.flatMap((contents) => {
      const at = this.at(it, area, contents);
      return [...it.values.subarray(at, at + it.codes.Tid.length)];
    });
  },
};

// jsonstat-toolkit: Data() with a code of each dimension.
export const toolkit = {
  name: "jsonstat-toolkit",
  load: (bytes) => JSONstat(JSON.parse(new TextDecoder().decode(bytes))),
  value: (it, Region, ContentsCode, Tid) => orNothing(it.Data({ Region, ContentsCode, Kon: ASKED.sex, Aldersgrupp: ASKED.age, Tid }, false)),
  ranked(it) {
    const sum = (area, contents) => mean(ASKED.months.map((month) => this.value(it, area, contents, month)));
    const kommuner = it.Dimension("Region").id.filter(isKommun);
    return kommuner.map((area) => [area, (100 * sum(area, ASKED.contents)) / sum(area, ASKED.whole)]).sort((a, b) => b[1] - a[1]);
  },
  rolling(it) {
    const areas = it.Dimension("Region").id;
    return countiesOf(areas).flatMap((county) => {
      const members = areas.filter((code) => isKommun(code) && code.startsWith(county));
      const sums = it.Dimension("Tid").id.map((month) => members.reduce((sum, area) => sum + this.value(it, area, ASKED.contents, month), 0));
      return [...sums, ...twelve(sums)];
    });
  },
  whole(it) {
    return it.Dimension("ContentsCode").id.flatMap((contents) => it.Dimension("Tid").id.map((month) => this.value(it, ASKED.area, contents, month)));
  },
};

// A row a cell, as columns: what tables of rows are made of.
function columns(bytes) {
  const { dimension, id, size, value } = JSON.parse(new TextDecoder().decode(bytes));
  const all = { value: Float64Array.from(value, orNothing) };
  let inner = value.length;
  id.forEach((name, at) => {
    inner /= size[at];
    all[name] = Int32Array.from(value, (_, cell) => Math.floor(cell / inner) % size[at]);
  });
  return { all, codes: Object.fromEntries(id.map((name) => [name, dimension[name].category.index])) };
}

// Arquero: verbs on a table of rows; codes of dimensions are numbers in it, the smallest it can be given.
export const arquero = {
  name: "arquero",
  load: (bytes) => {
    const { all, codes } = columns(bytes);
    return { table: aq.table(all), codes, areas: codes.Region, of: (name, code) => codes[name].indexOf(code) };
  },
  chosen: (it, contents) => it.table.params({ contents: it.of("ContentsCode", contents), age: it.of("Aldersgrupp", ASKED.age) }).filter((row, $) => row.ContentsCode === $.contents && row.Aldersgrupp === $.age),
  ranked(it) {
    const first = it.of("Tid", ASKED.months[0]);
    const of = (contents) => this.chosen(it, contents).params({ first }).filter((row, $) => row.Tid >= $.first && row.Tid < $.first + 6).groupby("Region").rollup({ mean: (row) => aq.op.mean(row.value) });
    const areas = it.areas.map(isKommun);
    const all = of(ASKED.contents).join(of(ASKED.whole), "Region").derive({ share: (row) => (100 * row.mean_1) / row.mean_2 }).filter(aq.escape((row) => areas[row.Region])).orderby(aq.desc("share"));
    return all.objects().map(({ Region, share }) => [it.areas[Region], share]);
  },
  rolling(it) {
    const counties = it.areas.map((code) => (isKommun(code) ? Number(code.slice(0, 2)) : -1));
    const sums = this.chosen(it, ASKED.contents).derive({ county: aq.escape((row) => counties[row.Region]) }).filter((row) => row.county >= 0).groupby("county", "Tid").rollup({ sum: (row) => aq.op.sum(row.value), count: (row) => aq.op.valid(row.value), all: () => aq.op.count() });
    const rolled = sums.orderby("county", "Tid").groupby("county").derive({ twelve: aq.rolling((row) => aq.op.mean(row.sum), [-11, 0]) });
    const by = new Map();
    for (const { county, Tid, sum, twelve, count, all } of rolled.objects()) {
      const [sums, means] = by.get(county) ?? by.set(county, [[], []]).get(county);
      sums.push(count === all ? sum : NaN);
      means.push(Tid < 11 ? NaN : twelve);
    }
    return countiesOf(it.areas).flatMap((code) => by.get(Number(code)).flat());
  },
  whole(it) {
    const rows = it.table.params({ area: it.of("Region", ASKED.area), age: it.of("Aldersgrupp", ASKED.age) }).filter((row, $) => row.Region === $.area && row.Aldersgrupp === $.age).orderby("ContentsCode", "Tid");
    return [...rows.array("value")];
  },
};

// DuckDB in wasm: SQL over an Arrow table. NaN is told as what it has no value for.
export async function duckdb() {
  const { createDuckDB, ConsoleLogger, LogLevel, NODE_RUNTIME } = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const folder = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs"));
  const bundles = Object.fromEntries(["mvp", "eh"].map((kind) => [kind, { mainModule: join(folder, `duckdb-${kind}.wasm`), mainWorker: "" }]));
  const database = await createDuckDB(bundles, new ConsoleLogger(LogLevel.ERROR), NODE_RUNTIME);
  await database.instantiate();
  const values = (result, name) => Array.from(result.getChild(name), (value) => (value === null ? NaN : Number(value)));
  let connection;
  const insert = (table, name) => connection.insertArrowFromIPCStream(tableToIPC(table, "stream"), { name, schema: "main", create: true });
  return {
    name: "duckdb-wasm",
    load: (bytes) => {
      const { all, codes } = columns(bytes);
      connection = database.connect();
      insert(tableFromArrays(all), "cells");
      insert(tableFromArrays({ place: Int32Array.from(codes.Region, (_, at) => at), code: vectorFromArray(codes.Region, new Utf8()) }), "areas");
      connection.query("UPDATE cells SET value = NULL WHERE isnan(value)");
      return { codes, of: (name, code) => codes[name].indexOf(code) };
    },
    ranked: (it) => {
      const first = it.of("Tid", ASKED.months[0]);
      const of = (contents) => `avg(value) FILTER (ContentsCode = ${it.of("ContentsCode", contents)})`;
      const result = connection.query(`SELECT Region AS area, 100 * ${of(ASKED.contents)} / ${of(ASKED.whole)} AS share FROM cells JOIN areas ON place = Region
        WHERE length(code) = 4 AND Aldersgrupp = 0 AND Tid BETWEEN ${first} AND ${first + 5} GROUP BY Region ORDER BY share DESC, Region`);
      const shares = values(result, "share");
      return values(result, "area").map((area, at) => [it.codes.Region[area], shares[at]]);
    },
    rolling: (it) => {
      const result = connection.query(`WITH sums AS (SELECT left(code, 2) AS county, Tid, CASE WHEN count(value) = count(*) THEN sum(value) END AS sum FROM cells JOIN areas ON place = Region
          WHERE length(code) = 4 AND Aldersgrupp = 0 AND ContentsCode = ${it.of("ContentsCode", ASKED.contents)} GROUP BY county, Tid)
        SELECT sum, CASE WHEN Tid >= 11 THEN avg(sum) OVER (PARTITION BY county ORDER BY Tid ROWS 11 PRECEDING) END AS mean FROM sums ORDER BY county, Tid`);
      const [sums, means] = ["sum", "mean"].map((name) => values(result, name));
      const months = it.codes.Tid.length;
      return countiesOf(it.codes.Region).flatMap((_, at) => [...sums.slice(at * months, (at + 1) * months), ...means.slice(at * months, (at + 1) * months)]);
    },
    whole: (it) => values(connection.query(`SELECT value FROM cells WHERE Region = ${it.of("Region", ASKED.area)} AND Aldersgrupp = 0 ORDER BY ContentsCode, Tid`), "value"),
    free: () => {
      connection.query("DROP TABLE cells");
      connection.query("DROP TABLE areas");
      connection.close();
    },
  };
}
