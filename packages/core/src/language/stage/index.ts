export { languageStage } from "./language-stage.js";
