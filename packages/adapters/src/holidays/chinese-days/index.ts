export { readChineseDays, type ChineseDaysOptions, type ChineseDaysSource } from "./read-chinese-days.js";
