import { guessDomain } from '../src/likeness/domain/guess-domain.ts';
import { weigh, type Frequencies, type Weighed } from '../src/likeness/domain/weigh.ts';
import { read } from '../src/likeness/reading.ts';

const nothingYet: Frequencies = { issues: 0, of: () => 0 };

/** A text as it is compared, before any other was seen. */
export function weighed(text: string, seen: Frequencies = nothingYet): Weighed {
  const reading = read(text);
  return weigh(reading, guessDomain(reading).domain, seen);
}
