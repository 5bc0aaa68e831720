import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { getLanguageService, TextDocument, type MarkupContent } from "vscode-json-languageservice";

/** The language server of VS Code, which finds every schema where the packages hold them, and nothing on the network. */
const folder = new URL("packages/core/schemas/", pathToFileURL(`${process.cwd()}/`));
const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(new URL(uri.replace("https://amends.dev/schemas/", folder.href)), "utf8"),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  clientCapabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } } } },
});
service.configure({
  validate: true,
  schemas: [
    { uri: "https://amends.dev/schemas/policy.schema.json", fileMatch: ["*.policy.json"] },
    { uri: "https://amends.dev/schemas/policy-test.schema.json", fileMatch: ["*.test.json"] },
    { uri: "https://amends.dev/schemas/settings.schema.json", fileMatch: ["amends.config.json"] },
  ],
});

/** A document, and where its `|` stands; the mark is taken out. */
function open(text: string, name = "x.policy.json") {
  const document = TextDocument.create(`file:///shop/${name}`, "json", 1, text.replace("|", ""));
  return { document, json: service.parseJSONDocument(document), at: document.positionAt(Math.max(0, text.indexOf("|"))) };
}

const textOf = (content: string | MarkupContent | undefined): string => (typeof content === "string" ? content : (content?.value ?? ""));

async function complete(text: string, name?: string) {
  const { document, json, at } = open(text, name);
  const found = await service.doComplete(document, at, json);
  return new Map((found?.items ?? []).map(({ label, documentation }) => [label.replaceAll('"', ""), textOf(documentation)]));
}

async function hover(text: string, name?: string): Promise<string> {
  const { document, json, at } = open(text, name);
  const shown = await service.doHover(document, at, json);
  // Markdown escapes what it could take for more than a letter.
  return [shown?.contents ?? []]
    .flat()
    .map(String)
    .join("\n")
    .replaceAll(/\\([^\w\s])/g, "$1");
}

async function diagnose(text: string, name?: string) {
  const { document, json } = open(text, name);
  const found = await service.doValidation(document, json);
  return found.map(({ message, range }) => `${range.start.line + 1}: ${textOf(message)}`);
}

const policy = (rule: string, decision = "targets", stage = "sla"): string => `{
  "policy": "shop/x",
  "version": "1.0.0",
  "stage": "${stage}",
  "decision": "${decision}",
  "decide": "first",
  "rules": [
    ${rule}
  ]
}`;
const event = '"event": { "type": "respond", "params": { "within": "PT1H", "clock": "calendar" } }';
const leaf = (text: string): string => policy(`{ "name": "r", "conditions": { "all": [ ${text} ] },\n      ${event} }`);

