import { requireObject } from "@amends/core/errors";
import type { Policy } from "@amends/core/rules";
import { formatInstant, parseInstant } from "@amends/core/time";
import { scoreRisk } from "../score-risk.js";
import type { ClaimTruth, ClaimWorld } from "./claim-world.js";
import standard from "./claim-generator.json" with { type: "json" };
import type { LabelledClaim } from "./labelled-claim.js";
import { riskPolicySet } from "./measure-scorecard.js";
import { randomSource } from "./random-source.js";
import { syntheticCase } from "./synthetic-case.js";
import { syntheticCustomers } from "./synthetic-customer.js";

/** What to generate; what isn't said is as in the standard world. */
export interface GenerateSettings {
  /** The same seed gives the same claims. */
  readonly seed: number;
  readonly claims?: number;
  readonly customers?: number;
  /** The instant of the first claim, ISO 8601. */
  readonly from?: string;
  readonly days?: number;
  readonly truth?: Partial<ClaimTruth>;
  /** How the world changes until the last claim: abuse grows by `intercept` log-odds, claims above the order by a factor of 1 + `boldness`. */
  readonly drift?: Partial<ClaimWorld["drift"]>;
  /** Policies beside the standard ones, whose rules the truth may name. */
  readonly policies?: readonly Policy[];
}

/** A made-up claim with the probability by which its label was drawn. */
export interface GeneratedClaim extends LabelledClaim {
  readonly outcomeAt: string;
  /** No score can tell abuse better than this one. */
  readonly probability: number;
}

/** Made-up claims and what they were made from. */
export interface GeneratedClaims {
  /** In the order in which they were made. */
  readonly claims: readonly GeneratedClaim[];
  readonly truth: ClaimTruth;
}

const dayMilliseconds = 86_400_000;

/**
 * Histories of claims with a known truth: customers order, claim and are refunded over a year, each claim is abusive by a known
 * probability, and the world drifts. What a calibration finds can be compared with what is there. Made up throughout: it shows that the
 * method works, and says nothing about real customers.
 *
 * @throws {InvalidCaseError} where `from` is no instant.
 * @throws {RangeError} where claims and customers aren't positive whole numbers, or the seed is no whole number.
 * @throws {AmendsError} `argument_invalid` where what stands in the place of an argument can't be one.
 * @example
 * import { generateClaims } from "@amends/compensation/risk/calibration";
 * const { claims, truth } = generateClaims({ seed: 7, claims: 3 });
 * claims.map(({ case: { id }, abusive }) => [id, abusive]); // => [["C-1", false], ["C-2", false], ["C-3", false]]
 * truth.rules["risk/standard-score/linked-to-abuse"]; // => 1.8
 */
export function generateClaims(settings: GenerateSettings): GeneratedClaims {
  requireObject(settings, "settings");
  const { seed, policies, ...given } = settings;
  const world: ClaimWorld = {
    ...standard,
    ...definedOf(given),
    truth: { ...standard.truth, ...given.truth },
    drift: { ...standard.drift, ...given.drift },
  };
  checkCount("claims", world.claims);
  checkCount("customers", world.customers);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed is ${seed}; expected a whole number.`);
  const random = randomSource(seed);
  const from = parseInstant(world.from);
  const policySet = riskPolicySet(policies);
  const customers = syntheticCustomers(world, from, random);
  const [soonest = 0, latest = soonest] = world.outcomeDays;
  const claims = Array.from({ length: world.claims }, (_, index): GeneratedClaim => {
    const progress = (index + random.share()) / world.claims;
    const now = Math.floor(from + progress * world.days * dayMilliseconds);
    const customer = random.pick(customers, ({ kind }) => kind.claims);
    const [fewest = 1, most = fewest] = customer.kind.ordersBetween;
    customer.orders += random.whole(fewest, most);
    const caseFile = syntheticCase(`C-${index + 1}`, customer, { now, progress }, { world, random });
    const risk = scoreRisk(caseFile, policySet);
    const rules = "undecided" in risk ? [] : risk.rules;
    const logOdds = rules.reduce(
      (sum, rule) => sum + (world.truth.rules[rule] ?? 0),
      world.truth.intercept + world.drift.intercept * progress,
    );
    const probability = 1 / (1 + Math.exp(-logOdds));
    customer.claims.push({ at: now, issueType: caseFile.claim?.issueType ?? "" });
    customer.refunds.push(now + 2 * dayMilliseconds);
    const abusive = random.happens(probability);
    return { case: caseFile, abusive, outcomeAt: formatInstant(now + random.whole(soonest, latest) * dayMilliseconds), probability };
  });
  return { claims, truth: world.truth };
}

function definedOf<Given extends object>(given: Given): Partial<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Given>;
}

function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} is ${value}; expected a whole number of at least 1.`);
}
