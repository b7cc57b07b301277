import { accounts } from './accounts.ts';
import { startIssuer } from './issuer.ts';
import type { IssuerOptions } from './issuer.ts';

type Argument = Omit<IssuerOptions, 'accounts' | 'log'> & {
  /** The parent holds our standard input open and decides when we end: a Ctrl-C that reaches us too is left to it. */
  readonly untilStdinEnds?: boolean;
};

const { untilStdinEnds = false, ...options } = JSON.parse(process.argv[2] ?? '{}') as Argument;
const running = await startIssuer({ ...options, accounts, log: console.error });

function end(): void {
  void running.close().then(() => process.exit(0));
}

process.once('SIGTERM', end);
process.on('SIGINT', untilStdinEnds ? () => undefined : end);
if (untilStdinEnds) process.stdin.resume().once('end', end);
console.log(`issuer ready: ${running.issuer}`);
