export { createRemediesStage, remediesStage, type RemediesStage } from "../offer/remedies-stage.js";
export { riskStage } from "../risk/risk-stage.js";
