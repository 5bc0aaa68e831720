import { factsInForce, type FactPack } from "@amends/core/packs";
import type { CaseFile } from "@amends/core/model";
import { compareMoney, type Money } from "@amends/core/money";
import type { Context } from "@amends/core/stage";
import { readInstant } from "@amends/core/time";
import marketplace from "../../packs/marketplace/disputes.pack.json" with { type: "json" };
import { mergedPack } from "../packs/merged-pack.js";
import { readHostPack } from "../packs/read-host-pack.js";
import type { DisputeCase } from "./dispute-case.js";
import { disputePackReader, type DisputeFact, type DisputeFactValue } from "./dispute-fact.js";

/** The standard facts with a host's pack "marketplace/disputes" before them, by id. */
export function disputePack({ packs, zones }: Pick<Context, "packs" | "zones">): FactPack<DisputeFactValue> {
  return mergedPack(disputePackReader.read(marketplace), readHostPack(disputePackReader, packs["marketplace/disputes"], zones));
}

/**
 * The facts about a dispute. Dated ones go by the day the buyer asked. Where the country, the reason or the amount isn't known, a
 * fact that depends on it is not about it, except for the reason and the amount of a dispute that is on: there the stricter rule is
 * the safe one. `missing` names what would have told.
 */
export function disputeFacts(about: DisputeCase, context: Context): { facts: DisputeFact[]; missing: string[] } {
  const pack = disputePack(context);
  const missing = new Set<string>();
  const asked = askedAt(about.caseFile);
  const inForce = asked === undefined ? pack.facts.filter(isUndated) : factsInForce(pack, asked, context.zones);
  if (inForce.length < pack.facts.length && asked === undefined) missing.add("ticket.createdAt");
  const facts = inForce.filter((fact) => isAbout(fact.value, about, missing));
  return { facts, missing: [...missing] };
}

function askedAt({ dispute, ticket }: CaseFile) {
  return readInstant(dispute?.history?.[0]?.at) ?? readInstant(ticket?.createdAt);
}

function isUndated({ effectiveFrom, effectiveTo }: DisputeFact): boolean {
  return effectiveFrom === undefined && effectiveTo === undefined;
}

function isAbout(value: DisputeFactValue, about: DisputeCase, missing: Set<string>): boolean {
  const { venues, country, state } = about;
  if (value.venues !== undefined && !value.venues.some((venue) => venues.includes(venue))) return false;
  if (value.kind === "deadline" && !value.states.includes(state)) return false;
  if (!isOfReason(value, about, missing)) return false;
  if (country === undefined && (value.countries !== undefined || value.exceptCountries !== undefined)) {
    missing.add("dispute.country");
    return value.countries === undefined;
  }
  if (country !== undefined && (value.countries?.includes(country) === false || value.exceptCountries?.includes(country) === true))
    return false;
  return value.kind !== "deadline" || isOfValue(value.value, about.amount, missing);
}

function isOfReason(value: DisputeFactValue, { reason, state }: DisputeCase, missing: Set<string>): boolean {
  if (reason !== undefined) return value.reasons === undefined || value.reasons.includes(reason);
  if (state === "none") return value.reasons === undefined && value.kind === "deadline" && value.duty === "refund";
  if (value.reasons !== undefined) missing.add("dispute.reason");
  return true;
}

type Bound = Extract<DisputeFactValue, { kind: "deadline" }>["value"];

function isOfValue(bound: Bound, amount: Money | undefined, missing: Set<string>): boolean {
  if (bound === undefined) return true;
  const limit = "above" in bound ? bound.above : bound.upTo;
  if (amount === undefined || amount.currency !== limit.currency) {
    missing.add(amount === undefined ? "dispute.amount" : `dispute.amount in ${limit.currency}`);
    return true;
  }
  const isAbove = compareMoney(amount, limit) > 0;
  return "above" in bound ? isAbove : !isAbove;
}
