/** Runs the pnpm version that package.json names; gives its exit code. */
export declare function runPnpm(args: readonly string[]): number;
