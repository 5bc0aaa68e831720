/** Raised where a rule would need a fact that is no longer fetched, because the decision is taken. */
export class UnreadFact extends Error {
  constructor(name: string) {
    super(`Fact "${name}" is not fetched any more.`);
    this.name = "UnreadFact";
  }
}
