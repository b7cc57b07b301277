import { parseArgs } from 'node:util';
import { issuerDir } from './runtime/environment.ts';
import { requestToken } from './runtime/issuer/request-token.ts';
import type { TokenWish } from './runtime/issuer/request-token.ts';

const USAGE =
  'usage: npm run token -- ROLE [--task-force CODE] [--firm CREDIT_CODE] [--town CODE] [--as NAME] [--expires-in SECONDS]';
const text = { type: 'string' } as const;

function readWish(): TokenWish {
  // A negative number after an option would be taken for an option of its own.
  const args = process.argv
    .slice(2)
    .join('\0')
    .replace('--expires-in\0-', '--expires-in=-')
    .split('\0')
    .filter(Boolean);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'task-force': text, firm: text, town: text, as: text, 'expires-in': text },
  });
  const [role, ...more] = positionals;
  if (role === undefined || more.length > 0) throw new Error(USAGE);
  const { 'task-force': taskForce, firm, town, as, 'expires-in': life } = values;
  return { role, taskForce, firm, town, as, expiresIn: life === undefined ? undefined : Number(life) };
}

try {
  console.log(await requestToken(issuerDir(), readWish()));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
