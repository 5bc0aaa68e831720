import fc from "fast-check";
import { expect, it } from "vitest";
import { insertName } from "./insert-name.js";

it("keeps names sorted, each once", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (given) => {
      const names: string[] = [];
      for (const name of given) insertName(names, name);
      expect(names).toEqual([...new Set(given)].sort());
    }),
  );
});
