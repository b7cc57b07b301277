/** 抽签: whole numbers by lot. */
export interface Draw {
  /** one of 0, 1, … below - 1, each as likely */
  below(count: number): number;
}

/** In an order by lot, each order as likely (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], draw: Draw): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = draw.below(last + 1);
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}
