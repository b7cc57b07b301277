import { QueryFailedError } from 'typeorm';

/** True when Postgres refused a NUL in a text (SQLSTATE 22021): what was looked up by it cannot be there. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '22021';
}
