import fc from "fast-check";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { describe, expect, it } from "vitest";
import { runPolicyTests } from "../run/run-policy-tests.js";
import { hostileRun, hostileText } from "../testing/hostile-run.js";
import { policyFile, stages, testFile } from "../testing/sample-stage.js";
import { reportFindingsAsJunit, reportJunit } from "./report-junit.js";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads strictly: whatever is not well-formed XML 1.0 throws. */
function parseXml(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

// What the schema of Jenkins' xUnit plug-in (junit-10.xsd) allows where.
const allowed: Readonly<
  Record<string, { readonly children: readonly string[]; readonly attributes: readonly string[]; readonly required: readonly string[] }>
> = {
  testsuites: { children: ["testsuite"], attributes: ["name", "time", "tests", "failures", "errors", "disabled", "skipped"], required: [] },
  testsuite: {
    children: ["testcase", "properties", "system-out", "system-err"],
    attributes: ["name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package", "file"],
    required: ["name", "tests", "failures", "errors"],
  },
  testcase: {
    children: ["skipped", "error", "failure", "system-out", "system-err"],
    attributes: ["name", "classname", "time", "file", "line"],
    required: ["name"],
  },
  failure: { children: [], attributes: ["message", "type"], required: [] },
  error: { children: [], attributes: ["message", "type"], required: [] },
  skipped: { children: [], attributes: ["message", "type"], required: [] },
};

function problemsOf({ name, attributes, children, text }: Element): string[] {
  const form = allowed[name];
  if (form === undefined) return [`there is no <${name}>`];
  const counts = (kind: string) =>
    children
      .flatMap((child) => [child, ...child.children])
      .flatMap((child) => child.children.concat(child))
      .filter((child) => child.name === kind);
  const cases = name === "testsuites" || name === "testsuite" ? new Set(counts("testcase")).size : Number(attributes["tests"] ?? 0);
  return [
    ...Object.keys(attributes)
      .filter((key) => !form.attributes.includes(key))
      .map((key) => `<${name}> has no ${key}`),
    ...form.required.filter((key) => attributes[key] === undefined).map((key) => `<${name}> lacks ${key}`),
    ...children.filter((child) => !form.children.includes(child.name)).map((child) => `<${child.name}> in <${name}>`),
    ...(children.length > 0 && text.trim() !== "" ? [`text in <${name}>`] : []),
    ...(Number(attributes["tests"] ?? cases) === cases
      ? []
      : [`<${name}> counts ${attributes["tests"] ?? ""} tests, and there are ${cases}`]),
    ...children.flatMap(problemsOf),
  ];
}

describe("reportJunit", () => {
  it("has a suite for each policy, with what failed and why", () => {
    const tests = [
      { name: "mail", given: { facts: { "ticket.channel": "email" } }, because: ["email"] },
      { name: "chat", given: { facts: { "ticket.channel": "live_chat" } }, because: ["email"] },
      { name: "later", todo: "a rule to come", given: { facts: {} }, because: ["email"] },
    ];
    const root = parseXml(
      reportJunit(runPolicyTests({ policies: [policyFile()], tests: [testFile(tests)], stages }), { complaints: ["too little"] }),
    );
    expect(problemsOf(root)).toEqual([]);
    expect(root.attributes).toMatchObject({ tests: "4", failures: "2", errors: "0", skipped: "1" });
    const [files, suite] = root.children;
    expect(files?.children[0]).toMatchObject({ attributes: { name: "too little" }, children: [{ name: "failure" }] });
    expect(suite?.attributes).toEqual({ name: "sample/targets", tests: "3", failures: "1", errors: "0", skipped: "1" });
    expect(suite?.children[1]?.attributes).toEqual({ name: "chat", classname: "sample/targets", file: "sample.test.json", line: "15" });
    expect(suite?.children[1]?.children[0]?.attributes).toEqual({ message: 'because: rule "email" did not decide', type: "difference" });
    expect(suite?.children[1]?.children[0]?.text).toMatch(
      /^sample\.test\.json:15:5\n.*✘ ticket\.channel equal "email" {2}it is "live_chat"$/s,
    );
    expect(suite?.children[2]?.children[0]).toMatchObject({ name: "skipped", attributes: { message: "to do: a rule to come" } });
  });

  it("stays well-formed and valid whatever names say", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        expect(problemsOf(parseXml(reportJunit(hostileRun(texts).run, { complaints: texts })))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("reportFindingsAsJunit", () => {
  it("has a suite for each file, warnings skipped", () => {
    const findings = [
      { code: "fact_unknown", message: "a ]]> b", file: "a.json", line: 3, column: 4 },
      { code: "gap", message: "nobody", file: "b.json", severity: "warning" as const },
      { code: "json_syntax", message: "empty" },
    ];
    const root = parseXml(reportFindingsAsJunit(findings));
    expect(problemsOf(root)).toEqual([]);
    expect(root.children.map(({ attributes }) => [attributes["name"], attributes["failures"], attributes["skipped"]])).toEqual([
      ["a.json", "1", "0"],
      ["b.json", "0", "1"],
      ["files", "1", "0"],
    ]);
    expect(root.children[0]?.children[0]?.children[0]?.text).toBe("a.json:3:4 a ]]> b");
  });
});
