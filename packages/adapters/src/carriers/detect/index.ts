export { detectCarriers, type CarrierCandidate } from "./detect-carriers.js";
