import type { Announcement } from '@qifutong/contracts/define-event';
import { firmChanged } from '@qifutong/contracts/intake/firm-changed';
import { firmRegistered } from '@qifutong/contracts/intake/firm-registered';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import type { Decision } from '@qifutong/kernel/decision';
import { firmNameKey, type Sound } from './firm-name.ts';
import { factsOf, namesOf, type Firm, type FirmFacts } from './firm.ts';
import { reject } from './rejections.ts';

export const MOST_ALIASES = 50;

/** What is said of a firm. What is not mentioned stays as it is; null says that there is none. */
export type FirmSaid = Pick<Firm, 'creditCode' | 'name' | 'townCode'> & {
  readonly [F in keyof FirmFacts]?: FirmFacts[F] | undefined;
};

/** What the rule must know beside. */
export interface County {
  readonly towns: ReadonlySet<string>;
  readonly sound: Sound;
}

/** Enters a firm into the register, or changes what the register says of it; what says nothing new changes nothing. */
export function registerFirm(
  known: Firm | null,
  said: FirmSaid,
  county: County,
  now: Date,
): Decision<Firm, Announcement> {
  assertTrue(said, county);
  const firm = withSaid(known, said, county.sound);
  if (known === null)
    return { state: firm, events: [firmRegistered({ ...told(firm), registeredAt: now.toISOString() })] };
  if (sameFacts(known, firm)) return { state: known, events: [] };
  return { state: firm, events: [firmChanged({ ...told(firm), changedAt: now.toISOString() })] };
}

function assertTrue({ creditCode, townCode, aliases }: FirmSaid, { towns }: County): void {
  if (!isCreditCode(creditCode)) throw reject('FIRM_CREDIT_CODE_INVALID', { field: 'creditCode' });
  if (!towns.has(townCode)) throw reject('FIRM_TOWN_UNKNOWN', { field: 'townCode', code: townCode });
  if (aliases && new Set(aliases).size > MOST_ALIASES)
    throw reject('FIRM_ALIASES_TOO_MANY', { field: 'aliases', limit: MOST_ALIASES });
}

const nothingKnown = { version: 0, industry: null, size: null, employees: null, address: null, aliases: [] } as const;

function withSaid(known: Firm | null, said: FirmSaid, sound: Sound): Firm {
  const mentioned = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const firm = { ...(known ?? nothingKnown), ...mentioned } as Firm;
  // a firm's own name is no other name of it
  const aliases = [...new Set(firm.aliases)].filter((alias) => alias !== firm.name);
  return { ...firm, aliases, nameKeys: nameKeysOf({ ...firm, aliases }, sound) };
}

/** What an index of names is asked for, of every name of the firm. */
export function nameKeysOf(firm: Pick<Firm, 'name' | 'aliases'>, sound: Sound): readonly string[] {
  return [...new Set(namesOf(firm).map((name) => firmNameKey(name, sound)))].filter((key) => key !== '');
}

function sameFacts(one: Firm, other: Firm): boolean {
  return JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));
}

function told({ creditCode, townCode, industry, size }: Firm) {
  return { firmCreditCode: creditCode, townCode, industry, size };
}
