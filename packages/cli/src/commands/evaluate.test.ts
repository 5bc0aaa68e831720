import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callAmends } from "../testing/call-amends.js";

const folder = mkdtempSync(join(tmpdir(), "amends-evaluate-"));
const fileOf = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const ndjson = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const rows = [
  { text: "I was charged twice for one order", language: "en", issueType: "payment_failure", sentiment: "negative", id: "a" },
  { text: "Please send me an invoice for my order", language: "en", issueType: "invoice", sentiment: "neutral" },
  { text: "Xyzzy", language: "en", issueType: ["promotion", "account"], sentiment: "neutral", id: "b" },
  { text: "Onde está o meu pacote?", language: "pt", issueType: ["logistics_tracking", "logistics_delay"] },
];

describe("amends evaluate", () => {
  it("prints figures by language and label, of files and of standard input", async () => {
    const { code, out, err } = await callAmends(["evaluate", fileOf("rows.ndjson", ndjson(...rows)), "--model", "none"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Issue type: macro-F1 in percent, with its 95 % interval\nlanguage +messages +rules +most frequent\nen +3 +66\.7/);
    expect(out).toMatch(/\ninvoice +1 +1 +100\.0 +100\.0 +100\.0\n/);
    expect(out).toMatch(/\npromotion +other +1\n/);
    expect(out).toContain("\nPolarity: positive, neutral, negative");
    const piped = await callAmends(["evaluate", "-", "--model", "none"], JSON.stringify(rows, null, 2));
    expect(piped.out).toBe(out);
  });

  it("answers in JSON", async () => {
    const { code, out } = await callAmends(["evaluate", "-", "--json", "--model", "none"], ndjson(...rows));
    const figures = JSON.parse(out) as Record<string, never>;
    expect(code).toBe(0);
    expect(figures).toMatchObject({
      messages: 4,
      rules: { issueType: { messages: 4, accuracy: 0.75, languages: [{ language: "en" }, { language: "pt", macroF1: 1 }] } },
      majority: { issueType: { messages: 4 } },
    });
    expect(figures).not.toHaveProperty("model");
  });

  it("says which messages are answered otherwise, and the whole matrix, where asked", async () => {
    const { out } = await callAmends(["evaluate", "-", "--errors", "--confusion", "--model", "none"], ndjson(...rows));
    expect(out).toContain("standard input:3 b  promotion/account → other  Xyzzy\n");
    expect(out).toMatch(/\nConfusion matrix, rules\nis \\ answered +1 +2/);
    const json = await callAmends(["evaluate", "-", "--errors", "--json", "--model", "none"], ndjson(...rows));
    expect((JSON.parse(json.out) as { errors: unknown[] }).errors[0]).toEqual({
      file: "standard input",
      line: 3,
      id: "b",
      what: "issueType",
      accepted: ["promotion", "account"],
      answer: "other",
      text: "Xyzzy",
    });
  });

  it("measures languages apart", async () => {
    const one = await callAmends(["evaluate", "-", "--language", "pt", "--json", "--model", "none"], ndjson(...rows));
    expect(JSON.parse(one.out)).toMatchObject({ messages: 1, rules: { sentiment: null } });
    const none = await callAmends(["evaluate", "-", "--language", "de"], ndjson(...rows));
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("no message is in de: there are en, pt") as string });
  });

  it("fails below the macro-F1 asked for", async () => {
    const call = (least: string) => callAmends(["evaluate", "-", "--min-macro-f1", least, "--model", "none"], ndjson(...rows));
    expect(await call("0.8")).toMatchObject({ code: 0, err: "" });
    expect(await call("0.9")).toMatchObject({
      code: 1,
      err: "amends evaluate: the macro-F1 of the issue type is 0.8333, below 0.9.\n",
    });
    expect(await call("90")).toMatchObject({ code: 2, err: expect.stringContaining("no share from 0 to 1; 90 % is 0.9") as string });
    const feelings = ndjson({ text: "I am furious!!!", language: "en", sentiment: "positive" });
    expect((await callAmends(["evaluate", "-", "--min-macro-f1", ".5", "--model", "none"], feelings)).err).toContain(
      "macro-F1 of sentiment is 0.0000",
    );
  });

  it("reads with a team's own lexicon and policy", async () => {
    const lexicon = fileOf("en.json", JSON.stringify({ language: "en", phrases: { promotion: { 6: ["xyzzy"] } } }));
    const taught = await callAmends(["evaluate", "-", "--lexicon", lexicon, "--json", "--model", "none"], ndjson(rows[2]));
    expect(JSON.parse(taught.out)).toMatchObject({ rules: { issueType: { accuracy: 1 } } });
    const policy = fileOf(
      "own.policy.json",
      JSON.stringify({
        policy: "own",
        version: "1.0.0",
        stage: "classification",
        decision: "issueType",
        decide: "first",
        rules: [
          {
            name: "everything-is-account",
            because: "A test",
            conditions: { all: [] },
            event: { type: "issueType", params: { issueType: "account" } },
          },
        ],
      }),
    );
    const ruled = await callAmends(["evaluate", "-", "--policies", policy, "--json", "--model", "none"], ndjson(rows[2]));
    expect(JSON.parse(ruled.out)).toMatchObject({ rules: { issueType: { accuracy: 1 } } });
  });

  it("refuses messages it can't read, each with its line and path", async () => {
    const bad = `${JSON.stringify(rows[0])}\n{"text": \n${ndjson({ text: "a", issueType: "invoise" }, { issueType: "other" })}`;
    const { code, out, err } = await callAmends(["evaluate", fileOf("bad.ndjson", bad)]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("3 things are wrong with the labelled messages:");
    expect(err).toMatch(/bad\.ndjson:2 json_/);
    expect(err).toMatch(/bad\.ndjson:3 label_unknown: there is no issueType "invoise" \(at issueType; .*"invoice"/);
    expect(err).toMatch(/bad\.ndjson:4 text_missing: the message has no text \(at text;/);
    const many = await callAmends(["evaluate", "-"], ndjson(...Array.from({ length: 30 }, () => ({ text: "a" }))));
    expect(many.err).toContain("  and 10 more\n");
  });

  it.each([
    [["evaluate"], "", "name a file of labelled messages"],
    [["evaluate", "-"], "", "there are no messages in it"],
    [["evaluate", join(folder, "nowhere.ndjson")], "", "can't be read"],
    [["evaluate", "-", "--lexicon", fileOf("no.json", "{")], ndjson(rows[0]), "json_syntax"],
    [["evaluate", "-", "--lexicon", fileOf("empty.json", "{}")], ndjson(rows[0]), "lexicon_invalid"],
    [["evaluate", "-", "--policies", join(folder, "nowhere")], ndjson(rows[0]), "--policies can't be read: ENOENT"],
    [["evaluate", "-", "--model", fileOf("list.json", "[]")], ndjson(rows[0]), "model_invalid: this is no model"],
    [["evaluate", "-", "--model", fileOf("model.json", '{"name":"a"}')], ndjson(rows[0]), "model_invalid: outputs is no list of words"],
    [["evaluate", "-", "--min-macro-f1", "x"], ndjson(rows[0]), "is no share from 0 to 1"],
  ])("refuses %j", async (args, input, reason) => {
    const { code, err } = await callAmends(args, input);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });

  it("has help", async () => {
    expect(await callAmends(["evaluate", "--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes:") as string });
  });
});