describe("in an editor", () => {
  it("completes the facts, each with what it is", async () => {
    for (const text of ['{ "fact": "|" }', '{ "fact": "|", "operator": "equal", "value": 1 }', '{ "not": { "fact": "|" } }']) {
      const facts = await complete(leaf(text));
      expect(facts.get("shipment.daysInTransit")).toMatch(/Whole days from shipping[^]*number, in days[^]*Example: `\d+`/);
      expect(facts.get("ticket.channel")).toContain("`live_chat`");
      expect(facts.has("offer.tier")).toBe(false);
    }
  });

  it("completes the operators that fit the fact", async () => {
    const ofNumber = await complete(leaf('{ "fact": "shipment.daysInTransit", "operator": "|" }'));
    expect([...ofNumber.keys()].sort()).toEqual(
      [
        "between",
        "equal",
        "greaterThan",
        "greaterThanInclusive",
        "in",
        "isPresent",
        "lessThan",
        "lessThanInclusive",
        "notEqual",
        "notIn",
      ].sort(),
    );
    expect(ofNumber.get("greaterThanInclusive")).toBe("The fact is at least this value.");
    const ofList = await complete(leaf('{ "fact": "ticket.tags", "operator": "|", "value": "gift" }'));
    expect([...ofList.keys()].sort()).toEqual(["contains", "containsAll", "containsAny", "doesNotContain", "isPresent"]);
    expect((await complete(leaf('{ "operator": "|" }'))).has("withinHours")).toBe(true);
  });

  it("completes the words of a fact, alone and in a list", async () => {
    expect((await complete(leaf('{ "fact": "ticket.channel", "operator": "equal", "value": "|" }'))).has("live_chat")).toBe(true);
    expect((await complete(leaf('{ "fact": "ticket.channel", "operator": "in", "value": ["|"] }'))).has("live_chat")).toBe(true);
  });

  it("completes stage, decision, and the event types and params of the decision", async () => {
    expect([...(await complete('{ "stage": "|" }')).keys()]).toContain("followUps");
    expect([...(await complete('{ "stage": "sla", "decision": "|" }')).keys()]).toContain("marketplaceTargets");
    const types = await complete(policy('{ "name": "r", "event": { "type": "|" } }', "updates"));
    expect([...types.keys()].sort()).toEqual(["no_report", "report"]);
    expect(types.get("report")).toBe("When to acknowledge and to report.");
    const params = await complete(policy('{ "name": "r", "event": { "type": "report", "params": { | } } }', "updates"));
    expect([...params.keys()]).toEqual(expect.arrayContaining(["acknowledgeWithin", "every", "reports", "inHours"]));
    expect(params.has("within")).toBe(false);
    const gives = await complete(policy('{ "name": "r", "event": { "type": "play", "params": { "play": "|" } } }', "plays", "remedies"));
    expect(gives.has("de_escalation")).toBe(true);
  });

  it("offers a rule, a condition, a parameter, a policy, a test and a table to begin with", async () => {
    expect((await complete(policy("|"))).has("rule")).toBe(true);
    expect([...(await complete(leaf("|"))).keys()]).toEqual(expect.arrayContaining(["fact", "all", "any"]));
    const keys = await complete(leaf("{ | }"));
    expect([...keys.keys()]).toEqual(expect.arrayContaining(["fact", "all", "any", "not", "condition"]));
    expect((await complete('{ "stage": "sla", "parameters": { "a": | } }')).has("parameter")).toBe(true);
    expect([...(await complete('{ "policy": "shop/x", "tests": [ | ] }', "x.test.json")).keys()]).toEqual(
      expect.arrayContaining(["test", "table"]),
    );
    expect(
      (await complete('{ "policy": "a/b", "tests": [ { "given": { "facts": { "|" } } } ] }', "x.test.json")).get("offer.tier"),
    ).toContain("number");
  });

  it("shows unit and example of a fact, an operator and a param", async () => {
    expect(await hover(leaf('{ "fact": "ship|ment.daysInTransit", "operator": "equal", "value": 1 }'))).toMatch(
      /number, in days[^]*Example/,
    );
    expect(await hover(leaf('{ "fact": "shipment.daysInTransit", "operator": "great|erThan", "value": 1 }'))).toContain("above this value");
    expect(await hover(leaf('{ "fact": "shipment.daysInTransit", "operator": "greaterThan", "value": |10 }'))).toContain("In days.");
    expect(await hover(policy('{ "name": "r", "event": { "type": "respond", "params": { "with|in": "PT1H" } } }'))).toContain(
      "How long the answer may take.",
    );
    expect(await hover('{ "stage": "sla", "dec|ide": "first" }')).toContain("mostSpecific");
    const given = '{ "policy": "a/b", "tests": [ { "name": "t", "given": { "facts": { "shipment.days|InTransit": 1 } } } ] }';
    expect(await hover(given, "x.test.json")).toContain("in days");
  });

  it.each([
    ["a stage", '{\n  "policy": "a/b",\n  "stage": "slaa"\n}', /^3: .*"sla"/],
    ["a decision", policy("").replace('"targets"', '"target"'), /^5: .*"targets"/],
    ["a key of the policy", '{\n  "stage": "sla",\n  "rulez": []\n}', /^3: Property rulez is not allowed/],
    ["a fact", leaf('\n{ "fact": "ticket.chanel", "operator": "equal", "value": "email" }'), /^9: .*ticket\.channel/],
    ["an operator", leaf('\n{ "fact": "ticket.channel",\n"operator": "greaterThan", "value": "email" }'), /^10: /],
    ["a word", leaf('\n{ "fact": "ticket.channel", "operator": "equal",\n"value": "fax" }'), /^10: .*"email"/],
    [
      "a key of a condition",
      leaf('\n{ "fact": "ticket.channel", "operator": "equal",\n"valu": "email" }'),
      /^10: Property valu is not allowed/,
    ],
    ["a key of a group", leaf('\n{ "all": [],\n"anyy": [] }'), /^10: Property anyy is not allowed/],
    ["a type", policy('\n{ "name": "r", "conditions": { "all": [] },\n"event": { "type": "report", "params": {} } }'), /^10: .*"respond"/],
    [
      "a param",
      policy(
        '{ "name": "r", "conditions": { "all": [] }, "event": { "type": "auto_reply",\n"params": { "notis": "off_hours" } } }',
        "offHours",
      ),
      /^9: Property notis is not allowed/,
    ],
  ])("marks %s that is none, on its line", async (_what, text, expected) => {
    expect(await diagnose(text)).toContainEqual(expect.stringMatching(expected));
  });

  it("marks what is wrong in tests and settings, on its line", async () => {
    expect(await diagnose('{\n"policy": "a/b",\n"tests": [{ "name": "t",\n"givn": {} }] }', "x.test.json")).toContainEqual(
      expect.stringMatching(/^4: Property givn/),
    );
    expect(await diagnose('{\n"severity": {\n"gap": "loud" } }', "amends.config.json")).toContainEqual(
      expect.stringMatching(/^3: .*"off"/),
    );
  });

  const files = ["core", "sla", "compensation", "routing", "replies"].flatMap((name) =>
    readdirSync(`packages/${name}/policies`).map((file) => `packages/${name}/policies/${file}`),
  );

  it("finds nothing wrong in the standard policies and their tests", async () => {
    const found = [];
    for (const path of files) {
      const diagnoses = await diagnose(readFileSync(path, "utf8"), path);
      found.push(...diagnoses.slice(0, 3).map((line) => `${path}:${line}`));
    }
    expect(found).toEqual([]);
  });
});
