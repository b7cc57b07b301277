import type { IssuedDocument } from './document.ts';

/** 签收: the first receipt stays. */
export function acknowledge(document: IssuedDocument, by: string, now: Date): IssuedDocument {
  return document.acknowledgedAt === null ? { ...document, acknowledgedAt: now, acknowledgedBy: by } : document;
}
