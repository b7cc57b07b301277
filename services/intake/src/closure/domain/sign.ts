import type { Announcement } from '@qifutong/contracts/define-event';
import { dailyClosureSigned } from '@qifutong/contracts/intake/daily-closure-signed';
import type { Decision } from '@qifutong/kernel/decision';
import type { DailyClosure } from './daily-closure.ts';
import { reject } from './rejections.ts';

interface Signature {
  readonly by: { readonly sub: string; readonly name: string };
  readonly remark: string | null;
}

/** 签发: the commander on duty signs, once. */
export function sign(
  closure: DailyClosure,
  { by, remark }: Signature,
  now: Date,
): Decision<DailyClosure, Announcement> {
  const { day, signedByName } = closure;
  if (closure.signedAt !== null) throw reject('DAILY_CLOSURE_SIGNED', { field: 'day', day, name: signedByName ?? '' });
  const signed = dailyClosureSigned({ day, signedBy: by.sub, signedAt: now.toISOString() });
  return { state: { ...closure, signedAt: now, signedBy: by.sub, signedByName: by.name, remark }, events: [signed] };
}
