import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "./main.js";

async function amends(args: readonly string[], environment: NodeJS.ProcessEnv = {}, stdin: Readable = Readable.from([])) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main(args, { stdin, stdout, stderr }, environment);
  const read = (stream: PassThrough) => ((stream.read() as Buffer | null) ?? Buffer.alloc(0)).toString();
  return { code, out: read(stdout), err: read(stderr) };
}

/** Standard input that fails in a way nobody foresaw. */
const failing = () =>
  new Readable({
    read() {
      this.destroy(Object.assign(new Error("the disk is on fire"), { code: undefined }));
    },
  });

describe("amends", () => {
  it("lists every command with what it does, and fails where none is named", async () => {
    const { code, out } = await amends(["--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}check \[PATH…\] +find everything wrong/m);
    expect(out).toMatch(/^ {2}run FILE… +decide cases/m);
    expect((await amends(["help"])).out).toBe(out);
    expect(await amends([])).toMatchObject({ code: 2, out });
  });

  it("tells its version", async () => {
    for (const option of ["--version", "-v", "-V"]) expect((await amends([option])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("helps with each command it lists", async () => {
    const { out } = await amends(["--help"]);
    const names = [...out.matchAll(/^ {2}([a-z]+) .* {2}\S/gm)].map(([, name]) => name ?? "");
    expect(names).toEqual(expect.arrayContaining(["check", "run"]));
    for (const name of names) {
      const { code, out: help, err } = await amends([name, "--help"]);
      expect([name, code, err]).toEqual([name, 0, ""]);
      expect(help).toMatch(new RegExp(`^amends ${name}: [\\s\\S]*\\nUsage: amends ${name} [\\s\\S]*\\nExamples?:\\n`));
      expect((await amends(["help", name])).out).toBe(help);
    }
  });

  it("says what was meant by a command that there is not", async () => {
    expect(await amends(["chekc"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining('there is no command "chekc". Did you mean "check"?'),
    });
    expect((await amends(["--hlep"])).err).toContain("there is no option --hlep here");
    expect((await amends(["constructor"])).err).toContain('there is no command "constructor". Commands: ');
  });

  it("prints JSON alone where JSON is asked for, whatever goes wrong", async () => {
    const commands: readonly (readonly string[])[] = [
      ["chekc", "--json"],
      ["build", "nowhere.policy.json", "--json"],
      ["check", "nowhere", "--json"],
      ["check", "nowhere", "--format", "json"],
      ["check", "--covrage", "--json"],
      ["check", "--explain", "no_such_code", "--json"],
      ["explain", "nowhere.json", "--json"],
      ["fmt", "nowhere", "--json"],
      ["init", "a", "b", "--json"],
      ["new", "nothing", "--json"],
      ["new", "rule", "nowhere.policy.json", "--json"],
      ["run", "nowhere.ndjson", "--json"],
      ["schema", "nothing", "--json"],
      ["test", "nowhere", "--json"],
      ["test", "nowhere", "--reporter=json"],
      ["test", "nowhere", "-r", "json"],
    ];
    for (const args of commands) {
      const { code, out } = await amends(args);
      expect([args, code]).toEqual([args, 2]);
      expect(() => JSON.parse(out) as unknown, `${args.join(" ")}: ${out}`).not.toThrow();
    }
    expect(JSON.parse((await amends(["schema", "nothing", "--json"])).out)).toEqual({
      error: { code: "usage_error", message: expect.stringContaining('there is no schema "nothing"') as string },
    });
    expect((await amends(["schema", "nothing", "--", "--json"])).out).toBe("");
  });

  it("says in a line what went wrong inside, and where only when asked", async () => {
    const { code, err } = await amends(["check", "--config", "\0"]);
    expect([code, err.includes("at ")]).toEqual([2, false]);
    expect(err).toContain("amends check: ");
    const debugged = await amends(["check", "--config", "\0"], { AMENDS_DEBUG: "1" });
    expect(debugged.err).toMatch(/\n {4}at /);
    expect((await amends(["check", "-"], {}, failing())).code).toBe(2);
  });
});
