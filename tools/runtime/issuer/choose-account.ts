import { TASK_FORCES } from '@qifutong/contracts/task-forces';
import { accountsOf, ROLES } from './accounts.ts';
import type { Account, Role } from './accounts.ts';

/** Who a token is asked for, as given by a person: nothing in it is checked yet. */
export interface Wish {
  readonly role: string;
  readonly taskForce?: string | undefined;
  readonly firm?: string | undefined;
  readonly town?: string | undefined;
  /** `sub` or name of a demonstration account, or any other name for somebody further of that role. */
  readonly as?: string | undefined;
}

type Scope = 'taskForce' | 'firm' | 'town';

const SCOPES: Readonly<Partial<Record<Role, readonly Scope[]>>> = {
  TASKFORCE_LEAD: ['taskForce'],
  TASKFORCE_MEMBER: ['taskForce'],
  INSPECTOR: ['town'],
  FIRM: ['firm'],
  DEPARTMENT: ['taskForce', 'town'],
};
const OPTIONS = { taskForce: '--task-force', firm: '--firm', town: '--town' };

/** The account that a wish stands for, or a sentence that says what is wrong with the wish. */
export function chooseAccount(accounts: readonly Account[], wish: Wish): Account | string {
  const role = ROLES.find((known) => known === wish.role);
  if (role === undefined) return `unknown role "${wish.role}"; the roles are ${ROLES.join(', ')}`;
  const fault = faultOf(role, wish);
  if (fault !== undefined) return fault;
  const scope = given(wish);
  const { taskForce } = wish;
  // a task force that was founded since has its people as well
  const founded = taskForce !== undefined && !Object.hasOwn(TASK_FORCES, taskForce) ? accountsOf(taskForce) : [];
  const candidates = [...founded, ...accounts].filter((account) => account.role === role);
  const named = candidates.find((account) => account.sub === wish.as || account.name === wish.as);
  const fitting = candidates.filter((account) => fits(account, scope));
  const person = named ?? fitting[0] ?? candidates[0];
  if (person === undefined) return `there is no demonstration account with the role ${role}`;
  const someoneElse = wish.as !== undefined && named === undefined;
  return { ...person, ...scope, ...identity(person, scope, someoneElse ? wish.as : undefined) };
}

function faultOf(role: Role, wish: Wish): string | undefined {
  const allowed = SCOPES[role] ?? [];
  const surplus = Object.keys(given(wish)).find((name) => !allowed.includes(name as Scope)) as Scope | undefined;
  if (surplus !== undefined) return `${role} takes no ${OPTIONS[surplus]}`;
  const codes = Object.keys(TASK_FORCES).join(', ');
  if (role.startsWith('TASKFORCE') && wish.taskForce === undefined)
    return `${role} needs --task-force, the code of one, as ${codes}`;
  if (wish.taskForce !== undefined && !/^[A-Z_]{1,40}$/.test(wish.taskForce))
    return `"${wish.taskForce}" is no code of a task force: it has capitals and underscores, as ${codes}`;
  if (role === 'FIRM' && wish.firm === undefined) return 'FIRM needs --firm with the credit code';
  if (wish.firm !== undefined && !/^[0-9A-Z]{18}$/.test(wish.firm))
    return `"${wish.firm}" is no credit code: it has 18 digits and capitals`;
  if (wish.town !== undefined && !/^\d{9}$/.test(wish.town)) return `"${wish.town}" is no town code: it has 9 digits`;
  return undefined;
}

function given({ taskForce, firm, town }: Wish): Partial<Record<Scope, string>> {
  const entries = Object.entries({ taskForce, firm, town }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function fits(account: Account, scope: Partial<Record<Scope, string>>): boolean {
  return Object.entries(scope).every(([name, value]) => account[name as Scope] === value);
}

/** Two people never share a `sub`: rules ask who did what before. */
function identity(
  person: Account,
  scope: Partial<Record<Scope, string>>,
  name: string | undefined,
): Pick<Account, 'sub' | 'name'> {
  const changed = Object.entries(scope).filter(([key, value]) => person[key as Scope] !== value);
  const sub = [person.sub, ...changed.map(([, value]) => value.toLowerCase())].join('-');
  return name === undefined ? { sub, name: person.name } : { sub: `${sub}:${name}`, name };
}
