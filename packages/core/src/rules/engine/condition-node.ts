import type { OperatorDefinition, OperatorFunction } from "../operators/operator-definition.js";
import type { FactReader } from "./compile-fact-reader.js";
import type { OwnPropertyPath } from "./own-property-path.js";

interface NodeLabel {
  /** As written; a group always has one. */
  readonly priority: number | undefined;
  readonly name: string | undefined;
}

interface Placed {
  /** Where the condition stands, for messages. */
  readonly place: string;
}

/**
 * A fact to read, or a place inside it; operands of the same place share their reader. `steps` is the parsed `path`; undefined
 * where a path resolver of the caller reads it.
 */
export interface FactOperand {
  readonly fact: string;
  readonly path: string | undefined;
  readonly steps: OwnPropertyPath | undefined;
  readonly read: FactReader;
}

export interface FactNode extends NodeLabel, FactOperand {
  readonly kind: "fact";
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly operator: string;
  /** The operator without its decorators. */
  readonly definition: OperatorDefinition;
  /** The names of the decorators, outermost first. */
  readonly decorators: readonly string[];
  readonly evaluate: OperatorFunction;
  /** The test with `value` already bound, where the operator prepares one. */
  readonly prepared: ((factValue: unknown) => boolean) | undefined;
  /** The constant as written (frozen copy), or the reference as written when `valueFact` is set. */
  readonly value: unknown;
  readonly valueFact: FactOperand | undefined;
}

export interface GroupNode extends NodeLabel, Placed {
  readonly kind: "all" | "any";
  readonly members: readonly ConditionNode[];
  /** Indices of members of the same priority, highest priority first: the order in which they are read. */
  readonly sets: readonly (readonly number[])[];
}

export interface NotNode extends NodeLabel, Placed {
  readonly kind: "not";
  readonly member: ConditionNode;
}

export interface ReferenceNode extends NodeLabel, Placed {
  readonly kind: "reference";
  readonly condition: string;
}

/** A condition after checking: nothing in it is left to validate. */
export type ConditionNode = FactNode | GroupNode | NotNode | ReferenceNode;

/** Conditions shared by name. */
export type NamedConditions = ReadonlyMap<string, ConditionNode>;
