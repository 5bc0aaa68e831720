import * as z from "zod";
import { expect, it } from "vitest";
import { issueMessage } from "./issue-message.js";

const days = z.strictObject({ days: z.number() });
const years = z.strictObject({ years: z.number() });
const tiers = z.strictObject({ byTier: z.record(z.string(), z.union([days, years])) });
const told = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(issueMessage);

it.each([
  [{ dayz: 1 }, ["Invalid input: needs one of days, years, byTier"]],
  [{}, ["Invalid input: needs one of days, years, byTier"]],
  // A form that it has, but for something within, and what is no object at all.
  [{ days: "1", byTier: { gold: {} } }, ["Invalid input"]],
  [7, ["Invalid input"]],
])("names the members of which one would do: %j", (value, messages) => {
  expect(told(z.union([z.union([days, years]), tiers]), value)).toEqual(messages);
});

it("says nothing of members where forms differ in another way", () => {
  expect(told(z.union([z.string(), days]), {})).toEqual(["Invalid input"]);
});
