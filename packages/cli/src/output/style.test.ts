import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createStyle } from "./style.js";

const terminal = Object.assign(new PassThrough(), { isTTY: true });
const red = (stream: PassThrough, environment: NodeJS.ProcessEnv) => createStyle(stream, environment).red("x") !== "x";

it("colours terminals alone, unless the environment says otherwise", () => {
  expect(red(terminal, {})).toBe(true);
  expect(red(new PassThrough(), {})).toBe(false);
  expect(red(terminal, { NO_COLOR: "1" })).toBe(false);
  expect(red(terminal, { NO_COLOR: "" })).toBe(true);
  expect(red(terminal, { TERM: "dumb" })).toBe(false);
  expect(red(new PassThrough(), { FORCE_COLOR: "1" })).toBe(true);
  expect(red(terminal, { FORCE_COLOR: "0" })).toBe(false);
  expect(red(terminal, { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
});
