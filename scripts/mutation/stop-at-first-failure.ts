import { configureGlobal } from "fast-check";

// A mutant is noticed by the first case that fails: a smaller one isn't looked for, which takes most of the time of a killed mutant.
configureGlobal({ endOnFailure: true, numRuns: Number(process.env["PROPERTY_RUNS"] ?? 30), seed: 1 });
