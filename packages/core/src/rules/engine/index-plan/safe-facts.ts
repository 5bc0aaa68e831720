import type { FactNode } from "../condition-node.js";
import type { OperatorDefinition } from "../../operators/operator-definition.js";
import { contains } from "../../operators/contains.js";
import { doesNotContain } from "../../operators/does-not-contain.js";
import { equal } from "../../operators/equal.js";
import { isIn } from "../../operators/is-in.js";
import { notEqual } from "../../operators/not-equal.js";
import { notIn } from "../../operators/not-in.js";

/** Which facts a test answers true or false for, without ever failing; `entries`: any but lists with odd entries. */
export type SafeFacts = "any" | "plain" | "entries" | "none";

const comparesAnything: ReadonlySet<OperatorDefinition> = new Set([equal, notEqual, contains, doesNotContain]);

/** The facts for which a test can't fail. Comparing two facts, both are meant. */
export function safeFacts({ definition, decorators, value, valueFact }: FactNode): SafeFacts {
  let entries = false;
  let valueEntries = false;
  for (const decorator of decorators) {
    if (decorator === "not") continue;
    if (valueFact !== undefined) return "none";
    if (decorator === "someFact" || decorator === "everyFact") entries = true;
    else if (!comparesAnything.has(definition)) return "none";
    else if (decorator !== "swap") {
      // Behind the first of these a value is an entry of the list, which is perhaps no list itself.
      if (valueEntries || !Array.isArray(value)) return "none";
      valueEntries = true;
    } else if (decorators.some((other) => other === "someValue" || other === "everyValue")) return "none";
  }
  const safe = valueFact === undefined ? safeWithConstant(definition, value) : safeWithFact(definition);
  if (!entries || safe !== "plain") return safe;
  return decorators.filter((decorator) => decorator !== "not").length === 1 ? "entries" : "none";
}

function safeWithConstant(definition: OperatorDefinition, value: unknown): SafeFacts {
  if (definition === isIn || definition === notIn) return Array.isArray(value) ? "any" : typeof value === "string" ? "plain" : "none";
  const { answers } = definition;
  if (answers === undefined) return "none";
  // An object among the constants may fail to become a number.
  return answers === "plainFacts" ? (typeof value === "object" && value !== null ? "none" : "plain") : "any";
}

function safeWithFact(definition: OperatorDefinition): SafeFacts {
  if (comparesAnything.has(definition)) return "any";
  return definition.answers === "plainFacts" ? "plain" : "none";
}
