/** Indices of members of equal priority, highest first. A member without a priority, or with 0, counts as 1. */
export function priorityGroups(members: readonly { readonly priority: number | undefined }[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const [index, { priority }] of members.entries()) {
    const weight = priority || 1;
    const group = groups.get(weight);
    if (group === undefined) groups.set(weight, [index]);
    else group.push(index);
  }
  return [...groups].sort(([left], [right]) => right - left).map(([, indices]) => indices);
}
