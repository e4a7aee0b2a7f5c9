// The modelled edition's table of helårsekvivalenter, of TAB1386's shape, as one JSON-stat
// text: every kommun, län and riket, each contents and month; then the same of so many age
// spans. It is what all contestants are given.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const ALL = "1+2", AGES = "20-64";

// The shards of both sexes and 20–64 years, and what is in them.
function shards(data) {
  const manifest = JSON.parse(readFileSync(join(data, "modell/manifest.json"), "utf8"));
  const [table] = manifest.editions[0].tables;
  const ours = table.shards.filter(({ sexes, ages }) => !sexes && !ages);
  return ours.map(({ file }) => JSON.parse(readFileSync(join(data, file), "utf8")));
}

// One dataset of all of them, of `times` age spans.
export function cube(data, times) {
  const parts = shards(data);
  const [first] = parts;
  const each = first.size.slice(1).reduce((product, size) => product * size);
  const months = first.dimension.Tid.category.index.length;
  const per = months * first.dimension.Kon.category.index.length;
  const areas = [], labels = {}, value = [], status = {};
  for (const { dimension, value: values, status: said } of parts) {
    dimension.Region.category.index.forEach((code, place) => {
      areas.push(code);
      labels[code] = dimension.Region.category.label[code];
      for (let contents = 0; contents * per < each; contents += 1) {
        const at = place * each + contents * per;
        for (let age = 0; age < times; age += 1) {
          for (let month = 0; month < per; month += 1) {
            const reason = said?.[at + month];
            if (reason) {
              status[value.length] = reason;
            }
            value.push(values[at + month]);
          }
        }
      }
    });
  }
  const ages = Array.from({ length: times }, (_, age) => (age ? `${20 - age}-64` : AGES));
  const dimension = {
    ...first.dimension,
    Region: { ...first.dimension.Region, category: { index: areas, label: labels } },
    Aldersgrupp: { ...first.dimension.Aldersgrupp, category: { index: ages, label: Object.fromEntries(ages.map((age) => [age, age])) } },
  };
  const size = [areas.length, first.size[1], 1, times, months];
  return JSON.stringify({ ...first, dimension, size, value, status });
}

// What is asked, of the first sex and age span of a cube.
export const ASKED = { sex: ALL, age: AGES, contents: "summa", whole: "folkmangd", half: "2014H2", months: ["07", "08", "09", "10", "11", "12"].map((month) => `2014M${month}`), area: "2080" };

// Whether a code is a kommun's.
export const isKommun = (code) => code.length === 4;

// The län that kommuner lie in, in their order.
export const countiesOf = (codes) => [...new Set(codes.filter(isKommun).map((code) => code.slice(0, 2)))];
