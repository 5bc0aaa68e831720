export { packReaders } from "./pack-readers.js";
export { standardPacks } from "./standard-packs.js";
