import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A small policy of the SLA stage, and tests of it. */
export const ownPolicy = {
  policy: "shop/targets",
  version: "1.0.0",
  stage: "sla",
  decision: "targets",
  decide: "strictest",
  rules: [
    {
      name: "wedding-line",
      because: "orders of the wedding line are for a date that can't move",
      conditions: {
        all: [
          { fact: "ticket.channel", operator: "equal", value: "email" },
          { fact: "ticket.tags", operator: "contains", value: "wedding" },
        ],
      },
      event: { type: "respond", params: { within: "PT15M", clock: "calendar" } },
    },
  ],
};

const wedding = { facts: { "ticket.channel": "email", "ticket.tags": ["wedding"] } };

export const passing = { name: "a wedding order", given: wedding, because: ["wedding-line"] };
export const failing = {
  name: "no wedding",
  given: { facts: { "ticket.channel": "email", "ticket.tags": ["gift"] } },
  because: ["wedding-line"],
};

/** A folder with these files; values that are no text are written as JSON. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "amends-test-"));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
  return folder;
}

export const testsOf = (tests: readonly object[], policy = ownPolicy.policy) => ({ policy, tests });
