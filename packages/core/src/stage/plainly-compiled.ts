import type { CompiledPolicy } from "../rules/compile-policy.js";

const compiled = new WeakSet<object>();

/** Notes a policy that was compiled with the standard operators alone. One made of it, to watch what it decides, is another. */
export function notePlainlyCompiled(policy: CompiledPolicy): void {
  compiled.add(policy);
}

/** Whether a policy decides by the standard operators alone, and by nothing else. */
export function isPlainlyCompiled(policy: CompiledPolicy): boolean {
  return compiled.has(policy);
}
