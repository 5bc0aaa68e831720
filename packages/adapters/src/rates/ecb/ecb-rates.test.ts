import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AdapterError, AmendsError, RateMissingError } from "@amends/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineContract, rateSourceContract, watchedEnvironment } from "../../testing/index.js";
import { createEcbRates, type EcbRatesOptions } from "./ecb-rates.js";
import { parseRates } from "./parse-rates.js";

const rateOf = ([currency, rate]: readonly [string, string]) => `\n      <Cube currency="${currency}" rate="${rate}"/>`;
const dayOf = (date: string, rates: Readonly<Record<string, string>>) =>
  `\n    <Cube time='${date}'>${Object.entries(rates).map(rateOf).join("")}\n    </Cube>`;
const fileOf = (...days: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>PLANTED sender</gesmes:name></gesmes:Sender>
  <Cube>${days.join("")}
  </Cube>
</gesmes:Envelope>
`;

const tuesday = dayOf("2026-03-03", { USD: "1.0905", JPY: "160.46", HUF: "390.00" });
const friday = dayOf("2026-02-27", { USD: "1.0801", JPY: "161.2" });
const thursday = dayOf("2026-02-26", { USD: "1.0800" });

const errorOf = (promise: Promise<unknown>): Promise<AmendsError> =>
  promise.then(
    () => {
      throw new Error("expected an error");
    },
    (error: unknown) => {
      if (!AmendsError.isInstance(error)) throw error;
      return error;
    },
  );

/** The bank's site on Tuesday 3 March 2026, 15:00 UTC, before the day's rates are out unless told otherwise. */
function bank(files: Partial<Record<"daily" | "hist-90d" | "hist", string>>, now = Date.UTC(2026, 2, 3, 15)) {
  const at = { now };
  const asked: string[] = [];
  const { environment } = watchedEnvironment((_, request) => {
    const file = /eurofxref-(.*)\.xml$/.exec(request.url)?.[1] as "daily";
    asked.push(file);
    return files[file] === undefined ? new Response("", { status: 404 }) : new Response(files[file]);
  });
  const rates = (options: EcbRatesOptions = {}) => createEcbRates({ ...environment, clock: () => at.now, ...options });
  return { at, asked, files, rates };
}

describe("the contract of rate sources", () => {
  defineContract(
    rateSourceContract({
      create: (environment) => createEcbRates(environment),
      date: "2026-03-03",
      answer: () => new Response(fileOf(tuesday)),
      expected: { base: "EUR", date: "2026-03-03", rates: { USD: "1.0905", JPY: "160.46", HUF: "390.00" } },
      staleDate: "2026-03-20",
      planted: ["PLANTED"],
    }),
    { test: it, skip: it.skip },
  );

  it("holds for old rates on a day that has come", async () => {
    const { rates } = bank({ daily: fileOf(tuesday) }, Date.UTC(2026, 2, 20, 15));
    const error = await errorOf(rates().ratesFor("2026-03-20"));
    expect(RateMissingError.isInstance(error)).toBe(true);
    expect(error.message).toMatch(/2026-03-20.*2026-03-03/);
  });
});

describe("the day asked for", () => {
  it("today: the daily file, which has the last published day", async () => {
    const { rates, asked } = bank({ daily: fileOf(friday) });
    expect(await rates().ratesFor("2026-03-03")).toEqual({ base: "EUR", date: "2026-02-27", rates: { USD: "1.0801", JPY: "161.2" } });
    expect(asked).toEqual(["daily"]);
  });

  it("past: the file of 90 days; a weekend has Friday's rates", async () => {
    const { rates, asked } = bank({ "hist-90d": fileOf(tuesday, friday, thursday) });
    const source = rates();
    const days = ["2026-03-01", "2026-02-28", "2026-02-27", "2026-02-26"];
    expect((await Promise.all(days.map(async (day) => (await source.ratesFor(day)).date))).join()).toBe(
      "2026-02-27,2026-02-27,2026-02-27,2026-02-26",
    );
    expect(new Set(asked)).toEqual(new Set(["hist-90d"]));
  });

  it("at the date line: tomorrow's date has begun somewhere, the day after hasn't", async () => {
    const { rates, asked } = bank({ daily: fileOf(tuesday) });
    expect((await rates().ratesFor("2026-03-04")).date).toBe("2026-03-03");
    const error = await errorOf(rates().ratesFor("2026-03-05"));
    expect(RateMissingError.isInstance(error) && error.message).toContain("lies ahead");
    expect(asked).toEqual(["daily"]);
  });

  it("before the first day of the file: refused", async () => {
    const { rates } = bank({ "hist-90d": fileOf(tuesday) });
    expect((await errorOf(rates().ratesFor("2026-02-20"))).message).toContain("none on it or before it");
  });

  it("after a clock that is behind: the daily file is too new, the other one answers", async () => {
    const { rates, asked } = bank({ daily: fileOf(tuesday), "hist-90d": fileOf(tuesday, friday) }, Date.UTC(2026, 2, 2, 15));
    expect((await rates().ratesFor("2026-03-02")).date).toBe("2026-02-27");
    expect(asked).toEqual(["daily", "hist-90d"]);
  });

  it("older than 90 days: refused unasked, or read from the file of all days where that is wanted", async () => {
    const old = dayOf("2025-06-02", { USD: "1.14" });
    const { rates, asked } = bank({ hist: fileOf(tuesday, old) });
    expect((await errorOf(rates().ratesFor("2025-06-02"))).message).toContain("fullHistory");
    expect(asked).toEqual([]);
    expect((await rates({ fullHistory: true }).ratesFor("2025-06-03")).rates).toEqual({ USD: "1.14" });
    expect(asked).toEqual(["hist"]);
  });

  it("no date: rejected", async () => {
    const { rates, asked } = bank({});
    const error = await errorOf(rates().ratesFor(20260303 as unknown as string));
    expect(AdapterError.isInstance(error) && error.reason).toBe("rejected");
    expect(asked).toEqual([]);
  });
});

describe("how old rates may be", () => {
  it.each([
    [3, "2026-03-02", "2026-02-27"],
    [0, "2026-02-27", "2026-02-27"],
    [2, "2026-03-02", undefined],
    [0, "2026-02-28", undefined],
  ])("at most %d days, for %s", async (maximumAgeDays, day, expected) => {
    const { rates } = bank({ "hist-90d": fileOf(tuesday, friday) });
    const found = rates({ maximumAgeDays }).ratesFor(day);
    if (expected === undefined) expect(RateMissingError.isInstance(await errorOf(found))).toBe(true);
    else expect((await found).date).toBe(expected);
  });

  it("a currency that must be there and isn't is named with the day", async () => {
    const { rates } = bank({ "hist-90d": fileOf(tuesday, friday) });
    const source = rates({ currencies: ["EUR", "USD", "HUF"] });
    const error = await errorOf(source.ratesFor("2026-02-28"));
    expect(RateMissingError.isInstance(error) && error.to).toBe("HUF");
    expect(error.message).toMatch(/2026-02-28.*2026-02-27/);
    expect(await rates({ currencies: ["USD", "JPY"] }).ratesFor("2026-02-28")).toBeDefined();
  });
});

describe("what is kept", () => {
  it("a day that is settled is never asked for again", async () => {
    const { rates, asked, at } = bank({ daily: fileOf(tuesday), "hist-90d": fileOf(tuesday, friday) });
    const source = rates();
    await source.ratesFor("2026-03-03");
    await source.ratesFor("2026-02-28");
    at.now += 5 * 3_600_000;
    await source.ratesFor("2026-03-03");
    await source.ratesFor("2026-03-01");
    expect(asked).toEqual(["daily", "hist-90d"]);
  });

  it("a day whose rates aren't out yet is asked for again, though not all the time", async () => {
    const { rates, asked, at, files } = bank({ daily: fileOf(friday) });
    const source = rates({ refreshSeconds: 600 });
    await source.ratesFor("2026-03-03");
    at.now += 599_000;
    files.daily = fileOf(tuesday);
    expect((await source.ratesFor("2026-03-03")).date).toBe("2026-02-27");
    at.now += 1000;
    expect((await source.ratesFor("2026-03-03")).date).toBe("2026-03-03");
    at.now -= 3_600_000;
    await source.ratesFor("2026-03-03");
    expect(asked).toEqual(["daily", "daily"]);
  });

  it("is no caller's to change", async () => {
    const { rates } = bank({ daily: fileOf(tuesday) });
    const source = rates();
    const first = await source.ratesFor("2026-03-03");
    first.rates["USD"] = "9";
    expect((await source.ratesFor("2026-03-03")).rates["USD"]).toBe("1.0905");
  });
});

describe("parseRates", () => {
  const reasonOf = (xml: string) => {
    try {
      parseRates(xml);
      return "read";
    } catch (error) {
      if (!AdapterError.isInstance(error)) throw error;
      expect(error.message).not.toContain("PLANTED");
      return error.reason;
    }
  };

  it("keeps every digit, newest day first, whatever the file's order", () => {
    expect(parseRates(fileOf(thursday, tuesday)).map(({ date, rates }) => [date, rates["HUF"]])).toEqual([
      ["2026-03-03", "390.00"],
      ["2026-02-26", undefined],
    ]);
  });

  it.each([
    ["nothing", ""],
    ["another root", "<html><body>Gateway PLANTED</body></html>"],
    ["no day", fileOf()],
    ["a day without rates", fileOf(dayOf("2026-03-03", {}))],
    ["an impossible day", fileOf(dayOf("2026-02-30", { USD: "1" }))],
    ["a day without a date", fileOf("<Cube><Cube currency='USD' rate='1'/></Cube>")],
    ["a day twice", fileOf(tuesday, tuesday)],
    ["a currency twice", fileOf("<Cube time='2026-03-03'><Cube currency='USD' rate='1'/><Cube currency='USD' rate='2'/></Cube>")],
    ["the base itself", fileOf(dayOf("2026-03-03", { EUR: "1" }))],
    ["a currency that is none", fileOf(dayOf("2026-03-03", { usd: "1" }))],
    ["a rate without a currency", fileOf("<Cube time='2026-03-03'><Cube rate='1'/></Cube>")],
    ["a rate inside a rate", fileOf("<Cube time='2026-03-03'><Cube currency='USD' rate='1'><Cube currency='JPY' rate='1'/></Cube></Cube>")],
    ["an attribute twice", fileOf("<Cube time='2026-03-03'><Cube currency='USD' rate='1' rate='2'/></Cube>")],
    ["a document type", fileOf(tuesday).replace("<gesmes:Envelope", "<!DOCTYPE x><gesmes:Envelope")],
    ["an entity", fileOf(tuesday).replace("Reference rates", "&PLANTED;")],
    [
      "entities within entities",
      `<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;">]>${fileOf(tuesday).replace(/^.*\n/, "").replace("1.0905", "&b;")}`,
    ],
    ["two roots", `${fileOf(tuesday)}<gesmes:Envelope/>`],
    ["an open element", fileOf(tuesday).replace("</gesmes:Envelope>", "")],
  ])("refuses %s", (_, xml) => expect(reasonOf(xml)).toBe("malformed"));

  it.each(["0", "0.000", "-1.5", "+1", "1,5", "1e3", "N/A", "", " 1", "1.", ".5", "Infinity", "0x1", "1".repeat(16), "٣"])(
    "refuses the rate %j",
    (rate) => expect(reasonOf(fileOf(dayOf("2026-03-03", { USD: rate })))).toBe("malformed"),
  );

  it("reads whole files only: cut anywhere, it is malformed", () => {
    const whole = fileOf(tuesday, friday);
    const end = whole.trimEnd().length;
    for (let at = 0; at < end; at += 7) expect(reasonOf(whole.slice(0, at))).toBe("malformed");
    expect(reasonOf(whole)).toBe("read");
  });

  it("throws nothing but an AdapterError, whatever the text", () => {
    const piece = fc.constantFrom(
      "<Cube",
      " time='2026-03-03'",
      " currency='USD'",
      " rate='1.5'",
      "/>",
      ">",
      "</Cube>",
      "<gesmes:Envelope>",
      "&lt;",
      "<![CDATA[",
      "<?x",
      "\0",
      "é",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join("")),
        ),
        (xml) => {
          expect(["read", "malformed"]).toContain(reasonOf(xml));
        },
      ),
      { numRuns: 300 },
    );
  });

  const payloads = process.env["AMENDS_PAYLOADS"] ?? join(import.meta.dirname, "../../../../../../shared/data/payloads");
  const sample = join(payloads, "fx/ecb.eurofxref-daily.sample.xml");
  it.skipIf(!existsSync(sample))(
    "reads a file as the bank published it (skipped without a folder of recorded payloads, see AMENDS_PAYLOADS)",
    () => {
      const [day, ...others] = parseRates(readFileSync(sample, "utf8"));
      expect(others).toEqual([]);
      expect(day?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(Number(day?.rates["USD"])).toBeGreaterThan(0.5);
      expect(Object.values(day?.rates ?? {}).every((rate) => /^\d+(\.\d+)?$/.test(rate))).toBe(true);
    },
  );
});

describe("options", () => {
  it("are refused all at once", () => {
    const options = { maximumAgeDays: -1, currencies: ["usd"], refreshSeconds: "1", baseUrl: "nowhere", other: 1 };
    try {
      createEcbRates(options as unknown as EcbRatesOptions);
      expect.unreachable();
    } catch (error) {
      if (!AmendsError.isInstance(error)) throw error;
      expect(error.findings.map(({ path }) => path ?? "").toSorted()).toEqual([
        "",
        "baseUrl",
        "currencies.0",
        "maximumAgeDays",
        "refreshSeconds",
      ]);
    }
  });
});
