import { currentTrace } from '@qifutong/persistence/trace';
import { pino, stdSerializers, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

const PERSONAL_OR_SECRET = new Set(['reporter', 'reporterName', 'reporterPhone', 'phone', 'authorization']);
const DEEPEST = 6;

// a database's error carries the row that it refused (detail), the statement and its parameters
const TOLD_OF_ERRORS = new Set(['type', 'message', 'stack', 'code', 'schema', 'table', 'column', 'constraint']);

function errorFields(cause: Error): object {
  const all = Object.entries(stdSerializers.err(cause));
  return Object.fromEntries(all.filter(([name]) => TOLD_OF_ERRORS.has(name)));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// pino's own redaction needs every path told, and costs ten times as much per line
function cut(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((one) => cut(one, depth + 1));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, PERSONAL_OR_SECRET.has(name) ? '[cut]' : cut(one, depth + 1)]),
  );
}

/**
 * JSON lines with the correlation id of the request or event in hand. Personal data and credentials are cut out by name, and of an
 * error only those properties are told that hold no data.
 * @param to standard output, when not given
 */
export function createLog(service: string, level: string, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const trace = currentTrace();
      return trace ? { correlationId: trace.traceId } : {};
    },
    serializers: { err: errorFields },
    formatters: { log: (fields) => cut(fields) as Record<string, unknown> },
  };
  return to ? pino(options, to) : pino(options);
}
