/** Notes the smallest of the places it is given. */
export class FirstHit {
  /** The smallest place; infinity, where no rule stands, before there is one. */
  end = Number.POSITIVE_INFINITY;

  push(place: number): void {
    if (place < this.end) this.end = place;
  }
}
