import { everyFact } from "./every-fact.js";
import { everyValue } from "./every-value.js";
import { not } from "./not.js";
import type { OperatorDecorator } from "./operator-decorator.js";
import { someFact } from "./some-fact.js";
import { someValue } from "./some-value.js";
import { swap } from "./swap.js";

/** The decorators of json-rules-engine, by name. */
export const standardDecorators: ReadonlyMap<string, OperatorDecorator> = new Map(
  [someFact, someValue, everyFact, everyValue, swap, not].map((decorator) => [decorator.name, decorator]),
);
