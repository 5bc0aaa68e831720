import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";

const folder = mkdtempSync(join(tmpdir(), "amends-train-"));
const ndjson = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const things = ["kettle", "lamp", "tent", "boots", "drill", "ring", "scarf", "clock", "pillow", "camera", "mug", "bike"];
/** Words no lexicon knows, so that only learning helps. */
const rows = things.flatMap((thing, index) => [
  { text: `zorble the ${thing} blick`, language: "en", issueType: "invoice", sentiment: "neutral", author: `a${index % 4}` },
  { text: `wumpet ${thing} my quaff`, language: "en", issueType: "account", sentiment: "angry", author: `a${index % 4}` },
]);

describe("amends train", () => {
  const out = join(folder, "model.json");

  it("trains a model that amends evaluate loads, and says what it is worth on messages it hasn't seen", async () => {
    const { code, out: report, err } = await callAmends(["train", "-", "--out", out, "--name", "zorble"], ndjson(rows));
    expect(code).toBe(0);
    expect(report).toMatch(
      /^24 messages in 4 parts, each answered by what was trained on the others:\na0 \(6\), a1 \(6\), a2 \(6\), a3 \(6\)\n/,
    );
    expect(report).toMatch(/language +messages +rules +rules and model +model alone +characters +most frequent\nen +24 +0\.0/);
    expect(report).toContain("Confusion matrix, rules and model");
    expect(report).toMatch(/Phrases that speak most for each label, en\n {2}invoice: .*zorble/);
    expect(report).toContain(`The model is written to ${out}.`);
    expect(err).toContain("warning label_rare: invoice has 12 messages in en");
    const unseen = [
      { text: "zorble a sofa blick", language: "en", issueType: "invoice" },
      { text: "wumpet sofa quaff", language: "en", issueType: "account" },
    ];
    const evaluated = await callAmends(["evaluate", "-", "--model", out, "--json"], ndjson(unseen));
    expect(JSON.parse(evaluated.out)).toMatchObject({ rules: { issueType: { accuracy: 0 } }, model: { issueType: { accuracy: 1 } } });
    expect((await callAmends(["evaluate", "-", "--model", out], ndjson(unseen))).out).toContain("The model is zorble 1.");
  });

  it("gives the same file for the same messages, and the figures in JSON", async () => {
    const again = join(folder, "again.json");
    const { out: json } = await callAmends(["train", "-", "--out", again, "--name", "zorble", "--json"], ndjson(rows));
    expect(readFileSync(again, "utf8")).toBe(readFileSync(out, "utf8"));
    expect(JSON.parse(json)).toMatchObject({
      messages: 24,
      parts: [{ name: "a0", messages: 6 }, {}, {}, {}],
      modelAlone: { issueType: { accuracy: 1, calibration: { messages: 24 } } },
      majority: { issueType: { accuracy: 0.5 } },
      phrases: { en: { invoice: expect.any(Array) as unknown, account: expect.any(Array) as unknown } },
      warnings: [{ code: "label_rare" }, { code: "label_rare" }],
      out: again,
    });
  });

  it("makes a model that amends run and amends explain decide with", async () => {
    const line = ndjson([
      { id: "A", now: "2026-03-03T15:00:00Z", ticket: { channel: "email", text: "zorble a sofa blick", language: "en" } },
    ]);
    const decided = async (...more: string[]) => {
      const { out: text, code } = await callAmends(["run", "-", ...more], line);
      expect(code).toBe(0);
      return (JSON.parse(text) as { classification: { issueType: string } }).classification.issueType;
    };
    expect([await decided("--model", out), await decided("--model", "none")]).toEqual(["invoice", "other"]);
    const explained = await callAmends(["explain", "-", "--model", out, "--stage", "classification", "--decision", "issueType"], line);
    expect(explained).toMatchObject({ code: 0, out: expect.stringContaining("model.score is 100 percent") as string });
    expect(await callAmends(["run", "-", "--model", join(folder, "nowhere")], line)).toMatchObject({ code: 2 });
  });

  it("writes nothing below the macro-F1 asked for", async () => {
    const path = join(folder, "never.json");
    const mixed = rows.map((row, index) => ({ ...row, text: `same words ${index}`, author: undefined }));
    const { code, err } = await callAmends(["train", "-", "--out", path, "--min-macro-f1", "0.99", "--parts", "2"], ndjson(mixed));
    expect(code).toBe(1);
    expect(err).toMatch(/the cross-validated macro-F1 is 0\.\d{4}, below 0\.99; no model is written\.\n$/);
    expect(existsSync(path)).toBe(false);
  });

  it("warns of texts that stand twice and of ids that name people, with their lines", async () => {
    const given = [...rows, { ...rows[0], author: "ann@example.com" }];
    const { code, err } = await callAmends(["train", "-", "--out", join(folder, "warned.json"), "--parts", "2"], ndjson(given));
    expect(code).toBe(0);
    expect(err).toContain("warning text_twice: one text stands 2 times (standard input:1, standard input:25)\n");
    expect(err).toContain(
      "warning personal_data_in_id: ids or authors look like e-mail addresses, telephone or card numbers (standard input:25)\n",
    );
  });

  it.each([
    [["train"], "", "name a file of labelled messages"],
    [["train", "-", "--parts", "1"], "", "no whole number of at least 2"],
    [["train", "-"], ndjson(rows.slice(0, 1)), "nothing can be learned from one message"],
    [["train", "-"], ndjson([rows[0], rows[2]]), "nothing can be learned from 2 messages of one label"],
    [["train", "-"], ndjson([{ text: "a", issueType: "nothing" }]), "label_unknown"],
    [["train", "-", "--out", folder, "--parts", "2"], ndjson(rows.slice(0, 4)), "can't be written: it is a folder"],
  ])("refuses %j", async (args, input, reason) => {
    const { code, err } = await callAmends(args, input);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });

  it("has help", async () => {
    expect(await callAmends(["train", "--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes:") as string });
  });
});
