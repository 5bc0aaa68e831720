import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DecidedDay } from "../scripts/demo/decide/decided-case.js";
import { highlighted } from "../scripts/demo/page/highlighted.js";
import { html } from "../scripts/demo/page/html.js";
import { runDemo } from "../scripts/demo/run-demo.js";
import { fitWidth } from "../scripts/demo/table/fit-width.js";
import { localMoment } from "../scripts/demo/wording/local-moment.js";

const languages = ["en", "zh", "ja", "ko", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "ar", "th", "vi", "id", "tr"];

const folders: string[] = [];

async function run(width = 190): Promise<{ readonly day: DecidedDay; readonly lines: readonly string[]; readonly page: string }> {
  const folder = mkdtempSync(join(tmpdir(), "amends-demo-"));
  folders.push(folder);
  const lines: string[] = [];
  const day = await runDemo({ folder, pageName: "demo/index.html", print: (line) => lines.push(line), width, colours: false });
  return { day, lines, page: readFileSync(join(folder, "index.html"), "utf8") };
}

let first: Awaited<ReturnType<typeof run>>;

beforeAll(async () => {
  first = await run();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const caseOf = (id: string) => {
  const found = first.day.cases.find(({ arrival }) => arrival.id === id);
  if (found === undefined) throw new Error(`the demo has no case ${id}`);
  return found.caseFile;
};

describe("the demo", () => {
  it("decides at least sixty-four cases of six ways to arrive, in every language three or more", () => {
    const { cases } = first.day;
    const written = cases.flatMap(({ arrival }) => arrival.writtenIn ?? []);
    expect(cases.length).toBeGreaterThanOrEqual(64);
    expect(new Set(cases.map(({ arrival }) => arrival.id)).size).toBe(cases.length);
    expect(new Set(cases.map(({ caseFile }) => caseFile.ticket?.channel ?? "event")).size).toBeGreaterThanOrEqual(6);
    expect(new Set(cases.flatMap(({ caseFile }) => caseFile.ticket?.marketplace ?? [])).size).toBeGreaterThanOrEqual(7);
    expect(new Set(cases.flatMap(({ caseFile }) => caseFile.customer?.country ?? [])).size).toBeGreaterThanOrEqual(12);
    for (const code of languages) expect(written.filter((language) => language === code).length, code).toBeGreaterThanOrEqual(3);
  });

  it("detects the language each message was written in", () => {
    const detected = first.day.cases.filter(({ arrival }) => arrival.writtenIn !== null);
    const wrong = detected.filter(({ arrival, caseFile }) => caseFile.language?.code !== arrival.writtenIn);
    expect(wrong.map(({ arrival, caseFile }) => [arrival.id, arrival.writtenIn, caseFile.language?.code])).toEqual([]);
  });

  it("decides every case with a message at every stage", () => {
    for (const { arrival, caseFile } of first.day.cases.filter(({ caseFile: file }) => file.ticket)) {
      expect(caseFile, arrival.id).toMatchObject({
        classification: { issueType: expect.any(String) },
        sla: { firstResponse: { dueAt: expect.any(String) } },
        assignment: { handler: expect.any(String) },
        reply: { text: expect.any(String) },
        audit: { hash: expect.any(String) },
      });
    }
    expect(first.day.auditChain).toBe(true);
  });

  it("decides the case of forty-five days across the hour that the clocks skip", () => {
    const decided = caseOf("45-days-late");
    expect(decided).toMatchObject({
      language: { code: "en" },
      classification: {
        stage: "complaint",
        issueType: "logistics_delay",
        sentiment: "angry",
        urgency: "high",
        isComplaint: true,
        extracted: { days: 45 },
      },
      risk: { score: 0, band: "low" },
      sla: { firstResponse: { within: "PT2H", dueAt: "2026-03-08T08:10:00Z" } },
      remedies: {
        tier: 2,
        choices: [
          { remedy: "wait", gives: { couponPercent: 20 } },
          { remedy: "reship", gives: { priority: true } },
          { remedy: "full_refund", gives: { refundPercent: 100 } },
        ],
        alwaysAdd: { nextPurchaseDiscountPercent: 20 },
      },
      reply: { language: "en" },
    });
    expect(decided.followUps?.map(({ day }) => day)).toEqual([3, 7, 15, 30]);
    expect(decided.ticket?.text).not.toContain("Thank you for your patience");
    expect(localMoment("2026-03-08T06:10:00Z", "America/New_York").short).toBe("Sun 01:10");
    expect(localMoment("2026-03-08T08:10:00Z", "America/New_York")).toMatchObject({ short: "Sun 04:10", offset: "UTC−04:00" });
  });

  it("asks a serial claimer for evidence and a person, and refuses nothing", () => {
    expect(caseOf("amz-serial-claimer")).toMatchObject({ risk: { band: "high", humanReview: true }, assignment: { handler: "human" } });
  });

  it("tells customers of what happened before they ask", () => {
    const told = (id: string) => caseOf(id).notices?.map(({ kind, language }) => [kind, language]);
    expect(told("event-lost-valladolid")).toEqual([["lost", "es"]]);
    expect(told("event-customs-hold-campinas")).toEqual([["customs_hold", "pt"]]);
    expect(told("event-payment-failed-toronto")).toEqual([["payment_failed", "en"]]);
    expect(told("event-paid-sendai")).toEqual([["order_paid", "ja"]]);
  });

  it("prints a line for each case, no wider than the terminal, whatever the script", () => {
    const { day, lines } = first;
    const rows = lines.filter((line) => /^\d\d:\d\d {2}/.test(line));
    expect(rows).toHaveLength(day.cases.length);
    expect(new Set(rows.map((row) => stringWidth(row))).size).toBe(1);
    expect(lines.filter((line) => stringWidth(line) > 190)).toEqual([]);
    expect(lines.filter((line) => /Error|undefined|NaN|\[object/.test(line))).toEqual([]);
    expect(lines.at(-1)).toContain("demo/index.html");
  });

  it("prints two lines a case on a narrow terminal, and the same bytes twice but for the measured time", async () => {
    const again = await run();
    const untimed = (lines: readonly string[]) => lines.filter((line) => !line.startsWith("Time"));
    expect(untimed(again.lines)).toEqual(untimed(first.lines));
    expect(again.page === first.page).toBe(true);
    const narrow = await run(100);
    expect(narrow.lines.filter((line) => stringWidth(line) > 100)).toEqual([]);
  });
});

describe("the page", () => {
  it("holds every case and asks for nothing from elsewhere", () => {
    const { page, day } = first;
    expect(day.cases.filter(({ arrival }) => !page.includes(`<article id="${arrival.id}"`))).toEqual([]);
    expect(page.includes("default-src &#39;none&#39;")).toBe(true);
    expect(page.match(/<(?:link|img|iframe|script)[^>]+(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
    const written = page.slice(0, page.lastIndexOf("<script>"));
    expect(written.match(/.{0,40}(?:undefined|\[object |NaN).{0,40}/g)).toBeNull();
  });

  it("escapes what customers wrote", () => {
    const { page } = first;
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<img|<svg onload|<b>Tess/g)).toBeNull();
    expect(page.includes("&lt;script&gt;document.body.innerHTML")).toBe(true);
    expect(page.includes("&lt;b&gt;Tess&lt;/b&gt;")).toBe(true);
    expect(String(html`<a title="${'"><script>'}">${"<i>"}</a>`)).toBe('<a title="&quot;&gt;&lt;script&gt;">&lt;i&gt;</a>');
  });

  it("marks overlapping evidence without losing or repeating text", () => {
    const evidence = [
      { label: "logistics_delay", phrase: "45 days late", start: 0, end: 12 },
      { label: "negative", phrase: "days late <now>", start: 3, end: 18 },
    ];
    const marked = String(highlighted("45 days late <now>!", evidence));
    expect(marked.replaceAll(/<[^>]*>/g, "")).toBe("45 days late &lt;now&gt;!");
    expect(marked).toContain('<mark title="logistics delay, negative">days late</mark>');
  });
});

describe("fitWidth", () => {
  it("pads and cuts by terminal cells", () => {
    expect(fitWidth("北川", 6)).toBe("北川  ");
    expect(fitWidth("북천북천", 6)).toBe("북천… ");
    expect(["ส้มโอ", "نورة العنزي", "👩‍👩‍👧‍👦 family"].map((text) => stringWidth(fitWidth(text, 7)))).toEqual([7, 7, 7]);
  });
});
