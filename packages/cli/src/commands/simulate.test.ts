import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";

const folder = mkdtempSync(join(tmpdir(), "amends-simulate-"));
const fileOf = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};
const ndjson = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const agents = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `a${index}`,
    tier: "L2",
    zone: "Europe/Berlin",
    languages: [{ code: "de", level: 5 }],
  }));
const roster = fileOf("roster.json", agents(2));
const bigger = fileOf("bigger.json", agents(3));
const rates = fileOf("rates.json", {
  kinds: [{ name: "<b>mail</b>", channel: "email", language: "de", zone: "Europe/Berlin", handleSeconds: 600, patienceSeconds: 1800 }],
  from: "2026-03-02T00:00:00Z",
  calls: { "<b>mail</b>": Array.from({ length: 24 }, () => 14) },
});
interface Json {
  readonly result: { readonly totals: { readonly tickets: number; readonly sla: { readonly measured: number; readonly share: number } } };
}

describe("amends simulate", () => {
  it("prints tables, and the same bytes for the same seed", async () => {
    const { code, out } = await callAmends(["simulate", rates, "--roster", roster, "--target", "600", "--zone", "Europe/Berlin"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Tickets from 2026-03-02T00:\d\d/);
    expect(out).toMatch(/By the hour at which they came, Europe\/Berlin\nhour +agents +tickets/);
    expect(out).toMatch(/By the agents' zone\nzone +agents(.|\n)*Europe\/Berlin +2/);
    expect((await callAmends(["simulate", rates, "--roster", roster, "--target", "600", "--zone", "Europe/Berlin"])).out).toBe(out);
    expect((await callAmends(["simulate", rates, "--roster", roster, "--target", "600", "--seed", "2"])).out).not.toBe(out);
  });

  it("takes deadlines from SLA policies and agents from routing policies, in JSON", async () => {
    const tickets = ndjson([
      { at: "2026-03-02T09:00:00Z", channel: "email", language: "de", handleSeconds: 60 },
      { at: "2026-03-02T09:01:00Z", channel: "email", language: "de" },
    ]);
    const { out } = await callAmends(["simulate", "-", "--roster", roster, "--json"], tickets);
    expect(JSON.parse(out)).toMatchObject({ toBot: [], result: { totals: { tickets: 2, answered: 2, sla: { measured: 2, share: 1 } } } });
  });

  it("reads a log of events: receptions come, what they took is summed", async () => {
    const log = ndjson([
      { id: "1", at: "2026-03-02T09:00:00Z", caseId: "C", kind: "received", channel: "email", language: "de" },
      { id: "2", at: "2026-03-02T10:00:00Z", caseId: "C", kind: "replied", by: "human", handleSeconds: 200 },
      { id: "3", at: "2026-03-02T11:00:00Z", caseId: "C", kind: "replied", by: "human", handleSeconds: 100 },
    ]);
    const { out } = await callAmends(["simulate", "-", "--roster", roster, "--json", "--forecast", "2"], log);
    expect(out).toContain("two full weeks");
    const { out: told } = await callAmends(["simulate", "-", "--roster", roster, "--json"], log);
    expect((JSON.parse(told) as Json).result.totals.tickets).toBe(1);
  });

  it("compares two rosters on the same tickets, and writes a page that stands alone", async () => {
    const html = join(folder, "page.html");
    const { code, out } = await callAmends([
      "simulate",
      rates,
      "--roster",
      roster,
      "--compare",
      bigger,
      "--target",
      "600",
      "--repetitions",
      "4",
      "--html",
      html,
    ]);
    expect(code).toBe(0);
    expect(out).toContain("== roster.json\n");
    expect(out).toMatch(/4 repetitions with the same tickets for both(.|\n)*in time +\d+\.\d % +\d+\.\d % +\d+\.\d % \(.*\) +yes/);
    const page = readFileSync(html, "utf8");
    expect(page).toMatch(/<svg [^>]*role="img" aria-labelledby="t0 d0">\n<title id="t0">/);
    expect(page).not.toMatch(/https?:|<script|<link|<img|url\(/);
    expect(page).not.toContain("<b>mail");
    expect(page.match(/<table>/g)).toHaveLength(5);
  });

  it("compares policies, and says which tickets the bot takes", async () => {
    const policy = fileOf("own.policy.json", {
      policy: "shop/handlers",
      version: "1.0.0",
      stage: "assignment",
      decision: "handler",
      decide: "first",
      rules: [
        {
          name: "bot",
          because: "an example",
          event: { type: "handler", params: { handler: "bot" } },
          conditions: { all: [{ fact: "ticket.channel", operator: "equal", value: "email" }] },
        },
      ],
    });
    const { out, err } = await callAmends(["simulate", rates, "--roster", roster, "--compare", policy, "--repetitions", "2"]);
    expect(err).toBe("");
    expect(out).toContain("Not simulated, for policies give them to the bot: <b>mail</b>");
  });

  it("simulates the hours behind a history, and prints what such forecasts were worth", async () => {
    const day = 86_400_000;
    const history = Array.from({ length: 29 * 24 }, (_, hour) => ({
      at: new Date(Date.UTC(2026, 1, 2) + (hour / 24) * day).toISOString(),
      language: "de",
      channel: "email",
    }));
    const { out, code } = await callAmends(["simulate", "-", "--roster", roster, "--forecast", "24"], ndjson(history));
    expect(code).toBe(0);
    expect(out).toMatch(/^Forecast, back-tested on 2 weeks: WAPE 0\.0 %, MASE –; last week again: WAPE 0\.0 %/);
  });

  it("says what is wrong with its files and options", async () => {
    const refused = async (args: readonly string[], input = "") => {
      const { code, err } = await callAmends(["simulate", ...args], input);
      expect(code).toBe(2);
      return err;
    };
    expect(await refused([])).toContain("name one file");
    expect(await refused([rates])).toContain("--roster FILE is needed");
    expect(await refused([rates, "--roster", roster, "--zone", "Mars/Gale"])).toContain("not a time zone");
    expect(await refused([rates, "--roster", fileOf("no.json", {})])).toContain("no JSON array");
    expect(await refused([rates, "--roster", fileOf("bad.json", [{ id: "" }])])).toContain("can't be read as a roster");
    expect(await refused(["-", "--roster", roster], "")).toContain("there are no tickets");
    const bad = ndjson([
      { at: "noon" },
      { at: "2026-03-02T09:00:00Z", channel: "emial" },
      { at: "2026-03-02T09:00:00Z", kind: "x" },
      5,
      { at: "2026-03-02T09:00:00Z", handleSeconds: -1 },
    ]);
    const said = await refused(["-", "--roster", roster], bad);
    expect(said).toMatch(
      /input:1: at is "noon"(.|\n)*input:2: channel is "emial"; did you mean "email"(.|\n)*input:3: kind is "x"(.|\n)*input:5: handleSeconds/,
    );
    expect(
      await refused(["-", "--roster", roster], JSON.stringify({ kinds: [{ name: "a" }], calls: { b: [1] }, from: "2026-03-02T00:00:00Z" })),
    ).toContain('names the kind "b"');
    expect(await refused(["-", "--roster", roster], JSON.stringify({ kinds: [{}], calls: [] }))).toContain("kinds[0].name");
    expect(await refused([rates, "--roster", roster, "--forecast", "24"])).toContain("needs a history");
    expect((await callAmends(["simulate", "--help"])).out).toContain("amends simulate FILE --roster FILE");
  });
});
