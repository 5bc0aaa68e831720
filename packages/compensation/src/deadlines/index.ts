export type { BindingDeadline, DeadlineArea, DeadlineParty, DeadlinesFound } from "./binding-deadline.js";
export { bindingDeadlines, type BindingDeadlines, type FirstDeadline } from "./binding-deadlines.js";
