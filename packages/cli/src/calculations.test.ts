import { expect, it } from "vitest";
import { calculationNames, loadCalculations } from "./calculations.js";

it("loads every calculation by its name, each a function of a request and a context", async () => {
  const calculations = await loadCalculations();
  expect(Object.keys(calculations)).toEqual(calculationNames);
  for (const name of calculationNames) expect(calculations[name]?.length, name).toBeGreaterThan(0);
  expect(calculations["payment_failure"]?.({ gateway: "visa", failureCode: "51" }, {})).toMatchObject({ reason: "insufficient_funds" });
});
