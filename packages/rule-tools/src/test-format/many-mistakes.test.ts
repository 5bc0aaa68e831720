import { standardLexicons } from "@amends/core/classify";
import { expect, it } from "vitest";
import { readLexiconFiles } from "../lexicons/read-lexicon-files.js";
import { checkPackFiles } from "../packs/check-pack-files.js";
import { parseTestFile } from "./parse-test-file.js";

const many = <Entry>(entry: Entry): Entry[] => Array.from({ length: 200_000 }, () => entry);

it("a test file of 200,000 mistakes is told the first of them", () => {
  const { findings } = parseTestFile({ path: "a.test.json", text: JSON.stringify({ policy: "shop/flags", tests: many(7) }) });
  expect(findings[0]).toMatchObject({ path: "tests[0]", line: 1 });
  expect(findings.length).toBeLessThan(2_000);
});

it("a pack of 200,000 mistakes is told the first of them", () => {
  const text = JSON.stringify({ pack: "x", version: "1.0.0", facts: many(7) });
  const findings = checkPackFiles([{ path: "a.pack.json", text }], { today: "2026-03-03" });
  expect(findings[0]).toMatchObject({ path: "facts[0]", line: 1 });
  expect(findings.length).toBeLessThan(2_000);
});

it("a lexicon of 200,000 mistakes is told the first of them", () => {
  const text = JSON.stringify({ language: "en", phrases: { invoice: { 4: many(7) } } });
  const { findings } = readLexiconFiles([{ path: "a.lexicon.json", text }], { standard: standardLexicons });
  expect(findings[0]).toMatchObject({ path: "phrases.invoice.4[0]", line: 1 });
  expect(findings.length).toBeLessThan(2_000);
});
