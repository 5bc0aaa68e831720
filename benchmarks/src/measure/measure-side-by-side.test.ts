import { expect, it } from "vitest";
import { measureSideBySide } from "./measure-side-by-side.js";
import { median } from "./median.js";

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
  const seen = { direct: new Map<number, number>(), promised: new Map<number, number>() };
  const count = (of: Map<number, number>, input: number) => of.set(input, (of.get(input) ?? 0) + 1);
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
    options,
  );
  expect(measured.map(({ name }) => name)).toEqual(["direct", "promised"]);
  for (const { microseconds, least, most, inputsPerRound } of measured) {
    expect(inputsPerRound % inputs.length).toBe(0);
    expect(least).toBeLessThanOrEqual(microseconds);
    expect(microseconds).toBeLessThanOrEqual(most);
  }
  for (const counts of Object.values(seen)) expect([...counts.keys()].toSorted((left, right) => left - right)).toEqual(inputs);
});

it("takes the middle value, or the mean of two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([])).toBeNaN();
});
