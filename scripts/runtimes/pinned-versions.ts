/** The tools that npm fetches for a run; none of them is a dependency of the workspace. Node follows its release lines. */
export const pinnedVersions = {
  node20: "20",
  node22: "22",
  node24: "24",
  deno: "2.9.6",
  bun: "1.4.5",
  workerd: "1.20260730.1",
  "moment-timezone": "0.6.6",
} as const;
