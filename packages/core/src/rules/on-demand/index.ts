export type { FactResolvers } from "./fact-resolvers.js";
export { runOnDemand, type OnDemandOptions } from "./run-on-demand.js";
