import { describe, expect, it } from "vitest";
import { parseEmail } from "./parse-email.js";
import { errorOf } from "./testing/error-of-email.js";
import { mail } from "./testing/sample-email.js";

describe("the date", () => {
  it.each([
    ["Tue, 3 Mar 2026 16:00:00 +0100", "2026-03-03T16:00:00+01:00"],
    ["3 Mar 2026 16:00 -0330", "2026-03-03T16:00:00-03:30"],
    ["Tue, 03 Mar 2026 16:00:00 GMT", "2026-03-03T16:00:00Z"],
    ["Tue,  3 Mar 2026 16:00:00 +0800 (China Standard (CST) Time)", "2026-03-03T16:00:00+08:00"],
    ["Tuesday, 3-Mar-26 16:00:00 PDT", "2026-03-03T16:00:00-07:00"],
    ["3 Mar 99 16:00:00 EST", "1999-03-03T16:00:00-05:00"],
    ["3 Mar 126 16:00:00 +0000", "2026-03-03T16:00:00Z"],
    ["31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z"],
    ["Tue, 3 Mar 2026 16:00:00 -0000", "2026-03-03T16:00:00Z"],
  ])("%s", async (Date, at) => {
    expect((await parseEmail(mail({ Date }))).at).toBe(at);
  });

  it.each([
    "",
    "tomorrow",
    "Tue, 3 Mar 2026 16:00:00",
    "30 Feb 2026 16:00:00 +0000",
    "3 Mar 2026 25:00:00 +0000",
    "3 Mar 2026 16:00:00 +2500",
    "3 Foo 2026 16:00:00 +0000",
    "2026-03-03T16:00:00Z",
    "3 Mar 2026 16:00:00 XYZ",
  ])("that is %j gives way to the time of arrival, and is listed", async (Date) => {
    const receivedAt = "2026-03-03T15:01:00Z";
    const read = await parseEmail(mail({ Date }), { receivedAt });
    expect([read.at, read.notUnderstood]).toEqual([receivedAt, ["date"]]);
    const Received = `from mx by shop.example; Tue, 3 Mar 2026 15:02:00 +0000`;
    expect((await parseEmail(mail({ Date, Received }))).at).toBe("2026-03-03T15:02:00Z");
    const error = await errorOf(mail({ Date }));
    expect([error.reason, error.message.includes("receivedAt")]).toEqual(["malformed", true]);
  });

  it("ahead of the arrival isn't believed, but for what clocks are apart", async () => {
    const options = { receivedAt: "2026-03-03T14:55:00Z" };
    expect((await parseEmail(mail(), options)).at).toBe("2026-03-03T16:00:00+01:00");
    const ahead = await parseEmail(mail({ Date: "Tue, 3 Mar 2026 17:00:00 +0100" }), options);
    expect([ahead.at, ahead.notUnderstood]).toEqual([options.receivedAt, ["date"]]);
  });
});
