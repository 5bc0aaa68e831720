import type { CaseFile } from "@amends/core/model";

/** What an event on a failed payment says beside why: amount, method, last four digits, reference, and when to try again. */
export function paymentEventValues({ event }: CaseFile): Readonly<Record<string, unknown>> {
  const { amount, method, lastFour, reference, retry } = event?.data ?? {};
  const retryAt = typeof retry === "object" && retry !== null && "notBefore" in retry ? retry.notBefore : undefined;
  return { amount, method, lastFour, reference, retryAt };
}
