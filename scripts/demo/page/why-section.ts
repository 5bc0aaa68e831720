import type { CaseFile } from "@amends/core/model";
import { html, type Content, type Html } from "./html.js";
import { section } from "./section.js";

interface Provenance {
  readonly policies: readonly { readonly policy: string; readonly version: string }[];
  readonly rules: readonly string[];
  readonly missing: readonly string[];
}

/** Which rules decided, in their own words, and which facts were lacking. */
export function whySection(caseFile: CaseFile, because: ReadonlyMap<string, string>): Html {
  const stages = stagesOf(caseFile);
  const missing = [...new Set(stages.flatMap(([, { missing: facts }]) => facts))].sort();
  return section(
    "Why",
    stages.map(
      ([name, { policies, rules }]) =>
        html`<details class="fold"><summary>${name}: ${rules.length} ${rules.length === 1 ? "rule" : "rules"}</summary><ul class="rules">${rules.map((rule) => html`<li><code>${rule}</code> ${because.get(rule)}</li>`)}</ul><p class="quiet">${versions(policies)}</p></details>`,
    ),
    missing.length === 0
      ? html`<p class="quiet">No fact was missing.</p>`
      : html`<p>Facts the policies asked for and the case lacks: ${missing.map((fact) => html`<code>${fact}</code> `)}</p>`,
  );
}

function stagesOf(caseFile: CaseFile): readonly (readonly [string, Provenance])[] {
  const { classification, risk, sla, assignment, remedies, reply, followUps, notices } = caseFile;
  const lists = (
    name: string,
    list: readonly { policy: string; rules: readonly string[]; missing: readonly string[] }[] | null | undefined,
  ) =>
    list && list.length > 0
      ? ([
          [
            name,
            {
              policies: [],
              rules: [
                ...new Set(list.flatMap(({ policy, rules }) => rules.map((rule) => (rule.includes("/") ? rule : `${policy}/${rule}`)))),
              ],
              missing: list.flatMap(({ missing }) => missing),
            },
          ],
        ] as const)
      : [];
  return [
    ...(classification ? ([["Classification", classification]] as const) : []),
    ...(risk && !("undecided" in risk) ? ([["Risk", risk]] as const) : []),
    ...(sla ? ([["Deadline", sla]] as const) : []),
    ...(assignment ? ([["Assignment", assignment]] as const) : []),
    ...(remedies && !("undecided" in remedies) ? ([["Remedies", remedies]] as const) : []),
    ...(reply ? ([["Reply", reply]] as const) : []),
    ...lists("Follow-ups", followUps),
    ...lists("Notices", notices),
  ];
}

function versions(policies: Provenance["policies"]): Content {
  return policies.map(({ policy, version }) => `${policy} ${version}`).join(", ");
}
