import type { CompiledPolicy } from "../rules/compile-policy.js";
import type { ParameterValue, Policy } from "../rules/policy.js";

/** A policy as it was compiled, whatever its owner makes of it later. */
export interface PlainlyCompiled {
  readonly policy: Policy;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

const compiled = new WeakMap<object, PlainlyCompiled>();

/** Notes a policy that was compiled with the standard operators alone. One made of it, to watch what it decides, is another. */
export function notePlainlyCompiled(policy: CompiledPolicy): void {
  try {
    compiled.set(policy, structuredClone({ policy: policy.policy, parameters: policy.parameters }));
  } catch {
    // What can't be copied, such as a function, may be another thing later: such a policy is asked every time.
  }
}

/** What a policy that decides by the standard operators alone was compiled of; undefined for any other. */
export function plainlyCompiled(policy: CompiledPolicy): PlainlyCompiled | undefined {
  return compiled.get(policy);
}
