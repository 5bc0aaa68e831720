import { AmendsError, quotable, type Finding } from "@amends/core/errors";
import type { PayoutPlan } from "@amends/core/contracts";
import type { PayoutAction, PayoutActions } from "./payout-action.js";

/**
 * Refuses a plan that the actions can't carry out, or couldn't take back or name irreversible, before anything is done.
 *
 * @throws {AmendsError} `payout_actions_invalid`, with every step that lacks something.
 */
export function checkPayoutActions({ steps }: PayoutPlan, actions: PayoutActions): void {
  const given: PayoutActions = typeof actions === "object" && (actions as PayoutActions | null) !== null ? actions : {};
  const findings = steps.flatMap(({ kind }, index) => findingsOf(kind, Object.hasOwn(given, kind) ? given[kind] : undefined, index));
  const ids = new Set<string>();
  for (const [index, { id }] of steps.entries()) {
    if (ids.has(id))
      findings.push({ code: "payout_step_twice", message: `another step is called "${quotable(id)}"`, path: `steps[${index}].id` });
    ids.add(id);
  }
  if (findings.length === 0) return;
  const lines = findings.map(({ message, path }) => `  ${path}: ${message}`);
  throw new AmendsError({
    code: "payout_actions_invalid",
    message: ["The payout can't be carried out:", ...lines].join("\n"),
    findings,
  });
}

function findingsOf(kind: string, action: Partial<PayoutAction> | undefined, index: number): Finding[] {
  const path = `steps[${index}].kind`;
  if (typeof action?.run !== "function")
    return [
      {
        code: "payout_action_missing",
        message: `there is no action "${quotable(kind)}"`,
        path,
        fix: `hand in actions with "${quotable(kind)}": { run, undo }`,
      },
    ];
  const { undo } = action;
  const runs = typeof (undo as { run?: unknown } | undefined)?.run === "function";
  const irreversible = (undo as { irreversible?: unknown } | undefined)?.irreversible;
  if (runs || (typeof irreversible === "string" && irreversible !== "")) return [];
  return [
    {
      code: "payout_undo_missing",
      message: `the action "${quotable(kind)}" says neither how it is undone nor why it can't be`,
      path,
      expected: "undo: { run } or { irreversible: why }",
    },
  ];
}
