import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleAmends } from "../testing/bundle-amends.js";
import { failing, folderOf, ownPolicy, passing, testsOf } from "../testing/own-policy.js";

let bin = "";
beforeAll(async () => {
  bin = await bundleAmends();
});
afterAll(() => rmSync(dirname(bin), { recursive: true, force: true }));

const environment = { ...process.env, NO_COLOR: "1", NODE_OPTIONS: "" };
const call = (args: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: "utf8", env: environment });
  return { code: status, out: stdout, err: stderr };
};

const lexicon = (phrase: string) => ({ language: "en", extends: "standard", phrases: { "own.recall": { 4: [phrase] } } });
const recalled = {
  policy: "shop/labels",
  version: "1.0.0",
  stage: "classification",
  decision: "labels",
  decide: "all",
  rules: [
    {
      name: "recall",
      because: "the maker takes these back",
      conditions: { all: [{ fact: "scores.own.recall", operator: "greaterThanInclusive", value: 4 }] },
      event: { type: "label", params: { label: "recall" } },
    },
  ],
};
const swollen = { name: "swollen", at: "2026-03-03T15:00:00Z", given: { message: "The battery is swollen" }, because: ["recall"] };
const recall = {
  "amends.config.json": { lexicons: ["en.lexicon.json"] },
  "en.lexicon.json": lexicon("battery ~ swollen"),
  "labels.policy.json": recalled,
  "one.test.json": testsOf([swollen], "shop/labels"),
  "two.test.json": testsOf([swollen], "shop/labels"),
};

describe("amends as a process", () => {
  it("tests, and reads standard input", () => {
    const folder = folderOf({ "own.policy.json": ownPolicy, "own.test.json": testsOf([passing]) });
    expect(call(["test", folder])).toEqual({ code: 0, out: "✓ shop/targets  1 passed\n\n1 passed, 0 failed\n", err: "" });
    expect(call(["test", "-", folder], JSON.stringify(testsOf([failing]))).code).toBe(1);
  });

  it("gives the same however many files are run side by side, with and without an early stop", () => {
    const at = "2026-03-03T15:00:00Z";
    const message = { name: "a message", at, given: { message: "Where is my parcel?" }, expect: { language: { code: "en" } } };
    const files = Array.from(
      { length: 4 },
      (_, index) => [`${index}.test.json`, testsOf([{ ...passing }, { ...failing }, message])] as const,
    );
    const folder = folderOf({ "own.policy.json": ownPolicy, ...Object.fromEntries(files) });
    for (const more of [["--coverage"], ["--bail", "3", "--name", "wedding"]]) {
      const [one, three] = ["1", "3"].map((jobs) => call(["test", folder, "--json", "--jobs", jobs, ...more]));
      expect(three).toEqual(one);
      expect(one?.code).toBe(1);
    }
  });
});

describe("amends test with lexicons", () => {
  it("reads with them on workers too", () => {
    const { code, out } = call(["test", folderOf(recall), "--jobs", "2"]);
    expect([code, out]).toEqual([0, expect.stringContaining("2 passed, 0 failed")]);
  });
});

