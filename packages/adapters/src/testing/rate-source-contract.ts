import type { RateSource } from "@amends/core/contracts";
import { AmendsError } from "@amends/core/errors";
import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";
import { demandShape } from "./demand-shape.js";
import { faultCases } from "./fault-cases.js";
import { identityCase } from "./identity-case.js";
import { ratesShape } from "./shapes.js";

/** What the contract of rate sources needs of an adapter. */
export interface RateSourceContractOptions {
  readonly create: (environment: ContractEnvironment) => RateSource;
  /** A day, and the vendor's answer that holds its rates. */
  readonly date: string;
  readonly answer: () => Response;
  /** What the answer holds for the day: the base, the day the rates were published, and some of them. */
  readonly expected: { readonly base: string; readonly date: string; readonly rates: Readonly<Record<string, string>> };
  /** A day long after the last one in the answer. */
  readonly staleDate: string;
  readonly planted: readonly string[];
}

/**
 * What every source of exchange rates promises.
 *
 * @example
 * import { rateSourceContract } from "@amends/adapters/testing";
 * const ratesFor = async () => ({ base: "EUR", date: "2026-03-03", rates: { USD: "1.1" } });
 * const create = () => ({ specVersion: "1", name: "bank", ratesFor }) as const;
 * const expected = { base: "EUR", date: "2026-03-03", rates: { USD: "1.1" } };
 * const days = { date: "2026-03-03", staleDate: "2027-01-01" };
 * rateSourceContract({ create, ...days, expected, answer: () => Response.json({}), planted: [] }).at(1)?.id; // => "rates/content"
 */
export function rateSourceContract(options: RateSourceContractOptions): readonly ContractCase[] {
  const { create, date, answer, staleDate } = options;
  const ratesFor = (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).ratesFor(date, signal === undefined ? {} : { signal });
  const check = (value: unknown) => {
    demandShape(ratesShape, value, "rates");
    const { date: published, rates } = value as { date: string; rates: Readonly<Record<string, string>> };
    demand(published <= date, `rates of ${published} were given for ${date}`);
    demand(published >= options.expected.date, `rates of ${published} were given, older than the answer's`);
    demand(Object.keys(rates).length > 0, "there is no rate");
    demand(
      Object.values(rates).every((rate) => Number(rate) > 0),
      "a rate is zero",
    );
  };
  return [
    identityCase(create),
    {
      id: "rates/content",
      says: "the base, the day and the rates are what the answer says",
      run: async () => {
        const { expected } = options;
        const given = await ratesFor(watchedEnvironment(answer).environment);
        demand(given.base === expected.base, `expected the base ${expected.base}, got ${given.base}`);
        demand(given.date === expected.date, `expected rates of ${expected.date}, got ${given.date}`);
        for (const [currency, rate] of Object.entries(expected.rates))
          demand(
            Number(given.rates[currency]) === Number(rate),
            `expected ${rate} ${currency} for one ${expected.base}, got ${given.rates[currency] ?? "none"}`,
          );
      },
    },
    {
      id: "rates/stale",
      says: "a day whose rates are too old or missing is refused",
      run: async () => {
        const { environment } = watchedEnvironment(answer);
        const error: unknown = await create(environment)
          .ratesFor(staleDate)
          .then(
            () => fail("old rates were given for a later day"),
            (reason: unknown) => reason,
          );
        demand(AmendsError.isInstance(error), `expected an AmendsError, got ${String(error)}`);
      },
    },
    {
      id: "rates/odd-dates",
      says: "a day that is no date is refused before anybody is asked",
      run: async () => {
        for (const odd of ["", "yesterday", "2026-02-30", "2026-3-3", "9999-99-99"]) {
          const { environment, asked } = watchedEnvironment(answer);
          const outcome = await create(environment)
            .ratesFor(odd)
            .then(
              () => "answered",
              () => "refused",
            );
          demand(outcome === "refused" && asked.length === 0, `"${odd}" was ${outcome} after ${asked.length} calls`);
        }
      },
    },
    ...faultCases({ call: ratesFor, answer, check, planted: options.planted }),
  ];
}
