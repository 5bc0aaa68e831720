import { AmendsError, formatFinding, InvalidMoneyError, quotable, type Finding } from "@amends/core/errors";
import { moneyFindings, multiplyMoney, signOfMoney, type Ratio } from "@amends/core/money";
import type { ReturnPoint, ReturnPointRequest } from "./return-point.js";

type Given<Value> = { readonly [Key in keyof Value]?: unknown };

/**
 * Refuses points that can't be compared, and what is asked of them, before anything is: also the points that this return leaves out.
 *
 * @throws {InvalidMoneyError} where nothing but money and shares is wrong, else {AmendsError} `return_points_invalid`.
 */
export function checkReturnPoints(request: ReturnPointRequest): void {
  const findings = requestFindings(request);
  if (findings.length === 0) return;
  const head = "The return points can't be compared:";
  if (findings.every(({ code }) => code !== invalid)) throw new InvalidMoneyError(findings, head);
  const message = [head, ...findings.map((finding) => `  ${formatFinding(finding)}`)].join("\n");
  throw new AmendsError({ code: "return_points_invalid", message, findings });
}

const invalid = "return_points_invalid";
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isAmount = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isAbsentOr = (fits: (value: unknown) => boolean) => (value: unknown) => value === undefined || value === null || fits(value);
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

function unless(fits: boolean, path: string, expected: string, fix: string): Finding[] {
  return fits ? [] : [{ code: invalid, message: `${path === "" ? "the request" : path} can't be that`, path, expected, fix }];
}

function requestFindings(request: Given<ReturnPointRequest> | null | undefined): Finding[] {
  if (!isObject(request)) return unless(false, "", "an object", "ask with the value, the points, fromCountry and paidBy");
  const { value, fromCountry, paidBy, points, traits, weightGrams, maximumDays, settings } = request;
  const firstOf = Array.isArray(points) ? firstNamed(points) : undefined;
  return [
    ...moneyFindings(value, "value"),
    ...unless(isText(fromCountry), "fromCountry", "a country such as DE", "say where the buyer sends it from"),
    ...unless(paidBy === "buyer" || paidBy === "seller", "paidBy", '"buyer" or "seller"', "say who pays the way back"),
    ...unless(isAbsentOr(isList)(traits), "traits", "a list of traits", "leave it out where the goods have none"),
    ...unless(isAbsentOr(isAmount)(weightGrams), "weightGrams", "grams", "leave it out where nobody knows it"),
    ...unless(isAbsentOr(isAmount)(maximumDays), "maximumDays", "a number of days", "leave it out where any time will do"),
    ...settingFindings(settings),
    ...(firstOf !== undefined && Array.isArray(points)
      ? points.flatMap((point: unknown, index) => pointFindings(point, index, firstOf))
      : unless(false, "points", "a list of return points", "hand in [] where there is none")),
  ];
}

function settingFindings(settings: unknown): Finding[] {
  if (settings === undefined || settings === null) return [];
  if (!isObject(settings)) return unless(false, "settings", "an object", "leave it out for the standard settings");
  const { valueLossPerDay, minimumGainShare, returnlessUpTo } = settings as Readonly<Record<string, unknown>>;
  return [
    ...(valueLossPerDay === undefined || valueLossPerDay === null ? [] : shareFindings(valueLossPerDay, "settings.valueLossPerDay")),
    ...(minimumGainShare === undefined || minimumGainShare === null ? [] : shareFindings(minimumGainShare, "settings.minimumGainShare")),
    ...(returnlessUpTo === undefined || returnlessUpTo === null ? [] : moneyFindings(returnlessUpTo, "settings.returnlessUpTo")),
  ];
}

/** By id: the first point that is called so. */
function firstNamed(points: readonly unknown[]): ReadonlyMap<unknown, number> {
  const first = new Map<unknown, number>();
  for (const [index, point] of points.entries()) {
    const id = isObject(point) ? (point as Given<ReturnPoint>).id : undefined;
    if (!first.has(id)) first.set(id, index);
  }
  return first;
}

function pointFindings(point: unknown, index: number, firstOf: ReadonlyMap<unknown, number>): Finding[] {
  const path = `points[${index}]`;
  if (!isObject(point)) return unless(false, path, "an object", "say its id, country, wayBack, handling, days and resaleShare");
  const { id, wayBack, handling, days, resaleShare, serves, refuses, maximumWeightGrams } = point as Given<ReturnPoint>;
  const first = firstOf.get(id);
  const share = shareFindings(resaleShare, `${path}.resaleShare`);
  return [
    ...unless(isText(id), `${path}.id`, "a text", "call it something that no other point is called"),
    ...(isText(id) && first !== undefined && first !== index
      ? [
          {
            code: invalid,
            message: `points[${first}] is called "${quotable(String(id))}" too`,
            path: `${path}.id`,
            expected: "an id that no other point has",
            fix: "call one of the two something else",
          },
        ]
      : []),
    ...moneyFindings(wayBack, `${path}.wayBack`),
    ...moneyFindings(handling, `${path}.handling`),
    ...unless(isAmount(days), `${path}.days`, "a number of days from 0 up", "say after how many days it could be sold again"),
    ...share,
    ...unless(
      share.length > 0 || !isNegative(resaleShare as Ratio),
      `${path}.resaleShare`,
      "a share from 0 up",
      "write 0 where it is destroyed",
    ),
    ...unless(isAbsentOr(isList)(serves), `${path}.serves`, "a list of countries", "leave it out where it takes parcels from all"),
    ...unless(isAbsentOr(isList)(refuses), `${path}.refuses`, "a list of traits", "leave it out where it takes anything"),
    ...unless(isAbsentOr(isAmount)(maximumWeightGrams), `${path}.maximumWeightGrams`, "grams", "leave it out where there is no limit"),
  ];
}

const one = { amount: "1000000.00", currency: "USD" };

function shareFindings(share: unknown, path: string): readonly Finding[] {
  try {
    multiplyMoney(one, share as Ratio, "down");
    return [];
  } catch (error) {
    if (!InvalidMoneyError.isInstance(error)) throw error;
    return error.findings.map((finding) => ({ ...finding, path }));
  }
}

const isNegative = (share: Ratio): boolean => signOfMoney(multiplyMoney(one, share, "up")) < 0;
