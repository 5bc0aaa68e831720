import type { ContractCase } from "./contract-case.js";
import { demand, fail } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";

/** An adapter says which contract it keeps and what it is called, and touches nothing until it is asked. */
export function identityCase(create: (environment: ContractEnvironment) => { specVersion: string; name: string }): ContractCase {
  return {
    id: "identity",
    says: "the adapter names itself and its contract's version, and asks nothing before it is called",
    run: async () => {
      const { environment, asked } = watchedEnvironment(() => fail("the network was used"));
      const { specVersion, name } = create(environment);
      demand(specVersion === "1", `expected specVersion "1", got "${specVersion}"`);
      demand(/^[a-z0-9][a-z0-9_-]*$/.test(name), `"${name}" is no name of lower-case words`);
      demand(asked.length === 0, "the network was used before a call");
    },
  };
}
