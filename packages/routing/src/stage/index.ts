export { routingStage } from "./routing-stage.js";
