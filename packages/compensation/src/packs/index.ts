export { standardPacks } from "./standard-packs.js";
