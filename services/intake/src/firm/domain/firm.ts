import type { FirmSize } from '@qifutong/contracts/fields';

/** 企业, as the county's register has it */
export interface Firm {
  readonly creditCode: string;
  readonly version: number;
  readonly name: string;
  readonly townCode: string;
  readonly industry: string | null;
  readonly size: FirmSize | null;
  readonly employees: number | null;
  readonly address: string | null;
  /** other names it goes by, also as people say or mishear them */
  readonly aliases: readonly string[];
  /** what an index of names is asked for; null until they are made for a firm that was loaded without them */
  readonly nameKeys: readonly string[] | null;
}

/** Every name that a firm goes by, the registered one first. */
export function namesOf({ name, aliases }: Pick<Firm, 'name' | 'aliases'>): readonly string[] {
  return [name, ...aliases];
}

/** What can be said of a firm beside its code. */
export type FirmFacts = Pick<Firm, (typeof firmFacts)[number]>;
export const firmFacts = ['name', 'townCode', 'industry', 'size', 'employees', 'address', 'aliases'] as const;

/** What the register said of a firm. */
export function factsOf(firm: Firm): FirmFacts {
  const { name, townCode, industry, size, employees, address, aliases } = firm;
  return { name, townCode, industry, size, employees, address, aliases };
}
