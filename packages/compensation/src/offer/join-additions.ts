/** What is added whichever remedy is chosen. */
export type Additions = Readonly<Record<string, unknown>>;

/** What nothing adds; answers have an object of their own. */
export const noAdditions: Additions = Object.freeze({});

/** What an offer and the additions that fired add: what the offer itself adds goes before, and an earlier addition before a later one. */
export function joinAdditions(
  ofOffer: Additions | undefined,
  added: readonly { readonly params: { readonly alwaysAdd?: Additions | undefined } }[],
): Additions {
  let all: Additions | undefined;
  for (let index = added.length - 1; index >= 0; index -= 1) all = over(all, added[index]?.params.alwaysAdd);
  return over(all, ofOffer) ?? noAdditions;
}

/** Nearly always one of them adds all that is added. */
function over(below: Additions | undefined, above: Additions | undefined): Additions | undefined {
  if (below === undefined || above === undefined) return below ?? above;
  return { ...below, ...above };
}
