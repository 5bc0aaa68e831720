export { systemZones, type SystemZonesOptions } from "./system-zones.js";
