const few = 32;

/** Sorts a list in place, equals in the order they had. A few are moved where they belong quicker than a list is sorted. */
export function sortInPlace<Item>(items: Item[], compare: (left: Item, right: Item) => number): void {
  if (items.length > few) {
    items.sort(compare);
    return;
  }
  for (let next = 1; next < items.length; next += 1) {
    const item = items[next] as Item;
    let at = next;
    for (; at > 0 && compare(items[at - 1] as Item, item) > 0; at -= 1) items[at] = items[at - 1] as Item;
    items[at] = item;
  }
}
