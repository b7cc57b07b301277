import { QueryFailedError } from 'typeorm';

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
}

/** SQLSTATE classes that say nothing of a row: connection, rollback, resources, locks, operator, system. */
const PASSING = ['08', '40', '53', '55', '57', '58'];

/** Whether the database refused what a row holds, and would refuse it again. */
export function isOfARow(cause: unknown): cause is QueryFailedError<Error & DriverError> {
  const code = cause instanceof QueryFailedError ? (cause.driverError as DriverError).code : undefined;
  return code !== undefined && !PASSING.includes(code.slice(0, 2));
}

/** Never the message: it may hold what the row holds. */
export function reasonOf({ driverError }: QueryFailedError<Error & DriverError>): string {
  return driverError.constraint ?? `SQLSTATE ${driverError.code ?? 'unknown'}`;
}
