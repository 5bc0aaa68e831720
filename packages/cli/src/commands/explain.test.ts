import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { main } from "../main.js";

const late = {
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", text: "My parcel is 30 days late! Where is it?", createdAt: "2026-03-03T15:00:00Z" },
  customer: { country: "US", orders: 3 },
  shipment: { shippedAt: "2026-02-01T10:00:00Z", laneAverageDays: 12 },
};

async function explain(args: readonly string[], input = "") {
  const texts = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => {
    const through = new PassThrough();
    through.on("data", (chunk: Buffer) => (texts[name] += chunk.toString()));
    return through;
  };
  const code = await main(["explain", ...args], {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: stream("stdout"),
    stderr: stream("stderr"),
  });
  return { code, ...texts };
}

async function fileOf(name: string, value: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "amends-explain-")), name);
  await writeFile(path, JSON.stringify(value));
  return path;
}

const policy = {
  policy: "shop/own-offers",
  version: "1.0.0",
  stage: "remedies",
  decision: "offer",
  decide: "first",
  rules: [
    {
      name: "wait-a-little",
      priority: 1000,
      because: "Thirty days are not long",
      conditions: { all: [{ fact: "shipment.daysInTransit", operator: "lessThan", value: 20 }] },
      event: { type: "offer", params: { tier: null, choices: [] } },
    },
  ],
};

describe("amends explain", () => {
  it("says of each stage which rules decided, why, and what would change them", async () => {
    const { code, stdout } = await explain(["-"], JSON.stringify(late));
    expect(code).toBe(0);
    expect(stdout).toContain("C-1\n");
    expect(stdout).toMatch(/^classification: issueType\n {2}classification\/standard-issue-type decided by the rule/m);
    expect(stdout).toContain("remedies: offer\n");
    expect(stdout).toMatch(/did not fire\.\n/);
  });

  it("picks out a stage, a decision, a policy or a rule", async () => {
    const path = await fileOf("case.json", late);
    const one = await explain([path, "--rule", "long-delay-playbook"]);
    expect(one.stdout).toContain('"long-delay-playbook" did not fire.');
    expect(one.stdout).toContain("shipment.daysInTransit is 30 days; it would have to be at least 45 (parameter longDelayDays).");
    expect(one.stdout).not.toContain("more rules");
    const stage = await explain([path, "--stage", "remedies", "--decision", "offer", "--json"]);
    const { id, decisions } = JSON.parse(stage.stdout);
    expect(id).toBe("C-1");
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({
      stage: "remedies",
      decision: "offer",
      decided: [expect.stringContaining("compensation/standard-offers/")],
    });
    expect(decisions[0].policies[0].missed).toHaveLength(5);
    const none = await explain([path, "--policy", "shop/none"]);
    expect(none).toMatchObject({ code: 0, stdout: "C-1\n\nNo decision of what was picked out was asked for this case.\n" });
  });

  it("writes Chinese, and trees", async () => {
    const path = await fileOf("case.json", late);
    const chinese = await explain([path, "--rule", "long-delay-playbook", "--lang", "zh"]);
    expect(chinese.stdout).toContain("shipment.daysInTransit 为 30 天，需要不少于 45（参数 longDelayDays）。");
    const tree = await explain([path, "--rule", "long-delay-playbook", "--tree"]);
    expect(tree.stdout).toContain("✘ shipment.daysInTransit greaterThanInclusive 45 (parameters.longDelayDays): 30 days");
  });

  it("explains a host's own policies, and whom a rule of another policy lost to", async () => {
    const own = await fileOf("own.policy.json", {
      ...policy,
      rules: [{ ...policy.rules[0], conditions: { any: [{ fact: "ticket.channel", operator: "isPresent", value: true }] } }],
    });
    const path = await fileOf("case.json", late);
    const { stdout } = await explain([path, "--decision", "offer", "--json", "--policies", own]);
    const [offer] = JSON.parse(stdout).decisions;
    expect(offer.decided).toEqual(["shop/own-offers/wait-a-little"]);
    expect(offer.policies.map((each: { policy: string }) => each.policy)).toEqual(["shop/own-offers", "compensation/standard-offers"]);
    expect(offer.policies[1].fired[0].lostTo.rule).toBe("shop/own-offers/wait-a-little");
  });

  it("explains a test of facts, of a case and of a message", async () => {
    const because = ["wait-a-little"];
    const tests = [
      { name: "facts", given: { facts: { "shipment.daysInTransit": 25 } }, because },
      { name: "case", given: { case: late }, because },
      {
        name: "message",
        at: "2026-03-03T15:00:00Z",
        given: { message: "Where is my parcel? It is 30 days late.", channel: "email" },
        because,
      },
    ];
    const file = await fileOf("own.test.json", { policy: policy.policy, tests });
    await writeFile(file.replace(".test.json", ".policy.json"), JSON.stringify(policy));
    const facts = await explain([file, "--test", "facts"]);
    expect(facts.stdout).toBe(
      [
        "remedies: offer",
        "  No rule of shop/own-offers fired.",
        '  "wait-a-little" did not fire.',
        "  Because: “Thirty days are not long”",
        "  It would have fired with one other fact:",
        "  shipment.daysInTransit is 25 days; it would have to be less than 20.",
        "",
      ].join("\n"),
    );
    expect((await explain([file, "--test", "case"])).stdout).toContain("shipment.daysInTransit is 30 days");
    expect((await explain([file, "--test", "message"])).stdout).toContain("shipment.daysInTransit is absent");
    expect(await explain([file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('3 tests; name one with --test: "facts", "case", "message"'),
    });
    expect(await explain([file, "--test", "fact"])).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "facts"?') });
  });

  it("goes on where a case can't be read, and exits with 1", async () => {
    const { code, stdout, stderr } = await explain(["-", "--decision", "offer"], `{"id":"bad"\n${JSON.stringify(late)}\n{"ticket":5}\n`);
    expect(code).toBe(1);
    expect(stdout).toContain("C-1");
    expect(stderr).toContain("line 1:");
    expect(stderr).toContain("line 3:");
  });

  it("prints a line of JSON for each case with --json, also for one that can't be read", async () => {
    const { code, stdout, stderr } = await explain(["-", "--json"], `${JSON.stringify(late)}\n{ "id": \n{ "ticket": 1 }\n`);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: unknown; error?: { code: string } });
    expect([code, stderr, lines.length]).toEqual([1, "", 3]);
    expect(lines.map(({ error }) => error === undefined)).toEqual([true, false, false]);
  });

  it("says that a file holds no case", async () => {
    expect(await explain(["-"], "\n \n")).toEqual({ code: 2, stdout: "", stderr: "amends explain: there is no case in standard input.\n" });
  });

  it("says how it is used", async () => {
    expect((await explain(["--help"])).stdout).toContain("Usage: amends explain FILE");
    expect(await explain([])).toMatchObject({ code: 2, stderr: expect.stringContaining("name a file") });
    expect(await explain(["a", "b"])).toMatchObject({ code: 2 });
    expect(await explain(["-", "--stage", "offers"])).toMatchObject({ code: 2, stderr: expect.stringContaining('no stage "offers"') });
    expect(await explain(["-", "--id", "C-9"], JSON.stringify(late))).toMatchObject({ code: 2, stderr: expect.stringContaining('"C-9"') });
  });
});
