import { browserRuntime } from "./browser-runtime.js";
import { bunRuntime } from "./bun-runtime.js";
import { denoRuntime } from "./deno-runtime.js";
import { nodeRuntime } from "./node-runtime.js";
import type { Runtime } from "./runtime.js";
import { workerdRuntime } from "./workerd-runtime.js";

/** Every runtime, the first being the one that the others are compared with. */
export const runtimes: readonly Runtime[] = [
  nodeRuntime("node20"),
  nodeRuntime("node22"),
  nodeRuntime("node24"),
  denoRuntime,
  bunRuntime,
  workerdRuntime,
  browserRuntime,
];
