import { describe, expect, it } from "vitest";
import { benchmarkMessages, lengths, messagesOf, type MessageLength } from "./benchmark-messages.js";
import { englishClassifiers, everyLanguageClassifiers } from "./classifiers.js";
import { measureLatencies, quantile } from "./latencies.js";

describe("messages", () => {
  it("of each length are many, and as long as they say", () => {
    const all = benchmarkMessages();
    for (const length of Object.keys(lengths) as MessageLength[]) {
      const messages = messagesOf(length, all);
      const [least, most] = lengths[length];
      expect(messages.length).toBeGreaterThan(50);
      expect(messages.every(({ text }) => text.length >= least && text.length <= most)).toBe(true);
    }
  });

  it("are of one language where it is named", () => {
    expect(new Set(benchmarkMessages("en").map(({ language }) => language))).toEqual(new Set(["en"]));
  });
});

it("every classifier answers", () => {
  const english = benchmarkMessages("en").slice(0, 40);
  for (const { decide } of [...everyLanguageClassifiers, ...englishClassifiers(english)])
    for (const message of english.slice(0, 3)) expect(decide(message)).toBeTruthy();
});

describe("latencies", () => {
  it("are those of single inputs", () => {
    let asked = 0;
    const { p50, p99 } = measureLatencies(() => (asked += 1), ["a", "b", "c"], 2);
    expect(asked).toBe(9);
    expect(p99).toBeGreaterThanOrEqual(p50);
  });

  it("have quantiles by rank", () => {
    const sorted = Array.from({ length: 200 }, (_, index) => index + 1);
    expect([quantile(sorted, 0.5), quantile(sorted, 0.99), quantile([7], 0.5), quantile([], 0.5)]).toEqual([100, 198, 7, Number.NaN]);
  });
});
