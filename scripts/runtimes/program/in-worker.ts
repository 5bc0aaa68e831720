import { input } from "./input.js";
import { writeAnswers } from "./write-answers.js";

// What `workerd test` runs.
// oxlint-disable-next-line import/no-default-export -- workerd looks for this export
export default {
  test: () => writeAnswers(input, (line) => console.log(line)),
};
