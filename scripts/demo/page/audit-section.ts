import type { CaseFile } from "@amends/core/model";
import { factList } from "./fact-list.js";
import { html, type Html } from "./html.js";
import { section } from "./section.js";

/** The hashes that prove the decision. */
export function auditSection({ audit }: CaseFile): Html | null {
  if (!audit) return null;
  const hash = (value: string | null) => (value === null ? "none: the first of the day" : html`<code class="hash">${value}</code>`);
  return section(
    "Audit",
    factList([
      ["This record", hash(audit.hash)],
      ["The one before", hash(audit.previous)],
      ["What came in", hash(audit.input)],
      ["What was decided", hash(audit.decided)],
      [
        "Data",
        Object.entries(audit.data)
          .map(([name, version]) => `${name} ${version}`)
          .join(", "),
      ],
    ]),
  );
}
