import type { Calculation, Calculations } from "@amends/rule-tools";

/** Where each calculation is, by the name that tests call it. */
const calculationModules: Readonly<Record<string, () => Promise<unknown>>> = {
  refund: async () => (await import("@amends/compensation")).planRefund,
  duty: async () => (await import("@amends/compensation/duties")).calculateDuty,
  duty_refund: async () => (await import("@amends/compensation/duties")).refundOfDuty,
  return: async () => (await import("@amends/compensation/returns")).returnEligibility,
  payment_failure: async () => (await import("@amends/compensation/payment-failure")).explainPaymentFailure,
};

/** What tests may ask beside policies. */
export const calculationNames: readonly string[] = Object.keys(calculationModules);

/** The calculations that tests may ask, each a function of a request and a context. */
export async function loadCalculations(): Promise<Calculations> {
  const loaded = calculationNames.map(async (name) => [name, (await calculationModules[name]?.()) as Calculation] as const);
  return Object.fromEntries(await Promise.all(loaded));
}
