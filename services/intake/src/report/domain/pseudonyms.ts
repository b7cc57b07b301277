import type { Contact } from './reporter.ts';

/** A report's contact as it opens; null where it does not. */
export interface Opened {
  readonly reportId: string;
  readonly contact: Contact | null;
}

/**
 * What stays of the people who reported one issue: a place in the order of their reports, the same for reports of the same person.
 * Nothing leads from it to anybody, nor to another issue.
 * @param reports of one issue, in the order of their taking
 * @param taken the highest place that was given for that issue before
 */
export function pseudonyms(reports: readonly Opened[], taken: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const people = new Map<string, number>();
  for (const { reportId, contact } of reports) {
    const person = contact === null ? `nobody knows ${reportId}` : personOf(contact);
    const place = people.get(person) ?? taken + people.size + 1;
    people.set(person, place);
    places.set(reportId, place);
  }
  return places;
}

/** Who gave the same number is the same person; without a number, who gave the same name. */
function personOf({ name, phone }: Contact): string {
  if (phone === null) return `name ${(name ?? '').normalize('NFKC').replace(/\s/gu, '')}`;
  return `phone ${phone
    .normalize('NFKC')
    .replace(/\D/gu, '')
    .replace(/^86(?=1\d{10}$)/u, '')}`;
}
