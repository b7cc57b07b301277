import type { Announcement } from '@qifutong/contracts/define-event';
import { documentAcknowledged } from '@qifutong/contracts/inspection/document-acknowledged';
import type { Decision } from '@qifutong/kernel/decision';
import type { IssuedDocument } from './document.ts';

/** 签收: the first receipt of what was issued stays. */
export function acknowledge(document: IssuedDocument, by: string, now: Date): Decision<IssuedDocument, Announcement> {
  if (document.acknowledgedAt !== null) return { state: document, events: [] };
  const { number, creditCode: firmCreditCode } = document;
  const told = { number, firmCreditCode, acknowledgedBy: by, acknowledgedAt: now.toISOString() };
  return { state: { ...document, acknowledgedAt: now, acknowledgedBy: by }, events: [documentAcknowledged(told)] };
}
