import { Rejection } from '@qifutong/kernel/rejection';

/** What a rule says no with. @throws TypeError when it says yes */
export function refusalOf(rule: () => unknown): { code: string; field: string | null } {
  try {
    rule();
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    return { code: cause.code, field: cause.field };
  }
  throw new TypeError('it was not refused');
}
