export const orderStatuses = ['OPEN', 'OVERDUE', 'FULFILLED', 'WITHDRAWN'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** One thing that is to be mended. */
export interface Finding {
  /** the rule's code; null: too many rules were not applicable */
  readonly rule: string | null;
  /** the later inspection since which it is met, or whose rulebook does not ask it any more, in each up to the one that fulfils the order */
  readonly metBy: string | null;
  readonly metAt: Date | null;
}

/** 整改单: what a firm must mend after a failed inspection, by when. */
export interface RectificationOrder {
  readonly id: string;
  readonly version: number;
  /** `改20200214-0001` */
  readonly number: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly inspectionId: string;
  /** when that inspection was performed */
  readonly performedAt: Date;
  readonly issuedAt: Date;
  readonly dueAt: Date;
  /** in the rulebook's order */
  readonly findings: readonly Finding[];
  readonly status: OrderStatus;
  readonly fulfilledAt: Date | null;
  /** when it was noticed that the date had passed; kept, whatever is mended later */
  readonly overdueAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** What an order is about, in every event. */
export function about({ id, number, creditCode, townCode, inspectionId }: RectificationOrder) {
  return { orderId: id, number, firmCreditCode: creditCode, townCode, inspectionId };
}

/** What is still to be mended, as events tell it. */
export function left({ findings }: Pick<RectificationOrder, 'findings'>) {
  const open = findings.filter(({ metBy }) => metBy === null);
  return {
    unmet: open.flatMap(({ rule }) => (rule === null ? [] : [rule])),
    tooManyNotApplicable: open.some(({ rule }) => rule === null),
  };
}
