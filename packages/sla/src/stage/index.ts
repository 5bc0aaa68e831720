export { slaStage } from "./sla-stage.js";
