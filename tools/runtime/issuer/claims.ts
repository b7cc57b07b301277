import type { Account as OidcAccount } from 'oidc-provider';
import type { Account } from './accounts.ts';
import { chooseAccount } from './choose-account.ts';

/** What the services read of a person: docs "Identity". Scopes that the person has not are left out. */
export function claimsOf({
  sub,
  name,
  role,
  taskForce,
  firm,
  town,
}: Account): { sub: string } & Record<string, unknown> {
  return {
    sub,
    name,
    roles: [role],
    ...(taskForce === undefined ? {} : { task_force: taskForce }),
    ...(firm === undefined ? {} : { firm }),
    ...(town === undefined ? {} : { town }),
  };
}

/** The same person, or nobody, as the provider wants to see it. */
export function asOidcAccount(account: Account | undefined): OidcAccount | undefined {
  return account && { accountId: account.sub, claims: () => claimsOf(account) };
}

/** The account with this `sub`; `firm-<credit code>` stands for any firm. */
export function accountBySub(accounts: readonly Account[], sub: string): Account | undefined {
  const code = /^firm-([0-9a-z]{18})$/.exec(sub)?.[1];
  if (code === undefined) return accounts.find((account) => account.sub === sub && account.role !== 'FIRM');
  const chosen = chooseAccount(accounts, { role: 'FIRM', firm: code.toUpperCase() });
  return typeof chosen === 'string' ? undefined : chosen;
}
