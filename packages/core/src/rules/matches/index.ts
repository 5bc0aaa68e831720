export { matches } from "../operators/matches.js";
