import { countyDate } from '@qifutong/contracts/fields';
import { words } from '@qifutong/platform/shape';
import { z } from 'zod';
import { SEEDS } from './seeded-draw.ts';

const absent = z.array(words(200)).max(2_000);
const seed = z
  .int()
  .min(0)
  .max(SEEDS - 1)
  .nullish();

export const makeShape = z.object({
  day: countyDate,
  seed,
  absent: absent.nullish().transform((subs) => subs ?? []),
  share: z.int().min(0).max(100).nullish(),
  visitsPerTeam: z.int().min(1).max(100).nullish(),
});
export const replanShape = z.object({ planId: z.uuid(), absent, seed });
