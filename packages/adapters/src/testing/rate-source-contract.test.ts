import * as z from "zod";
import { expect, it } from "vitest";
import type { RateSource } from "@amends/core/contracts";
import { AdapterError } from "@amends/core/errors";
import { rateSourceContract, type RateSourceContractOptions } from "./rate-source-contract.js";
import { failing, holds } from "./twins/broken-twins.js";
import { clientOf, planted, read } from "./twins/tiny-adapter.js";

const rejected = () => new AdapterError({ adapter: "tiny", reason: "rejected", message: "refused before it was sent" });

const ratesSchema = z.object({
  date: z.iso.date(),
  usd: z
    .string()
    .regex(/^\d+\.\d+$/)
    .refine((rate) => Number(rate) > 0),
});
const ratesOf =
  ({ staleAfterDays = 5, checksDate = true, name = "tiny", inverted = false, relabelled = false }): RateSourceContractOptions["create"] =>
  (environment): RateSource => ({
    specVersion: "1",
    name,
    ratesFor: async (date, { signal } = {}) => {
      const day = z.iso.date().safeParse(date).success ? Date.parse(date) : undefined;
      if (day === undefined && checksDate) throw rejected();
      const request = { operation: "rates", path: "/" };
      const { date: published, usd } = read(
        ratesSchema,
        await clientOf(environment).json(signal === undefined ? request : { ...request, signal }),
      );
      const age = ((day ?? 0) - Date.parse(published)) / 86_400_000;
      if (age < 0 || age > staleAfterDays)
        throw new AdapterError({ adapter: "tiny", reason: "not_found", message: "no rates for the day" });
      return { base: "EUR", date: relabelled ? "2026-03-02" : published, rates: { USD: inverted ? (1 / Number(usd)).toFixed(6) : usd } };
    },
  });
const rates = (flaw: Parameters<typeof ratesOf>[0] = {}) =>
  rateSourceContract({
    create: ratesOf(flaw),
    date: "2026-03-03",
    answer: () => Response.json({ date: "2026-03-03", usd: "1.1" }),
    expected: { base: "EUR", date: "2026-03-03", rates: { USD: "1.10" } },
    staleDate: "2026-04-03",
    planted,
  });

holds("rate sources", rates(), {
  identity: () => rates({ name: "-" }),
  "rates/content": () => rates({ inverted: true }),
  "rates/stale": () => rates({ staleAfterDays: 1000 }),
  "rates/odd-dates": () => rates({ checksDate: false }),
});

it("the contract of rate sources fails where rates are given another day", async () => {
  expect(await failing(rates({ relabelled: true }))).toContain("rates/content");
});
