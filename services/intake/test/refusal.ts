import { Rejection } from '@qifutong/kernel/rejection';

export interface Refusal {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

/** What a rule says no with. @throws TypeError when it says yes */
export function refusalOf(rule: () => unknown): Refusal {
  try {
    rule();
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    return { code: cause.code, field: cause.field, message: cause.message };
  }
  throw new TypeError('it was not refused');
}
