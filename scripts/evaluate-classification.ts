// Measures classification on messages with a known label, a JSON object {"text", "lang", "label"} a line; "label" may list several right answers:
// npx tsx --conditions=@amends/source scripts/evaluate-classification.ts [--errors] FILE…
import { readFileSync } from "node:fs";
import { classifyTicket } from "@amends/core/classify";

interface Row {
  readonly text: string;
  readonly lang?: string;
  readonly label: string | readonly string[];
}
interface Tally {
  right: number;
  said: number;
  are: number;
}

const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const showsErrors = process.argv.includes("--errors");
if (files.length === 0) {
  process.stderr.write("usage: evaluate-classification.ts [--errors] FILE… (one {text, lang, label} a line)\n");
  process.exit(2);
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));
const write = (line: string): boolean => process.stdout.write(`${line}\n`);

for (const file of files) {
  const byLanguage = new Map<string, Row[]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line) as Row;
    const language = row.lang ?? "und";
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), row]);
  }
  for (const [language, rows] of [...byLanguage].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const tallies = new Map<string, Tally>();
    const tallyOf = (label: string): Tally => {
      const tally = tallies.get(label) ?? { right: 0, said: 0, are: 0 };
      tallies.set(label, tally);
      return tally;
    };
    for (const { text, label } of rows) {
      const labels = typeof label === "string" ? [label] : label;
      const { issueType } = classifyTicket({ text });
      const isRight = labels.includes(issueType);
      tallyOf(issueType).said += 1;
      // Where several answers are right, the one given counts; else the first.
      tallyOf(isRight ? issueType : (labels[0] ?? "other")).are += 1;
      if (isRight) tallyOf(issueType).right += 1;
      else if (showsErrors) write(`  ${labels.join("/")} read as ${issueType}: ${text.replaceAll("\n", " ").slice(0, 160)}`);
    }
    const sorted = [...tallies].sort(([left], [right]) => (left < right ? -1 : 1));
    const scores = sorted.filter(([, { are }]) => are > 0).map(([, { right, said, are }]) => (2 * right) / (said + are));
    const right = sorted.reduce((sum, [, tally]) => sum + tally.right, 0);
    const macro = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    write(`${file} ${language}: ${rows.length} messages, accuracy ${percent(right, rows.length)} %, macro-F1 ${percent(macro, 1)} %`);
    for (const [label, tally] of sorted) {
      write(
        `  ${label.padEnd(24)} precision ${percent(tally.right, tally.said).padStart(5)}  recall ${percent(tally.right, tally.are).padStart(5)}  of ${tally.are}`,
      );
    }
  }
}
