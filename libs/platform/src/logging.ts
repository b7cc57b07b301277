import { currentTrace } from '@qifutong/persistence/trace';
import { pino, type Logger } from 'pino';

/** JSON lines with the correlation id of the request or event in hand. Personal data and credentials are cut out by name. */
export function createLog(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const trace = currentTrace();
      return trace ? { correlationId: trace.traceId } : {};
    },
    redact: ['*.reporterName', '*.reporterPhone', '*.authorization', 'authorization', 'err.parameters', 'err.query', 'err.driverError'],
  });
}
