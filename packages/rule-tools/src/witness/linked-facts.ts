/** Facts that are compared with each other, directly or through others. */
export class LinkedFacts {
  readonly #leaders = new Map<string, string>();

  link(left: string, right: string): void {
    this.#leaders.set(this.leaderOf(left), this.leaderOf(right));
  }

  /** One fact that stands for all of a group; of a fact that is linked to none, the fact itself. */
  leaderOf(fact: string): string {
    let leader = fact;
    for (let next = this.#leaders.get(leader); next !== undefined && next !== leader; next = this.#leaders.get(leader)) leader = next;
    return leader;
  }

  /** Every fact linked to a fact, itself among them. */
  groupOf(fact: string): readonly string[] {
    const leader = this.leaderOf(fact);
    return [...new Set([fact, leader, ...this.#leaders.keys()])].filter((other) => this.leaderOf(other) === leader);
  }
}
