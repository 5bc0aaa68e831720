/** One thing the program computed, under a name that is the same in every runtime. */
export interface Answer {
  readonly name: string;
  readonly value: unknown;
}
