import { afterAll } from "vitest";

const shared = {
  Object: Object.prototype,
  Array: Array.prototype,
  String: String.prototype,
  Number: Number.prototype,
  Boolean: Boolean.prototype,
  Function: Function.prototype,
  RegExp: RegExp.prototype,
  Date: Date.prototype,
  Map: Map.prototype,
  Set: Set.prototype,
  Promise: Promise.prototype,
  "Object itself": Object,
  "Array itself": Array,
  "Date itself": Date,
  Math,
  JSON,
  Reflect,
};

/** Every property of the built-in objects, by place and by what it is. */
function builtins(): Map<string, unknown> {
  return new Map(
    Object.entries(shared).flatMap(([place, object]) =>
      Reflect.ownKeys(object).map((key) => {
        const { value, get } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
        return [`${place}.${String(key)}`, value ?? get] as const;
      }),
    ),
  );
}

const before = builtins();

/** The files of a project share their process: what one leaves on the built-in objects, others would trip over. */
afterAll(() => {
  const after = builtins();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((place) => before.get(place) !== after.get(place));
  if (changed.length > 0) throw new Error(`This file leaves changes on built-in objects: ${changed.join(", ")}`);
});
