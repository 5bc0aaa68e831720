import { formatMoney } from "@amends/core/money";
import type { Money, RemedyChoice } from "@amends/core/model";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { isolated, plainText } from "./plain-text.js";

/** The choices in words: one text each, and what could not be told. */
export interface ChoiceLines {
  readonly lines: readonly string[];
  readonly always: readonly string[];
  /** Remedies and additions that the language has no words for. */
  readonly wordless: readonly string[];
}

/** What the customer can choose from: an apology is made, not chosen. */
export function selectable<Choice extends { readonly remedy: RemedyChoice["remedy"] }>(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ remedy }) => remedy !== "apology");
}

/** Tells each choice and each addition with what it gives, and nothing it doesn't. */
export function choiceLines(
  pack: CompiledPack,
  choices: readonly RemedyChoice[],
  alwaysAdd: Readonly<Record<string, unknown>>,
): ChoiceLines {
  const told = selectable(choices).map(({ remedy, telling, gives, cost }) => ({
    key: telling || remedy,
    text: inItsTime(
      pack,
      gives,
      tell(pack, textOf(pack.pack.choices?.remedies, telling || remedy), valuesOf(gives, cost ?? undefined, pack)),
    ),
  }));
  const added = Object.entries(alwaysAdd)
    .filter(([, value]) => value !== false && value !== null && value !== 0)
    .map(([key, value]) => ({
      key,
      text: tell(pack, textOf(pack.pack.choices?.always, key), valuesOf({ [key]: value }, undefined, pack)),
    }));
  return {
    lines: told.flatMap(({ text }) => text ?? []),
    always: added.flatMap(({ text }) => text ?? []),
    wordless: [...told, ...added].filter(({ text }) => text === undefined).map(({ key }) => key),
  };
}

/** A case names remedies as it likes, "constructor" among them. */
function textOf<Text>(texts: Readonly<Partial<Record<string, Text>>> | undefined, key: string): Text | undefined {
  return texts !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** A choice that comes after the carrier's check says so: without words for that it stays untold, lest it promise too much. */
function inItsTime(pack: CompiledPack, gives: Readonly<Record<string, unknown>>, choice: string | undefined): string | undefined {
  if (choice === undefined || gives["afterInvestigation"] !== true) return choice;
  return tell(pack, pack.pack.choices?.afterInvestigation, { choice });
}

function tell(pack: CompiledPack, text: string | string[] | undefined, values: Values): string | undefined {
  if (text === undefined) return undefined;
  const rendered = pack.render(text, values);
  return "text" in rendered ? rendered.text : undefined;
}

/** The amount of a refund is what the offer says it costs: capped, and of what is claimed where that is less than the order. */
function valuesOf(gives: Readonly<Record<string, unknown>>, cost: Money | undefined, pack: CompiledPack): Values {
  const amount = Object.values(gives).find(isMoney) ?? (typeof gives["refundPercent"] === "number" ? cost : undefined);
  const plain = Object.entries(gives).flatMap(([key, value]): [string, string | number][] => {
    if (typeof value === "number") return [[key, value]];
    if (typeof value === "boolean") return [[key, value ? "yes" : "no"]];
    return typeof value === "string" ? [[key, wordOrText(value, pack)]] : [];
  });
  return {
    ...Object.fromEntries(plain),
    ...(amount === undefined ? {} : { amount: isolated(formatMoney(amount, pack.locale), pack.rightToLeft) }),
  };
}

/** A word that a template selects by stays as it is; other text stands in the sentence as text. */
function wordOrText(value: string, pack: CompiledPack): string {
  return /^[a-z][a-z0-9_]*$/.test(value) ? value : isolated(plainText(value), pack.rightToLeft);
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== "object" || value === null) return false;
  const { amount, currency } = value as Partial<Money>;
  return typeof amount === "string" && typeof currency === "string";
}
