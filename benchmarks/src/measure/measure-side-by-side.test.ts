import { expect, it } from "vitest";
import { measureSideBySide } from "./measure-side-by-side.js";
import { median } from "./median.js";

/** Time that passes only where a contestant spends it, and one microsecond whenever somebody looks. */
function spentTime() {
  let now = 0;
  return { clock: () => (now += 1), spend: (microseconds: number) => (now += microseconds) };
}

const options = {
  rounds: 3,
  roundMilliseconds: 1,
  longestRoundMilliseconds: 2,
  warmUpMilliseconds: 1,
  warmUpPatience: 1,
  longestWarmUpMilliseconds: 2,
};

it("decides every input in every round where there is time, awaiting those that promise", async () => {
  const inputs = [1, 2, 3, 4];
  const { clock, spend } = spentTime();
  const seen = { direct: new Map<number, number>(), promised: new Map<number, number>() };
  const count = (of: Map<number, number>, input: number) => {
    spend(50);
    return of.set(input, (of.get(input) ?? 0) + 1);
  };
  let open = 0;
  const measured = await measureSideBySide(
    [
      { name: "direct", decide: (input: number) => count(seen.direct, input) },
      {
        name: "promised",
        decide: async (input: number) => {
          open += 1;
          expect(open).toBe(1);
          await Promise.resolve();
          open -= 1;
          count(seen.promised, input);
        },
      },
    ],
    inputs,
    { ...options, clock },
  );
  expect(measured.map(({ name }) => name)).toEqual(["direct", "promised"]);
  for (const { microseconds, least, most, inputsPerRound } of measured) {
    expect(inputsPerRound).toBe(20);
    expect([least, microseconds, most]).toEqual([50.05, 50.05, 50.05]);
  }
  for (const counts of Object.values(seen)) expect([...counts.keys()].toSorted((left, right) => left - right)).toEqual(inputs);
});

it("decides as many inputs a round as there is time for, and three however long they take", async () => {
  const { clock, spend } = spentTime();
  const contestants = [300, 450, 5000].map((microseconds) => ({ name: `${microseconds}`, decide: () => spend(microseconds) }));
  const measured = await measureSideBySide(contestants, [1, 2, 3, 4, 5, 6, 7], { ...options, clock });
  expect(measured.map(({ inputsPerRound }) => inputsPerRound)).toEqual([6, 4, 3]);
});

it("takes the middle value, or the mean of two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([])).toBeNaN();
});
