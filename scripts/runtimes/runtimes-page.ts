import type { Comparison } from "./compare-runs.js";
import { pinnedVersions } from "./pinned-versions.js";
import { runtimesTable, textDifferences } from "./runtimes-table.js";

/** docs/runtimes.md. */
export function runtimesPage(comparison: Comparison, zoneData: string): string {
  return `# Runtimes

Core, sla, routing, compensation, replies, insights, desk and rule-tools run unchanged in Node, Deno, Bun, Workers and browsers, and are to decide
the same in each, byte for byte. \`npm run test:runtimes\` tries it and writes this page; nothing here is written by hand.

## The last run

Zone data: ${zoneData}.

${runtimesTable(comparison)}
## What is run

The packages are built, packed as they would be published, and installed from the tarballs into an empty folder. There one program runs in
every runtime:

- it imports every public entry of every package and lists what each exports;
- it decides the example and the cases of the demo's day, with their audit records in one chain;
- it tells the language of texts in every language it knows, and of the demo's, and classifies them;
- it compiles a generated rule set and runs it over generated facts;
- it computes wall clocks of every zone, business time, exact money, and the metrics of a generated log;
- it checks, tests, lints, builds, formats and explains the standard policies.

Each answer is a line with a SHA-256 over its bytes; the lines of all runtimes are compared with those of the first. What differs is named by
answer and path.

- **Node, Deno and Bun** run the modules as they are installed, unbundled. Deno gets no permission. Node and Deno run with the evaluation of
  strings switched off (\`--disallow-code-generation-from-strings\`).
- **workerd**, the runtime of Cloudflare Workers, runs one bundled module with no compatibility flag: nothing of Node is there, and strings are
  never evaluated.
- **Chromium** runs the bundle in a page whose Content-Security-Policy is \`script-src 'self'\`; an attempt to evaluate a string fails the run.
  The page calls \`z.config({ jitless: true })\` before everything else: zod otherwise tries \`new Function\` once, is refused and goes on, but the
  browser reports it. (In the other runtimes it tries and goes on.)
  It is looked for on \`PATH\`, and \`CHROME_PATH\` can name one.

A runtime that isn't to be had is *not run*, with the reason, and the exit code says so; \`--allow-missing\` lets that pass.
\`--only node20,deno\` runs some and leaves this page as it is, \`--skip-build\` packs what was built before. npm fetches the runtimes when they are
needed (deno ${pinnedVersions.deno}, bun ${pinnedVersions.bun}, workerd ${pinnedVersions.workerd}, and the newest of each release line of Node); they are no
dependencies of the workspace.

## Zone data

Runtimes carry different releases of the tz database, so the program hands every function one pinned set instead, through
\`createZoneProvider\`: every zone with the changes of its clocks, read from a pinned package. Audit records name its release
(\`audit.data.zones\`). Meanwhile \`Intl.DateTimeFormat\` is watched: a run in which any wall clock but UTC was asked of the runtime's own zone data
fails. (That a zone in a policy exists is asked of \`Intl\` when the policy is loaded.)

\`\`\`ts
const zones = createZoneProvider({ name: "our-zones", version: "2026a", has, offsetAt });
const desk = createDesk({ zones });
\`\`\`

## Locale data

Dates, amounts and lists in replies are written by \`Intl\` with the runtime's own locale data (CLDR), on which nothing is decided and of which
there is no pinned set. Whether two runtimes write the same is told by \`localeDataFingerprint()\`, the column *locale data* above; where it differs,
texts may. So the result is

- **same bytes** where every case came out the same with its texts and the hashes of its audit record;
- **same decisions** where some texts of cases (\`reply.text\`, a notice's \`text\`) were written differently by other locale data, and with them
  the hashes over them (\`audit.decided\`, \`audit.hash\`, and \`audit.previous\` of the next record), and nothing else;
- **different** wherever anything else differs, or a text does under the same locale data.

Answers that exist to show texts, in all languages and of many amounts, are compared apart; they are counted under *answers* but not in the hash.

A host whose audit records are to tell that too passes \`createDesk({ dataVersions: { locale: localeDataFingerprint() } })\`. The records then
have other hashes where the locale data differ, even under the same text; without it, the hash of a record covers the text as written.

Texts that differed in the last run:

${textDifferences(comparison)}
`;
}
