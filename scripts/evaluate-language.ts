// Measures language detection on texts with a known language, a JSON object {"text", "lang"} a line (a "label" splits a file), and its speed in processor time:
// npx tsx --conditions=@amends/source scripts/evaluate-language.ts [--errors] FILE…
import { readFileSync } from "node:fs";
import { detectLanguage } from "@amends/core/language";

type Row = { text: string; lang: string; label?: string };
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const showsErrors = process.argv.includes("--errors");
if (files.length === 0) {
  process.stderr.write("usage: evaluate-language.ts [--errors] FILE… (one {text, lang} a line)\n");
  process.exit(2);
}

const percent = (share: number): string => (share * 100).toFixed(2);
for (const file of files) {
  const sets = new Map<string, Row[]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line) as Row;
    const name = row.label ?? "all";
    const rows = sets.get(name) ?? [];
    rows.push(row);
    sets.set(name, rows);
  }
  for (const [name, rows] of sets) {
    // The first pass warms up; the second is measured.
    const answers = rows.map((row) => detectLanguage(row.text));
    const started = process.cpuUsage().user;
    for (const row of rows) detectLanguage(row.text);
    const seconds = (process.cpuUsage().user - started) / 1_000_000;
    const tally = new Map<string, { right: number; all: number }>();
    const bands = Array.from({ length: 10 }, () => ({ right: 0, all: 0 }));
    rows.forEach((row, index) => {
      const answer = answers[index];
      if (answer === undefined) return;
      const counted = tally.get(row.lang) ?? { right: 0, all: 0 };
      const band = bands[Math.min(9, Math.floor(answer.confidence * 10))];
      for (const count of [counted, band]) {
        if (count === undefined) continue;
        count.all += 1;
        if (answer.code === row.lang) count.right += 1;
      }
      tally.set(row.lang, counted);
      if (showsErrors && answer.code !== row.lang)
        process.stdout.write(`${row.lang} read as ${answer.code} ${answer.confidence}: ${row.text.slice(0, 120)}\n`);
    });
    const shares = [...tally].map(([language, { right, all }]) => [language, right / all] as const);
    const macro = shares.reduce((sum, [, share]) => sum + share, 0) / shares.length;
    process.stdout.write(
      `${file} ${name}: ${rows.length} texts, macro accuracy ${percent(macro)} %, ${Math.round(rows.length / seconds)} texts/s\n`,
    );
    process.stdout.write(`  ${shares.map(([language, share]) => `${language} ${percent(share)}`).join("  ")}\n`);
    const filled = bands
      .map(({ right, all }, index) => (all === 0 ? "" : `${index / 10}: ${percent(right / all)} of ${all}`))
      .filter((band) => band !== "");
    process.stdout.write(`  accuracy by confidence  ${filled.join("  ")}\n`);
  }
}
