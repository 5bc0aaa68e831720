import { shipmentStatuses, type Shipment } from "@amends/core/model";
import { describe, expect, it } from "vitest";
import { lateShipment } from "../testing/full-case.js";
import { renderTimeline } from "./render-timeline.js";
import { responsibleParty } from "./responsible-party.js";
import { timelineSvg } from "./timeline-svg.js";

describe("renderTimeline", () => {
  it("tells each step in the reader's language and zone, with who held the parcel", () => {
    const timeline = renderTimeline(lateShipment, { language: "de", zone: "America/New_York" });
    expect(timeline.steps.map(({ status, party, date, place }) => ({ status, party, date, place }))).toEqual([
      { status: "picked_up", party: "carrier", date: "2026-01-17", place: null },
      { status: "in_transit", party: "carrier", date: "2026-01-27", place: "Los Angeles" },
      { status: "customs", party: "customs", date: "2026-01-27", place: null },
    ]);
    expect(timeline.lines[2]).toMatch(/^27\.01\.2026, 21:00 – in der Zollabfertigung \(zuständig: Zoll\)$/);
  });

  it("puts events in order of time, where all tell it", () => {
    const events = [
      { at: "2026-01-28T02:00:00Z", status: "customs" },
      { at: "2026-01-27T08:00:00Z", status: "in_transit" },
    ];
    expect(renderTimeline({ events } as Shipment, { language: "en" }).steps.map(({ status }) => status)).toEqual(["in_transit", "customs"]);
  });

  it("keeps the carrier's order and the place's own clock where offsets lack", () => {
    const events = [
      { local: "2026-01-28T10:00:00", status: "customs" },
      { at: "2026-01-27T08:00:00Z", status: "in_transit" },
    ];
    const { steps } = renderTimeline({ events } as Shipment, { language: "en", zone: "Asia/Tokyo" });
    expect(steps.map(({ status, date, at }) => [status, date, at])).toEqual([
      ["customs", "2026-01-28", null],
      ["in_transit", "2026-01-27", "2026-01-27T08:00:00Z"],
    ]);
    expect(steps[0]?.when).toContain("10:00");
  });

  it("leaves out a time that can't be read", () => {
    const events = [{ local: "yesterday", status: "customs" }];
    expect(renderTimeline({ events } as Shipment, { language: "en" }).lines).toEqual(["in customs clearance (responsible: customs)"]);
  });

  it("is English, whole, where a language lacks a word", () => {
    const templates = [
      { language: "sv", timeline: { title: "Resan", line: "{node}" }, statuses: { lost: "borta" }, parties: { carrier: "bud" } },
    ];
    const told = (status: string) =>
      renderTimeline({ events: [{ at: "2026-01-27T08:00:00Z", status }] } as Shipment, { language: "sv", templates });
    expect(told("lost")).toMatchObject({ language: "sv", title: "Resan", lines: ["borta"] });
    expect(told("customs").language).toBe("en");
    expect(renderTimeline({}, { language: "xx", zone: "Mars/Olympus" })).toMatchObject({ language: "en", steps: [] });
  });

  it("knows who holds a parcel at every status", () => {
    for (const status of shipmentStatuses) expect(["seller", "carrier", "customs", "customer"]).toContain(responsibleParty(status));
  });
});

describe("timelineSvg", () => {
  const svg = (language: string, shipment: unknown = lateShipment) =>
    timelineSvg(renderTimeline(shipment as Shipment, { language, zone: "America/New_York" }));

  it("is self-contained and accessible, on dark and on light", () => {
    const picture = svg("en");
    expect(picture).not.toMatch(/href|url\(|<script|<style|<image|<foreignObject|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    expect(picture).toContain('role="img" lang="en" aria-label="The journey of your parcel"');
    expect(picture).toContain("<title>The journey of your parcel</title>");
    expect(picture).toMatch(/<desc>.*picked up by the carrier[\s\S]*<\/desc>/);
    expect(picture).toContain("color-scheme:light dark");
    expect(picture).not.toMatch(/(fill|stroke)="#/);
    expect(picture.match(/<g data-party=/g)).toHaveLength(3);
    expect(picture.match(/<line /g)).toHaveLength(1);
  });

  it("escapes what comes from the case", () => {
    const place = `</text><script>alert("x")</script>&'`;
    const picture = svg("en", { events: [{ at: "2026-01-27T08:00:00Z", status: "in_transit", place }] });
    expect(picture).not.toContain("<script>");
    expect(picture).toContain("&lt;/text&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;");
    expect(picture).not.toContain("<line ");
  });

  it("runs from right to left in Arabic", () => {
    expect(svg("ar")).toContain('direction="rtl"');
    expect(svg("en")).not.toContain("direction=");
  });

  it("has balanced elements, also without events", () => {
    for (const picture of [svg("ja"), svg("en", {})]) {
      const open = picture.match(/<(svg|g|text|title|desc)\b/g)?.length;
      expect(picture.match(/<\/(svg|g|text|title|desc)>/g)).toHaveLength(open as number);
    }
  });

  it("is about as wide as its widest line, whatever the script", () => {
    const widthOf = (language: string, place: string) =>
      Number(/viewBox="0 0 (\d+) /.exec(svg(language, { events: [{ at: "2026-01-27T08:00:00Z", status: "in_transit", place }] }))?.[1]);
    // An em of the small print is 12 pixels: ten more ideographs take 120, and narrow letters less than wide ones.
    expect(widthOf("zh", "广".repeat(30)) - widthOf("zh", "广".repeat(20))).toBe(120);
    expect(widthOf("en", "i".repeat(60))).toBeLessThan(widthOf("en", "M".repeat(60)));
    expect(widthOf("th", "กิ".repeat(60))).toBe(widthOf("th", "ก".repeat(60)));
    const long = widthOf("en", "Los Angeles International Service Center, California");
    expect(long).toBeGreaterThan(440);
    expect(long).toBeLessThan(650);
  });
});
