import { requireObject } from "@amends/core/errors";
import { factsInForce, packReader, type DatedFact } from "@amends/core/packs";
import type { Instant } from "@amends/core/time";
import * as z from "zod";
import standardPack from "../../packs/satisfaction-response.pack.json" with { type: "json" };

const increasing = (points: readonly { readonly afterSeconds: number }[]) =>
  points.every(({ afterSeconds }, index) => index === 0 || afterSeconds > (points[index - 1]?.afterSeconds ?? Infinity));
const falling = (points: readonly { readonly satisfaction: number }[]) =>
  points.every(({ satisfaction }, index) => index === 0 || satisfaction <= (points[index - 1]?.satisfaction ?? -Infinity));

const curveSchema = z.strictObject({
  thresholdSeconds: z.number().nonnegative().optional(),
  points: z
    .array(z.strictObject({ afterSeconds: z.number().nonnegative(), satisfaction: z.number().min(0).max(1) }))
    .min(2)
    .refine(increasing, { error: "must be in order of their seconds, none twice" })
    .refine(falling, { error: "must not rise: a longer wait pleases nobody more" }),
});

/** How satisfaction falls with the wait: points of a line, in order. Satisfaction is a share from 0 to 1. */
export interface SatisfactionCurve {
  /** Where it begins to fall steeply, as its source says. */
  readonly thresholdSeconds?: number | undefined;
  readonly points: readonly { readonly afterSeconds: number; readonly satisfaction: number }[];
}

const reader = packReader(curveSchema);

/**
 * A curve of a pack by its id, with its source and how sure it is. The standard pack has `live-chat`: a drawing with confidence C
 * to start from, not a measurement. Throws an AmendsError with the code `pack_invalid` for a pack that can't be read, and a
 * RangeError where it has no such curve. With `at` it is the curve that holds then, else the last one of the pack.
 *
 * @example
 * import { satisfactionCurve } from "@amends/sla";
 * satisfactionCurve().confidence; // => "C"
 * satisfactionCurve().value.thresholdSeconds; // => 180
 */
export function satisfactionCurve(id = "live-chat", pack: unknown = standardPack, at?: Instant): DatedFact<SatisfactionCurve> {
  const read = reader.read(pack);
  const curve = (at === undefined ? read.facts : factsInForce(read, at)).findLast((fact) => fact.id === id);
  if (curve === undefined) {
    throw new RangeError(`The pack "${read.pack}" has no curve "${id}"; expected one of ${read.facts.map((fact) => fact.id).join(", ")}.`);
  }
  return curve;
}

/**
 * The satisfaction that a wait leaves, by straight lines between the curve's points and level beyond its ends. Throws a RangeError
 * for a wait that isn't a number from 0 up.
 *
 * @example
 * import { satisfactionAfter } from "@amends/sla";
 * satisfactionAfter(30, { points: [{ afterSeconds: 0, satisfaction: 1 }, { afterSeconds: 60, satisfaction: 0.5 }] }); // => 0.75
 */
export function satisfactionAfter(seconds: number, curve: SatisfactionCurve = satisfactionCurve().value): number {
  requireObject(curve, "curve");
  if (!(Number.isFinite(seconds) && seconds >= 0)) throw new RangeError(`A wait is a number of seconds from 0 up, not ${String(seconds)}.`);
  const { points } = curve;
  const next = points.findIndex(({ afterSeconds }) => afterSeconds > seconds);
  const left = points[next === -1 ? points.length - 1 : Math.max(0, next - 1)];
  const right = next === -1 ? left : points[next];
  if (left === undefined || right === undefined) throw new RangeError("A curve has at least one point.");
  if (right === left || seconds <= left.afterSeconds) return left.satisfaction;
  const share = (seconds - left.afterSeconds) / (right.afterSeconds - left.afterSeconds);
  return left.satisfaction + share * (right.satisfaction - left.satisfaction);
}

/**
 * What it is worth to answer a minute sooner than after the given wait: the satisfaction gained, as a share. A shorter wait than a
 * minute can only be saved whole. Multiply it by what a satisfied customer is worth to you.
 *
 * @example
 * import { valueOfMinuteSaved } from "@amends/sla";
 * const curve = { points: [{ afterSeconds: 0, satisfaction: 1 }, { afterSeconds: 120, satisfaction: 0.75 }, { afterSeconds: 240, satisfaction: 0.25 }] };
 * valueOfMinuteSaved(240, curve); // => 0.25
 * valueOfMinuteSaved(120, curve); // => 0.125
 * valueOfMinuteSaved(600, curve); // => 0
 */
export function valueOfMinuteSaved(seconds: number, curve: SatisfactionCurve = satisfactionCurve().value): number {
  return satisfactionAfter(Math.max(0, seconds - 60), curve) - satisfactionAfter(seconds, curve);
}
