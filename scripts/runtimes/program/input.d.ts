import type { ProgramInput } from "./program-input.js";

/** What the program is handed. The module is written for each run. */
export declare const input: ProgramInput;
