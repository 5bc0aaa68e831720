import picocolors from "picocolors";
import type { OutputStream } from "../streams.js";

/** Colours, or functions that change nothing. */
export type Style = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: only on a terminal and without NO_COLOR; FORCE_COLOR asks for them anywhere. */
export function createStyle(stream: OutputStream, environment: NodeJS.ProcessEnv = process.env): Style {
  const { NO_COLOR: none = "", FORCE_COLOR: forced = "", TERM: terminal } = environment;
  if (none !== "" || forced === "0") return picocolors.createColors(false);
  return picocolors.createColors(forced !== "" || (stream.isTTY === true && terminal !== "dumb"));
}
