import type { TemplatePack } from "./template-pack.js";

/** One pack over another of the same language: what the second holds stands, text by text. */
export function mergePacks(under: TemplatePack, over: TemplatePack): TemplatePack {
  return merge(under, over) as TemplatePack;
}

function merge(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) return over;
  // A text by tone is one text: half of one over half of another would mix two hands.
  if (Object.hasOwn(over, "plain")) return over;
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) merged[key] = Object.hasOwn(under, key) ? merge(under[key], value) : value;
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
