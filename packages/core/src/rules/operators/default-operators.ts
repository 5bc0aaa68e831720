import { between } from "./between.js";
import { containsAll } from "./contains-all.js";
import { containsAny } from "./contains-any.js";
import { contains } from "./contains.js";
import { doesNotContain } from "./does-not-contain.js";
import { endsWith } from "./ends-with.js";
import { equal } from "./equal.js";
import { greaterThanInclusive } from "./greater-than-inclusive.js";
import { greaterThan } from "./greater-than.js";
import { isIn } from "./is-in.js";
import { isPresent } from "./is-present.js";
import { lessThanInclusive } from "./less-than-inclusive.js";
import { lessThan } from "./less-than.js";
import { notEqual } from "./not-equal.js";
import { notIn } from "./not-in.js";
import type { OperatorDefinition } from "./operator-definition.js";
import { startsWith } from "./starts-with.js";
import { withinHours } from "./within-hours.js";

/** The operators json-rules-engine has itself. */
export const plainOperators: readonly OperatorDefinition[] = [
  equal,
  notEqual,
  isIn,
  notIn,
  contains,
  doesNotContain,
  lessThan,
  lessThanInclusive,
  greaterThan,
  greaterThanInclusive,
];

/** The operators added to those of json-rules-engine. */
export const additionalOperators: readonly OperatorDefinition[] = [
  isPresent,
  between,
  startsWith,
  endsWith,
  containsAny,
  containsAll,
  withinHours,
];

/** Every operator a rule may use without registering one. */
export const defaultOperators: readonly OperatorDefinition[] = [...plainOperators, ...additionalOperators];
