import { expect, it } from "vitest";
import { packReaders } from "./pack-readers.js";
import { standardPacks } from "./standard-packs.js";

it("reads every standard pack by its name, and refuses what another one's values look like", () => {
  for (const pack of standardPacks) {
    expect(packReaders[pack.pack]?.read(pack).facts).toHaveLength(pack.facts.length);
    for (const [name, reader] of Object.entries(packReaders)) {
      const isAlike = name === pack.pack || (name.endsWith("/returns") && pack.pack.endsWith("/returns"));
      if (!isAlike) expect(() => reader.read(pack), `${name} reads ${pack.pack}`).toThrow("can't be read");
    }
  }
});