describe.skipIf(process.platform === "win32")("what amends prints to", () => {
  const shell = (line: string, more: NodeJS.ProcessEnv = {}) =>
    spawnSync("sh", ["-c", line.replace(/^amends/, `"${process.execPath}" "${bin}"`)], {
      encoding: "utf8",
      env: { ...environment, ...more },
    });

  it("may be closed early", () => {
    expect(shell("amends schema policy | head -1")).toMatchObject({ stdout: "{\n", stderr: "" });
    expect(shell("amends check nowhere >&- 2>&-").status).toBe(2);
  });

  it.runIf(process.platform === "linux")("may be full, which is said in a line", () => {
    expect(shell("amends schema policy > /dev/full")).toMatchObject({
      status: 2,
      stderr: "amends: standard output can't be written: ENOSPC.\n",
    });
  });

  it("says nothing aside, whatever Node runs it", () => {
    expect(shell("amends --version")).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  it("is coloured only for people", () => {
    const folder = folderOf({ "own.policy.json": ownPolicy });
    expect(shell(`amends check ${folder}`, { NO_COLOR: undefined }).stdout).toBe("✓ 1 policy: nothing wrong\n");
    expect(shell(`amends check ${folder}`, { NO_COLOR: undefined, FORCE_COLOR: "1" }).stdout).toContain("\u001B[32m");
    expect(shell(`amends check ${folder}`, { FORCE_COLOR: "1" }).stdout).toBe("✓ 1 policy: nothing wrong\n");
  });
});

describe("amends test --watch", () => {
  it("runs again what a change affects, until q", async () => {
    const folder = folderOf({
      "own.policy.json": ownPolicy,
      "own.test.json": testsOf([passing]),
      "other.policy.json": { ...ownPolicy, policy: "shop/other" },
      "other.test.json": testsOf([passing], "shop/other"),
    });
    const child = spawn(process.execPath, [bin, "test", folder, "--watch"], { env: environment });
    const output = collect(child);
    try {
      await output.until(/2 passed, 0 failed\nWaiting for changes\./);
      writeFileSync(join(folder, "own.test.json"), JSON.stringify(testsOf([passing, failing])));
      await output.until(/changed: .*own\.test\.json\n[\s\S]*✗ no wedding[\s\S]*2 passed, 1 failed\nWaiting/);
      writeFileSync(join(folder, "own.policy.json"), JSON.stringify(ownPolicy).replace('"value":"wedding"', '"value":"gift"'));
      await output.until(/changed: .*own\.policy\.json\n[\s\S]*✗ a wedding order[\s\S]*2 passed, 1 failed\nWaiting/);
      writeFileSync(join(folder, "own.test.json"), "{");
      await output.until(/own\.test\.json:1:\d+ [\s\S]*Waiting/);
      writeFileSync(join(folder, "own.test.json"), JSON.stringify(testsOf([{ ...failing }])));
      await output.until(/2 passed, 0 failed\nWaiting/);
      child.stdin.write("q");
      expect(await output.closed).toBe(0);
      expect(output.all()).not.toContain("\u001B");
    } finally {
      child.kill();
    }
  });

  it("runs again what a lexicon reads otherwise", async () => {
    const folder = folderOf(recall);
    const child = spawn(process.execPath, [bin, "test", folder, "--watch"], { env: environment });
    const output = collect(child);
    try {
      await output.until(/2 passed, 0 failed\nWaiting for changes\./);
      writeFileSync(join(folder, "en.lexicon.json"), JSON.stringify(lexicon("battery ~ melted")));
      await output.until(/changed: .*en\.lexicon\.json\n[\s\S]*0 passed, 2 failed\nWaiting/);
      child.stdin.write("q");
      expect(await output.closed).toBe(1);
    } finally {
      child.kill();
    }
  });

  it("ends on a signal with what it last found", async () => {
    const folder = folderOf({ "own.policy.json": ownPolicy, "own.test.json": testsOf([failing]) });
    const child = spawn(process.execPath, [bin, "test", folder, "-w"], { env: environment });
    const output = collect(child);
    try {
      await output.until(/Waiting for changes\./);
      child.kill("SIGINT");
      expect(await output.closed).toBe(1);
    } finally {
      child.kill();
    }
  });
});

/** Long enough for a busy machine; a test that waits in vain should say for what. */
const patience = 45_000;

/** What a child prints; `until` waits for new output that matches, however long the machine takes. */
function collect(child: ChildProcessWithoutNullStreams) {
  let text = "";
  let seen = 0;
  const waiting = new Set<() => void>();
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  const take = (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  return {
    closed,
    all: () => text,
    until: (pattern: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text.slice(seen));
          if (found === null) return;
          seen += found.index + found[0].length;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        const giveUp = (why: string) => reject(new Error(`${why} while waiting for ${pattern.source}:\n${text.slice(seen)}`));
        void closed.then((code) => giveUp(`ended with ${code}`));
        setTimeout(() => giveUp("nothing more came"), patience).unref();
        look();
      }),
  };
}
