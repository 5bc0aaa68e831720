/** A fact read by name, and optionally a place inside its value (`$.a.b[0]`, `$['a']`). */
export interface FactReference {
  readonly fact: string;
  readonly path?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** What every condition may carry: a priority (higher is read first, default 1) and a name shown in results. */
interface ConditionLabel {
  readonly priority?: number | undefined;
  readonly name?: string | undefined;
}

/** A test of one fact: `operator` compares it with `value`, which is a constant or a {@link FactReference}. */
export interface FactCondition extends FactReference, ConditionLabel {
  readonly operator: string;
  readonly value: unknown;
}

/** True when every member is true; an empty list is true. */
export interface AllConditions extends ConditionLabel {
  readonly all: readonly RuleCondition[];
}

/** True when some member is true; an empty list is true, as in json-rules-engine. */
export interface AnyConditions extends ConditionLabel {
  readonly any: readonly RuleCondition[];
}

/** True when its member is false. */
export interface NotCondition extends ConditionLabel {
  readonly not: RuleCondition;
}

/** Stands for a condition shared under a name (`options.conditions`). */
export interface ConditionReference extends ConditionLabel {
  readonly condition: string;
}

/** A condition that may be the root of a rule. */
export type RootCondition = AllConditions | AnyConditions | NotCondition | ConditionReference;

/** Any condition of a rule. */
export type RuleCondition = RootCondition | FactCondition;

/** What a rule yields when it fires. */
export interface RuleEvent {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A rule as a policy file writes it: plain json-rules-engine JSON. `priority` is 1 or more, default 1; higher comes first. */
export interface RuleProperties {
  readonly name?: string | number | undefined;
  readonly priority?: number | undefined;
  readonly conditions: RootCondition;
  readonly event: { readonly type: string; readonly params?: Readonly<Record<string, unknown>> | undefined };
}
