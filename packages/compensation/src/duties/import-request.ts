import { InvalidCaseError, quotable, quoted, type Finding } from "@amends/core/errors";
import { importOfCase } from "./import-of-case.js";
import { importPeriod, type ImportPeriod } from "./import-period.js";
import { isoCountry, type CaseFile, type Customs } from "@amends/core/model";
import { moneyFindings, toMinorUnits, type ExchangeRates, type Money } from "@amends/core/money";
import type { Context } from "@amends/core/stage";
import { readInstant, type Instant } from "@amends/core/time";
import { readCase } from "../read-case.js";

/** Goods of one kind in a parcel. `price` is that of one; `quantity` 1 where nothing is said. */
export interface ImportedGoods {
  readonly sku?: string | null | undefined;
  readonly hsCode?: string | null | undefined;
  /** Where they were made, ISO 3166-1 alpha-2. */
  readonly origin?: string | null | undefined;
  readonly quantity?: number | null | undefined;
  readonly price?: Money | null | undefined;
}

/** What is imported and how: what `calculateDuty` reads of a case, for who has none. Nothing of it has to be known. */
export interface ImportRequest {
  /** The country of destination, ISO 3166-1 alpha-2. */
  readonly destination?: string | null | undefined;
  /** ISO 8601 with an offset. The date of the import tells which facts apply; without it, those that held all the while from dispatch to now. */
  readonly importedAt?: string | null | undefined;
  readonly shippedAt?: string | null | undefined;
  readonly dispatchedFrom?: string | null | undefined;
  readonly goods: readonly ImportedGoods[];
  readonly customs?: Customs | null | undefined;
  readonly rates?: ExchangeRates | null | undefined;
}

/** An import as read, and by which names its parts are called where they are missing. */
export interface ReadImport {
  readonly destination: string | undefined;
  /** The import, else the earliest it may have been. */
  readonly at: Instant | undefined;
  readonly period: ImportPeriod | undefined;
  readonly importedAt: Instant | undefined;
  readonly dispatchedFrom: string | undefined;
  readonly goods: readonly ImportedGoods[];
  readonly customs: Customs;
  readonly rates: ExchangeRates | undefined;
  readonly names: { readonly destination: string; readonly at: string; readonly dispatchedFrom: string; readonly goods: string };
}

const ofRequest = { destination: "destination", at: "importedAt", dispatchedFrom: "dispatchedFrom", goods: "goods" };

/** Reads a case or a request. */
export function readImport(given: CaseFile | ImportRequest, { zones, now }: Partial<Pick<Context, "zones" | "now">>): ReadImport {
  if (!("goods" in given)) return importOfCase(readCase(given, zones), now);
  checkMoney(given);
  const period = importPeriod(given, now);
  return {
    destination: countryOf(given.destination),
    at: period?.from,
    period,
    importedAt: readInstant(given.importedAt),
    dispatchedFrom: countryOf(given.dispatchedFrom),
    goods: given.goods,
    customs: given.customs ?? {},
    rates: given.rates ?? undefined,
    names: ofRequest,
  };
}

/** In ISO 3166-1 where it is a country; what is none is told as it was given. */
function countryOf(given: string | null | undefined): string | undefined {
  const code = given ? given.trim().toUpperCase() : "";
  return /^[A-Z]{2}$/.test(code) ? isoCountry(code) : given || undefined;
}

function checkGoods(goods: unknown): void {
  const places: [string, boolean][] = Array.isArray(goods)
    ? goods.map((each: unknown, index) => [`goods[${index}]`, typeof each === "object" && each !== null])
    : [["goods", false]];
  const found = places.flatMap(([path, isFine]): Finding[] => {
    const expected = path === "goods" ? "a list of goods" : "goods of one kind: an object with price and quantity";
    return isFine ? [] : [{ code: "case_value_invalid", message: `this is no ${path === "goods" ? "list" : "object"}`, path, expected }];
  });
  if (found.length > 0) throw new InvalidCaseError(found);
}

function checkMoney({ goods, customs, importedAt, shippedAt }: ImportRequest): void {
  checkGoods(goods);
  const found: Finding[] = goods.flatMap(({ price, quantity }, index) => [
    ...(price === undefined || price === null
      ? []
      : [...moneyFindings(price, `goods[${index}].price`), ...belowZero(price, `goods[${index}].price`)]),
    ...(quantity === undefined || quantity === null || (Number.isSafeInteger(quantity) && quantity >= 0)
      ? []
      : [
          {
            code: "case_value_invalid",
            message: `${quotable(String(quantity))} is no number of pieces`,
            path: `goods[${index}].quantity`,
            expected: "a whole number from 0 up",
          },
        ]),
  ]);
  for (const [key, value] of Object.entries(customs ?? {}))
    if (typeof value === "object" && value !== null)
      found.push(...moneyFindings(value, `customs.${key}`), ...belowZero(value, `customs.${key}`));
  for (const [path, value] of Object.entries({ importedAt, shippedAt }))
    if (value !== undefined && value !== null && value !== "" && readInstant(value) === undefined)
      found.push({
        code: "invalid_instant",
        message: `${quoted(value)} is not an instant`,
        path,
        expected: "ISO 8601 with an offset, such as 2026-03-03T15:00:00Z",
      });
  if (found.length > 0) throw new InvalidCaseError(found);
}

function belowZero(money: Money, path: string): Finding[] {
  if (moneyFindings(money, path).length > 0 || toMinorUnits(money) >= 0n) return [];
  return [
    { code: "case_value_invalid", message: `${money.amount} ${money.currency} is below zero`, path, expected: "an amount of zero or more" },
  ];
}
