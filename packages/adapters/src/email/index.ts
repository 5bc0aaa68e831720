export { parseEmail, type ParseEmailOptions } from "./parse-email.js";
