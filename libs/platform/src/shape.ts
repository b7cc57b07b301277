import { z } from 'zod';

function length(text: string): number {
  return [...text].length;
}

/** Postgres text cannot hold a NUL, and half a surrogate pair would come back as another character. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Nothing that anybody could read: spaces, what is never shown, the empty braille pattern. */
const UNREADABLE = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

function textOf(limit: number, isMissing: (text: string) => boolean) {
  return z
    .string()
    .refine((text) => !isMissing(text), { params: { code: 'FIELD_REQUIRED' }, abort: true })
    .refine((text) => length(text) <= limit, { params: { code: 'FIELD_TOO_LONG', limit }, abort: true })
    .refine(isStorable, { params: { code: 'FIELD_MALFORMED' } });
}

/** Words of at most so many characters (code points), kept as they are; what nobody can read counts as missing. */
export function words(limit: number) {
  return textOf(limit, (text) => UNREADABLE.test(text));
}

/** Somebody's exact words, kept as they are; only spaces count as missing. */
export function exactWords(limit: number) {
  return textOf(limit, (text) => text.trim() === '');
}

/** Words that may be missing: trimmed, and null when nobody can read them. */
export function optionalWords(limit: number) {
  return z
    .string()
    .trim()
    .refine((text) => length(text) <= limit, { params: { code: 'FIELD_TOO_LONG', limit }, abort: true })
    .refine(isStorable, { params: { code: 'FIELD_MALFORMED' } })
    .nullish()
    .transform((text) => (text && !UNREADABLE.test(text) ? text : null));
}

/** What may be missing: null then. */
export function orNull<S extends z.ZodType>(shape: S) {
  return shape.nullish().transform((value) => value ?? null);
}

/** The id of an entity, in the small letters in which Postgres writes it. */
export const entityId = z.uuid().transform((text) => text.toLowerCase());
