import type { AnyStage } from "@amends/core/stage";
import type { Snippet } from "./editor-keywords.js";

const conditions = { all: [{ fact: "${3}", operator: "${4:equal}", value: "${5}" }] };

/** What an editor offers to begin a policy, a rule and a parameter with. */
export function policySnippets(stage: AnyStage): Readonly<Record<"policy" | "rule" | "parameter", readonly Snippet[]>> {
  const [decision = "decision", types = []] = Object.entries(stage.decisions)[0] ?? [];
  const rule = { name: "${1:name}", because: "${2:why}", conditions, event: { type: `\${6:${types[0] ?? "type"}}`, params: {} } };
  return {
    policy: [
      {
        label: "policy",
        description: `A policy of the stage "${stage.name}"`,
        body: {
          policy: "shop/${7:name}",
          version: "1.0.0",
          description: "${8}",
          stage: stage.name,
          decision: `\${9:${decision}}`,
          decide: "first",
          rules: [rule],
        },
      },
    ],
    rule: [{ label: "rule", description: "A rule: when it fires, and what it says", body: rule }],
    parameter: [
      {
        label: "parameter",
        description: "A number with its unit and where it comes from",
        body: { value: "^${1:1}", unit: "${2:days}", because: "${3:why}" },
      },
    ],
  };
}
