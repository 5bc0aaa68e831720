import type { FactKind } from "../../facts/fact-definition.js";

/** Kinds that hold one value. */
export const singleKinds: readonly FactKind[] = [
  "any",
  "boolean",
  "number",
  "text",
  "word",
  "instant",
  "date",
  "duration",
  "zone",
  "country",
  "currency",
  "money",
];

/** Kinds with an order. */
export const orderedKinds: readonly FactKind[] = ["any", "number", "money", "instant", "date"];

/** Kinds that are texts. */
export const textKinds: readonly FactKind[] = ["any", "text", "word", "instant", "date", "duration", "zone", "country", "currency"];

/** Kinds that hold several values. */
export const listKinds: readonly FactKind[] = ["any", "list"];
