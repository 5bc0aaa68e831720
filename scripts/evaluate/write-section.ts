import { readFileSync, writeFileSync } from "node:fs";

/** Puts what a command printed between its two marks in a page. */
export function writeSection(page: string, name: string, text: string): void {
  const [begin, end] = [`<!-- output of ${name} -->\n`, `<!-- end of output of ${name} -->`];
  const before = readFileSync(page, "utf8");
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for the output of ${name}`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\`\`\`text\n${text.trim()}\n\`\`\`\n${before.slice(to)}`);
}
