import { z } from 'zod';

/** 亮牌: all that the public sees of a firm, and nothing else (domain.md 4.8). */
export const signBoard = z.object({
  name: z.string(),
  colour: z.enum(['GREEN', 'YELLOW', 'RED']),
  since: z.iso.datetime(),
  inspectedOn: z.iso.date(),
  results: z.array(
    z.object({ titleZh: z.string(), titleEn: z.string(), result: z.enum(['MET', 'UNMET', 'NOT_APPLICABLE']) }),
  ),
});
export type SignBoard = z.output<typeof signBoard>;

/** What the inspection service tells. */
export const inspected = signBoard.omit({ name: true });
/** What intake tells. */
export const named = signBoard.pick({ name: true });
