import type { Finding } from "@amends/core/errors";

/** Adds a finding at a path below the test. */
export type SayOfTest = (at: readonly PropertyKey[], what: Omit<Finding, "file" | "path" | "line" | "column">, part?: "key") => void;
