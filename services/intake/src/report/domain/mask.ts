import type { Contact, Reporter } from './reporter.ts';

/** What is shown of a reporter without a reason. */
export interface MaskedReporter {
  readonly name: string | null;
  readonly phone: string | null;
  readonly confidential: boolean;
  readonly pseudonym: number | null;
}

/** What stands in the place of a name that is gone. */
export const PSEUDONYMISED = '已去标识';

/** 张三丰 -> 张** */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** 13900000042 -> 139****0042; of a shorter number only the last two digits stay */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** The masks that are kept beside what is sealed. */
export function masksOf({ name, phone }: Contact): Pick<Reporter, 'nameMask' | 'phoneMask'> {
  return { nameMask: name && maskName(name), phoneMask: phone && maskPhone(phone) };
}

/**
 * What is seen of a reporter without a reason: the masks; of a confidential one only that it is.
 * @param ofCentre sees the whole county's cases
 * @param handedIn handed this report in
 */
export function masked(
  reporter: Reporter | null,
  { ofCentre, handedIn }: { ofCentre: boolean; handedIn: boolean },
): MaskedReporter | null {
  if (reporter === null) return null;
  const { nameMask, phoneMask, confidential, pseudonym } = reporter;
  if (confidential && !ofCentre && !handedIn) return { name: null, phone: null, confidential, pseudonym: null };
  return { name: pseudonym === null ? nameMask : PSEUDONYMISED, phone: phoneMask, confidential, pseudonym };
}
