import type { LoggerService } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isUnstorableText } from '@qifutong/persistence/unstorable-text';
import { isTold } from './errors.ts';

/** Nest's own words in our log; its start-up chatter at debug. */
export function nestLogger(log: Logger): LoggerService {
  const say =
    (level: 'debug' | 'warn' | 'error' | 'trace') =>
    (message: unknown, ...rest: unknown[]) => {
      // the caller's fault: told to the caller, and in the line of its request
      if (message instanceof GraphQLError && isTold(message.extensions['code'])) return;
      if (isUnstorableText(message)) return;
      const err = message instanceof Error ? message : undefined;
      log[level](
        { err, nest: rest.filter((one) => typeof one === 'string').at(-1) },
        err ? err.message : String(message),
      );
    };
  return { log: say('debug'), warn: say('warn'), error: say('error'), debug: say('debug'), verbose: say('trace') };
}
