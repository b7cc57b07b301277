import type { Domain } from '@qifutong/contracts/fields';
import type { Concept } from './thesaurus/concept.ts';
import { farm } from './thesaurus/farm.ts';
import { goods } from './thesaurus/goods.ts';
import { health } from './thesaurus/health.ts';
import { life } from './thesaurus/life.ts';
import { money } from './thesaurus/money.ts';
import { office } from './thesaurus/office.ts';
import { staff } from './thesaurus/staff.ts';
import { trade } from './thesaurus/trade.ts';
import { troubles } from './thesaurus/troubles.ts';
import { work } from './thesaurus/work.ts';

/** A concept that a text speaks of: how often, and where first. */
export interface Found {
  readonly name: string;
  readonly domain: Domain | null;
  readonly weight: number;
  readonly times: number;
  readonly at: number;
  /** the words that it was told by, as they stand in the text */
  readonly said: string;
}

interface Compiled {
  readonly name: string;
  readonly domain: Domain | null;
  readonly pattern: RegExp;
  readonly weight: number;
}

const compile = (concepts: readonly Concept[]): readonly Compiled[] =>
  concepts.map(([name, domain, surfaces, weight = 1]) => ({
    name,
    domain,
    weight,
    pattern: new RegExp(surfaces, 'gu'),
  }));

const thingsKnown = compile([staff, work, health, goods, farm, trade, money, office, life].flat());
const troublesKnown = compile(troubles);

function find(folded: string, known: readonly Compiled[]): Found[] {
  const found: Found[] = [];
  for (const { pattern, name, domain, weight } of known) {
    const first = firstOf(pattern, folded);
    if (first === null) continue;
    const times = folded.match(pattern)!.length;
    found.push({ name, domain, weight, times, at: first.index, said: first[0] });
  }
  return found;
}

/** Most are not in a text: `matchAll` would copy each pattern to find that out. */
function firstOf(pattern: RegExp, folded: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(folded);
}

/** What a text speaks of. */
export const thingsIn = (folded: string): Found[] => find(folded, thingsKnown);

/** What is the matter with it, or what is asked. */
export const troublesIn = (folded: string): Found[] => find(folded, troublesKnown);
