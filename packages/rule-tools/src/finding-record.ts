import type { Finding } from "@amends/core/errors";
import { rulePage } from "./rule-page.js";

/** A finding as it is printed for programs: with its severity and the page of its code. */
export type FindingRecord = Finding & { readonly severity: NonNullable<Finding["severity"]>; readonly page: string };

/**
 * A finding with its severity spelled out and the address of its page.
 *
 * @example
 * import { findingRecord } from "@amends/rule-tools";
 * findingRecord({ code: "gap", message: "nobody decides" }); // => { code: "gap", severity: "error", message: "nobody decides", page: "https://amends.dev/rules/gap" }
 */
export function findingRecord({ code, severity = "error", ...finding }: Finding): FindingRecord {
  return { code, severity, ...finding, page: rulePage(code) };
}
