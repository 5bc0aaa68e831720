import { decideModes, type DecideMode, type Policy } from "@amends/core/rules";
import type { AnyStage } from "@amends/core/stage";
import { printValue } from "../format/print-value.js";
import { schemaAddress } from "../schema/json-schema.js";
import { firstSound } from "./first-sound.js";
import { skeletonRules, type SkeletonOptions } from "./skeleton-rule.js";

/** What a new policy is. */
export interface ScaffoldPolicyOptions extends Partial<SkeletonOptions> {
  /** The policy's name, such as "shop/late-parcels". */
  readonly policy: string;
  readonly decision: string;
  /** Default: as the standard policies of the decision. */
  readonly decide?: DecideMode;
  /** Where editors find the schema. Default: where it is published. */
  readonly schema?: string;
}

/**
 * A policy to begin with, in its canonical form: one rule of a fact and an event that are usual for the decision, ready to be changed. It
 * passes its checks.
 *
 * @example
 * import { scaffoldPolicy } from "@amends/rule-tools";
 * import { slaStage } from "@amends/sla/stage";
 * const text = scaffoldPolicy(slaStage, { policy: "shop/off-hours", decision: "offHours" });
 * JSON.parse(text).rules[0].event; // => { type: "auto_reply", params: { notice: "off_hours" } }
 */
export function scaffoldPolicy(stage: AnyStage, options: ScaffoldPolicyOptions): string {
  const { policy: name, decision, schema = schemaAddress(`${stage.name}.policy`) } = options;
  const standard = stage.policies.find((policy) => policy.decision === decision);
  const decide = options.decide ?? standard?.decide ?? decideModes[0];
  const policies = [...skeletonRules(stage, decision, { name: "first-rule", ...options })].map(
    ({ rule, parameters, currency }): Policy => ({
      $schema: schema,
      policy: name,
      version: "1.0.0",
      description: "Say what it decides.",
      stage: stage.name,
      decision,
      decide,
      ...(currency === undefined ? {} : { currency }),
      ...(Object.keys(parameters).length === 0 ? {} : { parameters: parameters as NonNullable<Policy["parameters"]> }),
      rules: [rule],
    }),
  );
  return firstSound(
    policies.map((policy) => () => printValue(policy, "policy")),
    stage,
  );
}
