import { expect, it } from "vitest";
import { statusReason } from "./status-reason.js";

it("says what every status means", () => {
  const meaning = new Map<string, number[]>();
  for (let status = 200; status < 600; status += 1) {
    const reason = statusReason(status) ?? "fine";
    meaning.set(reason, [...(meaning.get(reason) ?? []), status]);
  }
  const unavailable = [408, ...Array.from({ length: 100 }, (_, index) => 500 + index)];
  expect(meaning.get("fine")).toEqual(Array.from({ length: 100 }, (_, index) => 200 + index));
  expect(meaning.get("auth")).toEqual([401, 403]);
  expect(meaning.get("not_found")).toEqual([404, 410]);
  expect(meaning.get("rate_limited")).toEqual([425, 429]);
  expect(meaning.get("unavailable")).toEqual(unavailable);
  // A browser shows a redirect that isn't followed as status 0.
  expect([0, 302, 400, 409, 422].map(statusReason)).toEqual(Array.from({ length: 5 }, () => "rejected"));
});
