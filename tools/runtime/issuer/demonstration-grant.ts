import { errors } from 'oidc-provider';
import type { Provider, TokenEndpointGrantContext } from 'oidc-provider';
import type { Account } from './accounts.ts';
import { chooseAccount } from './choose-account.ts';
import type { Wish } from './choose-account.ts';
import { asOidcAccount } from './claims.ts';
import { resourceServer } from './resource-server.ts';
import { DEMONSTRATION_GRANT } from './whereabouts.ts';

const PARAMETERS = ['role', 'task_force', 'firm', 'town', 'as', 'expires_in'];
const LONGEST_S = 30 * 86_400;

type Parameters = Partial<Record<(typeof PARAMETERS)[number], string>>;

/** Teaches the provider the demonstration grant; only clients that list it in their grant types may use it. */
export function registerDemonstrationGrant(
  provider: Provider,
  accounts: readonly Account[],
  audience: string,
  lifeS: number,
): void {
  provider.registerGrantType<Parameters>(
    DEMONSTRATION_GRANT,
    async (ctx) => {
      const account = chooseAccount(accounts, wishOf(ctx.oidc.params));
      if (typeof account === 'string') throw new errors.InvalidRequest(account);
      const expiresIn = lifetime(ctx.oidc.params.expires_in, lifeS);
      ctx.oidc.entity('Account', asOidcAccount(account));
      ctx.body = {
        access_token: await sign(ctx, account, audience, expiresIn),
        token_type: 'Bearer',
        expires_in: expiresIn,
      };
    },
    PARAMETERS,
  );
}

function wishOf({ role, task_force: taskForce, firm, town, as }: Parameters): Wish {
  return { role: role ?? '', taskForce, firm, town, as };
}

function lifetime(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds !== 0 && Math.abs(seconds) <= LONGEST_S) return seconds;
  throw new errors.InvalidRequest(
    `a token lives for a whole number of seconds, at most ${LONGEST_S}; negative: it has expired already`,
  );
}

async function sign(
  ctx: TokenEndpointGrantContext,
  account: Account,
  audience: string,
  expiresIn: number,
): Promise<string> {
  const { provider, client } = ctx.oidc;
  const token = new provider.AccessToken({ client, accountId: account.sub, grantId: '', gty: DEMONSTRATION_GRANT });
  token.resourceServer = new provider.ResourceServer(audience, resourceServer(audience));
  const nowS = Math.floor(Date.now() / 1000);
  token.exp = nowS + expiresIn;
  token.iat = Math.min(nowS, token.exp - 1);
  return await token.save();
}
