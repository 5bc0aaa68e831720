import { describe, expect, it } from "vitest";

/** What can't stand in the place of an argument of each kind. */
const misfits = {
  object: [null, undefined, 7, "text", []],
  settings: [null, 7, "text", []],
  list: [null, undefined, 7, "text", {}],
  text: [null, undefined, 7, [], {}],
  function: [null, undefined, 7, "text", [], {}],
  bytes: [null, undefined, 7, "text", [], {}],
  policies: [null, 7, "text", {}],
  rates: [7, "text", []],
} as const;

/** A public function, the name of one of its arguments, what that has to be, and a call with something in its place. */
export type Place = readonly [name: string, argument: string, kind: keyof typeof misfits, call: (value: never) => unknown];

/** Tests that each argument refuses by its name whatever it can't be. */
export function refuseMisfits(places: readonly Place[]): void {
  describe.each(places)("%s, in the place of %s", (_, argument, kind, call) => {
    it.each(misfits[kind])("%j is refused by that name", async (value) => {
      const refusal = (async () => call(value as never))();
      await expect(refusal).rejects.toMatchObject({ code: "argument_invalid", findings: [{ code: "argument_invalid", path: argument }] });
    });
  });
}
