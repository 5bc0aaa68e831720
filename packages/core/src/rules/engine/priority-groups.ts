const sharedAtMost = 64;
const shared = new Map<number, readonly number[]>();

/** Indices of members of equal priority, highest first. A member without a priority, or with 0, counts as 1. */
export function priorityGroups(members: readonly { readonly priority: number | undefined }[]): readonly (readonly number[])[] {
  if (members.length > 0 && members.length < sharedAtMost && members.every(({ priority }) => (priority || 1) === 1))
    return [sharedIndices(members.length)];
  const groups = new Map<number, number[]>();
  for (const [index, { priority }] of members.entries()) {
    const weight = priority || 1;
    const group = groups.get(weight);
    if (group === undefined) groups.set(weight, [index]);
    else group.push(index);
  }
  return [...groups].sort(([left], [right]) => right - left).map(([, indices]) => indices);
}

/** The indices of a group whose members all have the same priority: lists of one length share one. */
function sharedIndices(length: number): readonly number[] {
  let indices = shared.get(length);
  if (indices === undefined) shared.set(length, (indices = Array.from({ length }, (_, index) => index)));
  return indices;
}
