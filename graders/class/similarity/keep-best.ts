/** Takes items one by one and keeps the best. */
export type KeepBest<Item> = {
  readonly add: (item: Item) => void;
  /** An item that is good enough to be kept has to be better than this one; undefined while any is. */
  readonly worst: () => Item | undefined;
  /** Best first. */
  readonly best: () => Item[];
};

/**
 * Keeps the best of any number of items; never holds more than twice as many as it is to keep.
 * @param most At least 1.
 * @param compare As of a sort, best first; a total order makes the choice independent of the order of the items.
 */
export function keepBest<Item>(most: number, compare: (a: Item, b: Item) => number): KeepBest<Item> {
  let kept: Item[] = [];
  let last: Item | undefined;
  const cut = () => {
    kept = kept.sort(compare).slice(0, most);
    last = kept.length === most ? kept.at(-1) : undefined;
  };
  return {
    add(item) {
      if (last !== undefined && compare(item, last) >= 0) return;
      kept.push(item);
      if (kept.length >= 2 * most) cut();
    },
    worst: () => last,
    best() {
      cut();
      return [...kept];
    },
  };
}
