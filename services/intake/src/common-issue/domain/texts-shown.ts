import { excerpt } from '@qifutong/kernel/excerpt';

/** What an issue's firm said first: for eyes that may read reports, never for events or logs. */
export interface FirstWords {
  readonly issueId: string;
  readonly number: string;
  readonly text: string;
}

const SHOWN = 3;

/** By which texts a common issue is one. @param told the most alike first */
export function textsAmong(told: readonly FirstWords[]): string[] {
  return told.slice(0, SHOWN).map(({ number, text }) => `其中 ${number}:“${excerpt(text)}”`);
}

/** An issue's own text, and the other's that is most alike to what they share. */
export function textsBeside(ours: FirstWords | null, others: readonly FirstWords[]): string[] {
  const other = others.find(({ issueId }) => issueId !== ours?.issueId);
  return [
    ...(ours ? [`本件:“${excerpt(ours.text)}”`] : []),
    ...(other ? [`对照 ${other.number}:“${excerpt(other.text)}”`] : []),
  ];
}
