import { AmendsError, formatFinding } from "@amends/core/errors";

/** What a policy's function answered, where it is a number to compute with; one that isn't would let tickets vanish without a word. */
export function finiteAnswer(path: string, value: unknown, expected: string, holds: (value: number) => boolean = () => true): number {
  if (typeof value === "number" && Number.isFinite(value) && holds(value)) return value;
  const finding = { code: "simulation_input_invalid", message: `${path} answers ${String(value)}`, path, expected };
  throw new AmendsError({ code: finding.code, message: `The simulation can't run:\n  ${formatFinding(finding)}`, findings: [finding] });
}
