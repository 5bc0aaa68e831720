import { defineConfig } from "vitest/config";

// Only `ssr.resolve.conditions` decides how tests resolve the workspace's own packages: to their sources, with no build.
const source = { ssr: { resolve: { conditions: ["@amends/source", "module", "node"] } } };

const project = (name: string, folders: readonly string[]) => ({
  ...source,
  test: {
    name,
    // Tests leave nothing behind, so that files share what they load: most of the time of a file is spent on that.
    isolate: false,
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    setupFiles: ["scripts/property-seed.ts", "scripts/leave-nothing-behind.ts"],
    // What hangs ends here; how fast a machine is must not decide a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

/** One type checker reads the type tests of all packages. `npm run check` reports type errors in sources; here only the type tests count. */
const types = {
  test: {
    name: "types",
    include: [],
    typecheck: { enabled: true, only: true, include: ["packages/*/src/**/*.test-d.ts"], ignoreSourceErrors: true },
  },
};

const measuredPackages = ["core", "sla", "routing", "compensation", "replies", "adapters", "insights", "desk", "rule-tools"];

export default defineConfig({
  ...source,
  test: {
    // Vitest leaves one core idle, which on a small machine is half of them.
    maxWorkers: "100%",
    projects: [
      project("workspace", ["packages/*/src", "tests"]),
      // What others made is apart: it may not leave built-in objects as they were.
      project("benchmarks", ["benchmarks/src"]),
      types,
    ],
    coverage: {
      provider: "v8",
      include: measuredPackages.map((folder) => `packages/${folder}/src/**/*.ts`),
      exclude: [
        "**/*.test.ts",
        "**/*.test-d.ts",
        "**/*.data.ts",
        "**/index.ts",
        "**/oracle/**",
        "**/testing/**",
        "**/arbitrary-*.ts",
        "**/*-arbitrary.ts",
        "**/*-oracle.ts",
      ],
      reporter: [["text", { skipFull: true }], "lcovonly"],
      thresholds: Object.fromEntries(measuredPackages.map((folder) => [`packages/${folder}/src/**/*.ts`, { lines: 95 }])),
    },
  },
});
