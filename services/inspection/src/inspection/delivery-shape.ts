import { optionalWords, orNull, words } from '@qifutong/platform/shape';
import { z } from 'zod';
import { ruleResults } from './domain/inspection.ts';

const COLLEAGUES_AT_MOST = 20;
const PHOTOS_AT_MOST = 20;
const STROKES_AT_MOST = 200;
const POINTS_AT_MOST = 5_000;

// half a surrogate pair: jsonb refuses it, text keeps another character in its place
const isStorable = (text: string | null) => text?.isWellFormed() ?? true;
const malformed = { params: { code: 'FIELD_MALFORMED' } };
const note = optionalWords(1000).refine(isStorable, malformed);
const colleague = words(200).refine(isStorable, malformed);
const uuid = z.uuid().toLowerCase();
const madeByDevice = z.uuidv7().toLowerCase();

const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(100_000),
});

const stroke = z.array(z.array(z.number()).length(2));
const signature = z
  .array(stroke)
  .max(STROKES_AT_MOST)
  .refine((strokes) => strokes.reduce((points, one) => points + one.length, 0) <= POINTS_AT_MOST, malformed);

/** What a device delivers, as it must look. */
export const deliveryShape = z.object({
  id: madeByDevice,
  creditCode: words(18),
  performedAt: z.date(),
  results: z.array(z.object({ rule: words(100), result: z.enum(ruleResults), note })),
  inspectors: z.array(colleague).max(COLLEAGUES_AT_MOST).nullish(),
  position: orNull(position),
  signature: orNull(signature),
  photos: z
    .array(uuid)
    .max(PHOTOS_AT_MOST)
    .nullish()
    .transform((ids) => [...new Set(ids ?? [])]),
  planId: orNull(uuid),
});
