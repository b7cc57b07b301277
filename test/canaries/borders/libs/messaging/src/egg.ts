import type { Hen } from './hen.ts'; // canary: no-cycles

export interface Egg {
  readonly from: Hen;
}
