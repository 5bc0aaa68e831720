import type { Answer } from "./answer.js";
import { checkPolicies } from "./check-policies.js";
import { computeMetrics } from "./compute-metrics.js";
import { computeMoney } from "./compute-money.js";
import { computeTimes } from "./compute-times.js";
import { decideCases } from "./decide-cases.js";
import { entries } from "./entries.js";
import type { ProgramInput } from "./program-input.js";
import { readTexts } from "./read-texts.js";
import { runGeneratedRules } from "./run-rules.js";
import { watchZones } from "./watch-zones.js";
import { writeReplies } from "./write-replies.js";
import { pinnedZones } from "./zone-data.js";

/** Computes everything and writes it, an answer a line: `{"name":…,"sha256":…,"value":…}`, the hash over the value as written. */
export async function writeAnswers(input: ProgramInput, write: (line: string) => void): Promise<void> {
  const zones = pinnedZones(input.zoneData);
  const zonesAsked = watchZones();
  const parts: readonly (() => readonly Answer[] | Promise<readonly Answer[]>)[] = [
    () => Object.entries(entries).map(([name, entry]) => ({ name: `entry/${name}`, value: Object.keys(entry).sort() })),
    () => decideCases(input, zones),
    () => readTexts(input),
    () => runGeneratedRules(),
    () => computeTimes(input, zones),
    () => computeMoney(input),
    () => computeMetrics(input, zones),
    () => writeReplies(input, zones),
    () => checkPolicies(input, zones),
    () => [{ name: "zones asked of the runtime", value: zonesAsked() }],
  ];
  for (const part of parts) {
    for (const { name, value } of await part()) {
      const text = JSON.stringify(value);
      write(`{"name":${JSON.stringify(name)},"sha256":"${await sha256(text)}","value":${text}}`);
    }
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
