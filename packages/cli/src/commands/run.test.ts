import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { verifyChain } from "@amends/core/audit";
import { describe, expect, it } from "vitest";
import { main } from "../main.js";

const now = "2026-03-03T15:00:00Z";
const ticket = { channel: "email", text: "Where is my parcel?", createdAt: now };
const folder = mkdtempSync(join(tmpdir(), "amends-run-"));

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

type Decided = Readonly<Record<string, unknown>>;

async function amends(args: readonly string[], input = ""): Promise<{ code: number; out: string; lines: Decided[]; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [collect(stdout), collect(stderr)];
  const code = await main(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  stdout.end();
  stderr.end();
  const text = await out;
  const lines =
    args[0] === "run" && code !== 2 && !args.includes("--help")
      ? text
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as Decided)
      : [];
  return { code, out: text, lines, err: await err };
}

async function collect(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const ndjson = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("amends run", () => {
  it("decides NDJSON from standard input, one result per line, in order", async () => {
    const { code, lines } = await amends(["run", "-"], ndjson({ id: "A", now, ticket }, { id: "B", now, event: { kind: "order_paid" } }));
    expect(code).toBe(0);
    expect(lines.map(({ id }) => id as string)).toEqual(["A", "B"]);
    expect(lines[0]).toMatchObject({ classification: { issueType: "logistics_tracking" } });
    expect(Object.keys(lines[1] ?? {})).toEqual(["id", "now", "event", "followUps", "notices", "audit"]);
  });

  it("takes --json as every command does: lines are JSON anyway", async () => {
    const input = ndjson({ id: "a", now, event: { kind: "order_paid" } });
    expect((await amends(["run", "-", "--json"], input)).lines).toEqual((await amends(["run", "-"], input)).lines);
  });

  it("decides a JSON array and printed objects of several files, in order", async () => {
    const array = fileOf(
      "array.json",
      JSON.stringify(
        [
          { id: "A", now, ticket },
          { id: "B", now, ticket },
        ],
        null,
        2,
      ),
    );
    const printed = fileOf("printed.json", JSON.stringify({ id: "C", now, ticket }, null, 2));
    const { code, lines } = await amends(["run", array, printed]);
    expect(code).toBe(0);
    expect(lines.map(({ id }) => id as string)).toEqual(["A", "B", "C"]);
  });

  it("puts an error in the place of a case that can't be read, and goes on", async () => {
    const input = `${JSON.stringify({ id: "A", now, ticket })}\n{"id": oops}\n\n${ndjson({ id: "D", ticket: { channel: "pigeon" } }, 7, { id: "F", now, ticket })}`;
    const { code, lines } = await amends(["run", "-"], input);
    expect(code).toBe(1);
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatchObject({ id: null, line: 2, error: { code: "json_syntax", path: "" } });
    expect(lines[2]).toMatchObject({ id: "D", line: 4, error: { code: "case_value_invalid", path: "ticket.channel" } });
    expect(lines[3]).toMatchObject({ id: null, line: 5, error: { path: "" } });
    expect(lines[4]).toMatchObject({ id: "F", language: { code: "en" } });
  });

  it("takes the clock and policies from its options", async () => {
    const policies = fileOf(
      "own.policy.json",
      JSON.stringify({
        policy: "shop/targets",
        version: "1.0.0",
        stage: "sla",
        decision: "targets",
        decide: "strictest",
        rules: [
          {
            name: "five-minutes",
            conditions: { all: [{ fact: "ticket.channel", operator: "equal", value: "email" }] },
            event: { type: "respond", params: { within: "PT5M", clock: "calendar" } },
          },
        ],
      }),
    );
    const { lines } = await amends(["run", "-", "--policies", policies, "--now", now], ndjson({ ticket }));
    expect(lines[0]).toMatchObject({ now, sla: { firstResponse: { rule: "shop/targets/five-minutes", dueAt: "2026-03-03T15:05:00Z" } } });
  });

  it("refuses policies it can't load, with file, line and column", async () => {
    const broken = fileOf(
      "broken.policy.json",
      '{\n  "policy": "shop/x",\n  "version": "1.0.0",\n  "stage": "slaa", "decision": "targets", "decide": "first", "rules": []\n}',
    );
    const { code, err, out } = await amends(["run", "-", "--policies", broken], ndjson({ now, ticket }));
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/broken\.policy\.json.*stage_unknown.*did you mean "sla"/s);
  });

  it("links audit records in order with --chain", async () => {
    const { lines } = await amends(
      ["run", "-", "--chain"],
      ndjson({ id: "A", now, ticket }, { id: "B", now, ticket }, { id: "C", now, ticket }),
    );
    expect(verifyChain(lines.map(({ audit }) => audit))).toEqual({ ok: true });
  });

  it("decides with a roster and calendars of its own", async () => {
    const roster = fileOf(
      "roster.json",
      JSON.stringify([
        {
          id: "ana",
          team: "eu",
          zone: "Europe/Madrid",
          tier: "L2",
          languages: [{ code: "en", level: 5 }],
          capacity: 5,
          load: 0,
          status: "available",
        },
      ]),
    );
    const calendars = fileOf(
      "calendars.json",
      JSON.stringify({ default: { zone: "Europe/Madrid", hours: { tue: [["09:00", "18:00"]] } } }),
    );
    const { lines } = await amends(
      ["run", "-", "--roster", roster, "--calendars", calendars],
      ndjson({ now, ticket: { ...ticket, text: "My parcel is broken, I am furious!!!" } }),
    );
    expect(lines[0]).toMatchObject({ assignment: { agent: "ana" } });
  });

  it.each([
    ["no file", ["run"], /name a file/],
    ["a file that isn't there", ["run", "nowhere.ndjson"], /nowhere\.ndjson can't be read: .*ENOENT/],
    ["an unknown option", ["run", "-", "--polices", "x"], /polices/],
    ["a clock that is none", ["run", "-", "--now", "yesterday"], /not an instant/],
    ["an unknown command", ["runn"], /there is no command "runn"/],
  ])("says what is wrong with %s, and exits with 2", async (_, args, message) => {
    const { code, err } = await amends(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("takes a line that is no UTF-8 as a case that can't be read, and goes on", async () => {
    const good = Buffer.from(`${JSON.stringify({ id: "A", now, ticket })}\n`);
    const { code, lines } = await amends([
      "run",
      fileOf("latin.ndjson", Buffer.concat([good, Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d, 0x0a]), good])),
    ]);
    expect(code).toBe(1);
    expect(lines[1]).toEqual({ id: null, line: 2, error: { code: "not_utf8", message: "the line is not UTF-8", path: "" } });
    expect(lines[2]).toMatchObject({ id: "A", language: { code: "en" } });
  });

  it("quotes nothing a customer wrote where a case is no JSON", async () => {
    const { lines } = await amends(["run", "-"], '{"a": secret@example.com}\n');
    expect(lines[0]).toEqual({
      id: null,
      line: 1,
      error: { code: "json_syntax", message: expect.stringMatching(/^the case is no JSON: .* at line 1, column \d+$/), path: "" },
    });
  });

  it("refuses a case that has a key twice, and goes on behind it", async () => {
    const twice = `{"id":"A","ticket":{"text":"hi","text":"secret"},"now":"2026-03-03T15:00:00Z"}`;
    const { code, lines } = await amends(["run", "-"], `${twice}\n${JSON.stringify({ id: "B", now, ticket })}\n`);
    expect(lines[0]).toEqual({
      id: null,
      line: 1,
      error: {
        code: "json_duplicate_key",
        message: "the case has one key twice, the second time at line 1, column 33: keep one of them",
        path: "",
      },
    });
    expect([code, lines[1]?.["id"]]).toEqual([1, "B"]);
  });

  it.each([
    ["UTF-16", Buffer.from(`\uFEFF${JSON.stringify({ now, ticket })}`, "utf16le")],
    ["binary", Buffer.from([0x89, 0x50, 0, 0, 1])],
  ])("refuses a file that is %s", async (_, bytes) => {
    const { code, err } = await amends(["run", fileOf("bytes.json", bytes)]);
    expect(code).toBe(2);
    expect(err).toMatch(/UTF-8/);
  });

  it("reads past a byte order mark and Windows line ends", async () => {
    const { code, lines } = await amends([
      "run",
      fileOf("bom.ndjson", `\uFEFF${JSON.stringify({ id: "A", now, ticket })}\r\n${JSON.stringify({ id: "B", now, ticket })}\r\n`),
    ]);
    expect(code).toBe(0);
    expect(lines.map(({ id }) => id as string)).toEqual(["A", "B"]);
  });

  it("stops quietly when nobody reads on", async () => {
    const closed = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error("closed"), { code: "EPIPE" })) });
    const many = ndjson(...Array.from({ length: 20 }, (_, index) => ({ id: String(index), now, event: { kind: "order_paid" } })));
    expect(await main(["run", "-"], { stdin: Readable.from([Buffer.from(many)]), stdout: closed, stderr: new PassThrough() })).toBe(0);
  });
});

describe("amends", () => {
  it("helps by example and tells its version", async () => {
    expect((await amends(["--help"])).out).toContain("npx amends run -");
    expect((await amends(["run", "--help"])).out).toContain("Examples:");
    expect((await amends(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await amends([])).code).toBe(2);
  });
});
