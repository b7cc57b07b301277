import type { Egg } from './egg.ts'; // canary: no-cycles

export interface Hen {
  readonly from: Egg;
}
