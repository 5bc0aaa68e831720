/** A section of docs/benchmarks.md. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

const introduction = `# Benchmarks

How fast Amends decides, beside the engines one would otherwise take. \`npm run bench\` measures and writes this page; nothing here is written by hand.

- \`npm run build && npm run bench\` measures everything, in about ten minutes on a quiet machine; \`npm run bench -- --quick\` takes a look in about one and writes nothing.
- \`npm run bench -- --only cli\` measures one subject and writes its section; \`--only rules/nested\` and \`--engines "CEL,zen-engine"\` measure a part and write nothing.
- Figures are processor time (user and system, all threads), the median of rounds that take turns in one process. Trust the ratios more than the absolute figures: those are of the machine each section names.`;

/** The page with new sections in place of the old ones of the same title; the others stay. Order: as in `titles`. */
export function benchmarksPage(before: string, measured: readonly Section[], titles: readonly string[]): string {
  const kept = new Map(sectionsOf(before).map((section) => [section.title, section]));
  for (const section of measured) kept.set(section.title, section);
  const sections = titles.flatMap((title) => kept.get(title) ?? []);
  return `${[introduction, ...sections.map(({ title, text }) => `## ${title}\n\n${text.trim()}`)].join("\n\n")}\n`;
}

function sectionsOf(page: string): Section[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { title: part.slice(0, end).trim(), text: part.slice(end) };
    });
}
