import { goods } from './goods.ts';
import { health } from './health.ts';
import { money } from './money.ts';
import { office } from './office.ts';
import { other } from './other.ts';
import { people } from './people.ts';
import type { Problem } from './problem.ts';
import { rarer } from './rarer.ts';

/** Written from general knowledge of the weeks in question, without a look at any labelled report. */
export const problems: readonly Problem[] = [people, goods, money, health, office, other, rarer].flat();
