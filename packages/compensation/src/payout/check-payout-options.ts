import { AmendsError, type Finding } from "@amends/core/errors";
import type { PayoutLedger } from "@amends/core/contracts";
import type { PayoutOptions } from "./payout-options.js";

const methods = ["begin", "record", "complete", "undo", "release", "read"] as const satisfies readonly (keyof PayoutLedger)[];

/**
 * Refuses options that a payout would fail with halfway: a ledger that can't be written to would be found out once money moved.
 *
 * @throws {AmendsError} `invalid_options`, with every fault.
 */
export function checkPayoutOptions(options: Omit<PayoutOptions, "actions">): void {
  const findings = optionFindings(options);
  if (findings.length === 0) return;
  const told = findings.map(({ path, message }) => `${path === "" ? "options" : path}: ${message}`);
  throw new AmendsError({ code: "invalid_options", message: told.join("; "), findings });
}

function optionFindings(options: { readonly [Key in keyof PayoutOptions]?: unknown } | null | undefined): Finding[] {
  if (typeof options !== "object" || options === null) return [finding("", "there are none", "an object with a ledger")];
  const { ledger, clock, leaseSeconds = 120 } = options;
  return [
    ...ledgerFindings(ledger),
    ...(clock === undefined || typeof clock === "function"
      ? []
      : [finding("clock", "it is no clock", "a function that answers with epoch milliseconds")]),
    ...((leaseSeconds as number) > 0 && (leaseSeconds as number) <= 86_400
      ? []
      : [finding("leaseSeconds", "a lease is no time at all, or over a day", "seconds above 0")]),
  ];
}

function ledgerFindings(ledger: unknown): Finding[] {
  if (typeof ledger !== "object" || ledger === null)
    return [finding("ledger", "there is no ledger", "a PayoutLedger of @amends/core/contracts")];
  const given = ledger as Readonly<Record<string, unknown>>;
  return methods.flatMap((name) =>
    typeof given[name] === "function" ? [] : [finding(`ledger.${name}`, "the ledger can't do it", "a function")],
  );
}

function finding(path: string, message: string, expected: string): Finding {
  return { code: "invalid_options", message, path, expected };
}
