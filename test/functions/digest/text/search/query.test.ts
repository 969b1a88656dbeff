import { expect, test } from "vitest";
import { isFound, queryOf, searchedIn } from "../../../../../functions/digest/text/search/query.ts";
import { cpuMs } from "../../../../support/cpu-time.ts";

function finds(query: string, ...fields: string[]): boolean {
  return isFound(queryOf(query), searchedIn(fields));
}

test.each([
  ["art", "Art of the harbour"],
  ["reak", "Break"],
  ["break", "A breakwater"],
  ["water", "A breakwater"],
  ["ärger", "Arger"],
  ["arger", "Ärger über Gebühren"],
  ["oberg", "Åsa Öberg said"],
  ["STRASSE", "Die Straße"],
  ["lodz", "Łódź"],
  ["smorrebrod", "Smørrebrød"],
  ["cafe", "the cafe\u0301"],
  ["２４", "24 boats"],
  ["office", "the oﬃce"],
  ["елка", "Ёлка"],
  ["ΜΑΪΟΥ", "1 Μαΐου"],
  ["مدرسه", "المدرسة"],
  ["مُحَمَّد", "محمد"],
  ["ילד", "יֶלֶד"],
  ["地震", "海滨市发生6.1级地震"],
  ["6.1级", "海滨市发生6.1级地震"],
  ["6.1", "海滨市发生6.1级地震"],
  ["发生6", "海滨市发生6.1级地震"],
  ["ひらがな", "これはひらがなです"],
  ["น้ำ", "ประหยัดน้ำมัน"],
  ["서울", "서울에서 온 편지"],
  ["1", "December 15, 2022"],
  ["15", "December 15, 2022"],
  ["1 december", "1 December 2026"],
  ["1,204", "1,204 boats"],
  ["covid-19", "Covid 19 vaccines"],
  ["covid-1", "COVID-19"],
  ["don't", "They don’t know"],
  ["d'eau", "Pas d’eau"],
  ['"the road"', "On the road bridge"],
  ['"the roa"', "On the road bridge"],
  ['"road the"', "On the road bridge"],
  ['"the ferry', "the ferry"],
  ["ferry zeppelin", "the ferry"],
  [".* fer", "the ferry"],
  ["a+ (", "a plus"],
])("%s in %s", (query, text) => {
  const missing = ["reak", "water", "مدرسه", "1", "covid-1", '"the roa"', '"road the"', "ferry zeppelin"];
  expect(finds(query, text)).toBe(!missing.includes(query));
});

test("words side by side are those of one field", () => {
  expect(finds('"harbour ferry"', "The harbour", "Ferry strikes")).toBe(false);
  expect(finds('"harbour ferry"', "The harbour\n ferry strikes")).toBe(true);
});

test.each(["", "   ", '""', "→ %", "“ ”", "\u202e"])("%j asks for nothing", (query) => {
  expect(queryOf(query)).toEqual([]);
});

test("a query of many words is searched in time that grows with the text alone", () => {
  const search = () => finds(`"${"a ".repeat(90)}c"`, `${"a a ".repeat(50_000)}b`);
  expect(cpuMs(search)).toBeLessThan(5_000);
});
