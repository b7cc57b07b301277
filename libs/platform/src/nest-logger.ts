import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's own words in our log; its start-up chatter at debug. */
export function nestLogger(log: Logger): LoggerService {
  const say = (level: 'debug' | 'warn' | 'error' | 'trace') => (message: unknown, ...rest: unknown[]) => {
    const err = message instanceof Error ? message : undefined;
    log[level]({ err, nest: rest.filter((one) => typeof one === 'string').at(-1) }, err ? err.message : String(message));
  };
  return { log: say('debug'), warn: say('warn'), error: say('error'), debug: say('debug'), verbose: say('trace') };
}
