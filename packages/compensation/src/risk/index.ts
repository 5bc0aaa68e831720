export { allowedSignals } from "./allowed-signals.js";
export { scoreRisk, type RiskPolicySet } from "./score-risk.js";
