/** A score and whether what it warns of came true. */
export interface LabelledScore {
  readonly score: number;
  readonly event: boolean;
}
