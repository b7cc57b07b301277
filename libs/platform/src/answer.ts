import { Rejection, shapeRejections } from '@qifutong/kernel/rejection';
import type { z } from 'zod';

export interface Refused<N extends string> {
  readonly __typename: N;
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

function refused<N extends string>(no: N, { code, message, field }: Rejection): Refused<N> {
  return { __typename: no, code, message, field };
}

/**
 * Turns the outcome of a use case into the union that its mutation answers.
 * @param thing the type's name when it went well; a rejection is `<no>Rejection`
 */
export async function answer<T extends object, Y extends string, N extends string>(
  thing: Y,
  no: N,
  work: () => Promise<T>,
): Promise<(T & { __typename: Y }) | Refused<N>> {
  try {
    return { ...(await work()), __typename: thing };
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    return refused(no, cause);
  }
}

/** The same for a use case that many were given at once. */
export function answers<T extends object, Y extends string, N extends string>(
  thing: Y,
  no: N,
  outcomes: readonly (T | Rejection)[],
): ((T & { __typename: Y }) | Refused<N>)[] {
  return outcomes.map((one) => (one instanceof Rejection ? refused(no, one) : { ...one, __typename: thing }));
}

type ShapeCode = keyof typeof shapeRejections;

function refusal(issue: z.core.$ZodIssue): Rejection {
  const field = issue.path.join('.');
  const told = issue.code === 'custom' ? (issue.params as { code?: ShapeCode; limit?: number } | undefined) : undefined;
  const code = told?.code ?? 'FIELD_MALFORMED';
  const message = shapeRejections[code].replace('{field}', field).replace('{limit}', String(told?.limit));
  return new Rejection(code, message, field);
}

/**
 * Checks the shape of an input at the edge.
 * @throws Rejection FIELD_REQUIRED, FIELD_TOO_LONG or FIELD_MALFORMED that names the first field at fault
 */
export function shaped<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues[0]!);
}
