import { firmCode } from './fill.ts';

/** A list that people look at all day: what is asked, as whom, with what varies from one to the next. */
export interface List {
  readonly what: string;
  readonly role: string;
  readonly query: string;
  readonly variables: (i: number) => object;
  /** where it is not looked at all day: how often it is measured */
  readonly looks?: number;
}

const TOWNS = [1, 2, 3, 4, 101, 102, 104, 105, 106, 107, 108, 109, 110, 111, 112, 200, 201, 202].map(
  (n) => `330226${String(n).padStart(3, '0')}`,
);
const DOMAINS = ['LABOUR', 'LOGISTICS', 'FINANCE', 'TESTING', 'MATERIALS', 'PASSAGE', 'POLICY'];
const STATUSES = ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'SOLVED', 'REOPENED', 'WRITTEN_OFF'];
const NODES = '{ nodes { id number status domain town { name } firm { name } } pageInfo { hasNextPage endCursor } }';
const ISSUES = `query ($filter: IssueFilter, $after: String) { list: issues(first: 20, filter: $filter, after: $after) ${NODES} }`;

const town = (i: number) => TOWNS[i % TOWNS.length]!;
const domain = (i: number) => DOMAINS[i % DOMAINS.length]!;
const status = (i: number) => STATUSES[i % STATUSES.length]!;
const issues = (what: string, filter: (i: number) => object): List => ({
  what: `analyst: issues ${what}`,
  role: 'ANALYST',
  query: ISSUES,
  variables: (i) => ({ filter: filter(i) }),
});
const firm = (i: number) => firmCode(1 + ((i * 7_919) % 40_000));
const dayBefore = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

const RATE = '{ numerator n value low high ranked }';
const FIGURES = `query ($from: Date!, $to: Date!, $by: FigureDimension!) { figures(from: $from, to: $to, by: $by) { key responseRate ${RATE} onTimeRate ${RATE}
  resolutionRate ${RATE} satisfactionRate ${RATE} effectiveCallbackRate ${RATE} closureRate ${RATE} contactToIssueRatio { ratio } backlogAge { medianHours p90Hours oldestHours } } }`;
const OVERVIEW = `{ countyOverview { open openByStatus { status count } towns { town { name } firms open openByStatus { status count } overdueCallbacks
  registeredToday writtenOffToday reportsToday registeredSoFar writtenOffSoFar } } }`;
const ACCOUNT = `query ($day: Date!) { dailyClosure(day: $day) { overall { carriedIn registered writtenOff carriedOver } lines { dimension key carriedOver }
  carriedOver(first: 20) { nodes { number reason } } } }`;

export const lists: readonly List[] = [
  issues('newest', () => ({})),
  issues('of a status', (i) => ({ status: [status(i)] })),
  issues('open', () => ({ open: true })),
  issues('of a domain and a status', (i) => ({ domain: domain(i), status: [status(i)] })),
  issues('of a town, open', (i) => ({ townCode: town(i), status: STATUSES.slice(0, 5) })),
  issues('of a town, a domain and a status', (i) => ({ townCode: town(i), domain: domain(i), status: [status(i)] })),
  issues('of a task force, open', (i) => ({ taskForce: domain(i), open: true })),
  issues('of a channel', () => ({ channel: 'VISIT' })),
  {
    what: 'analyst: common issues',
    role: 'ANALYST',
    query: `query ($state: CommonIssueState) { list: commonIssues(first: 20, state: $state) { nodes { id number title state memberCount firmCount } } }`,
    variables: (i) => ({ state: [null, 'PROPOSED', 'DISPATCHED', 'SETTLED'][i % 4] }),
  },
  {
    what: 'analyst: batches',
    role: 'ANALYST',
    query: `query ($filter: BatchFilter) { list: batches(first: 20, filter: $filter) { nodes { id state counts { applied pending } guidance { title } } } }`,
    variables: (i) => ({ filter: i % 2 === 0 ? {} : { state: 'APPLIED' } }),
  },
  {
    what: 'analyst: guidances',
    role: 'ANALYST',
    query: `query ($search: String) { list: guidances(first: 20, search: $search) { nodes { id title state score { used called settled } } } }`,
    variables: (i) => ({ search: i % 2 === 0 ? null : '通行' }),
  },
  {
    what: 'operator: callbacks due',
    role: 'OPERATOR',
    query: `query ($filter: CallbackFilter) { list: callbacksDue(first: 20, filter: $filter) ${NODES} }`,
    variables: (i) => ({ filter: i % 2 === 0 ? {} : { townCode: town(i) } }),
  },
  {
    what: "operator: a firm's file with its issues",
    role: 'OPERATOR',
    query: `query ($code: ID!) { firm(creditCode: $code) { name town { name } issues(first: 20) { nodes { number status reports { receivedAt } callbacks { outcome } } } } }`,
    variables: (i) => ({ code: firm(i) }),
  },
  {
    what: 'operator: firms by a part of the name',
    role: 'OPERATOR',
    query: `query ($name: String) { firms(first: 20, filter: { name: $name }) { nodes { creditCode name } } }`,
    variables: (i) => ({ name: ((i * 2_654_435_761) % 65_536).toString(16).padStart(4, '0') }),
  },
  { what: 'overview of the county', role: 'COMMANDER', query: OVERVIEW, variables: () => ({}) },
  {
    what: 'figures of today, by town',
    role: 'COMMANDER',
    query: FIGURES,
    variables: () => ({ from: dayBefore(0), to: dayBefore(0), by: 'TOWN' }),
  },
  {
    what: 'figures of yesterday, by task force',
    role: 'COMMANDER',
    query: FIGURES,
    variables: () => ({ from: dayBefore(1), to: dayBefore(1), by: 'TASK_FORCE' }),
  },
  {
    what: 'figures of 30 days, by day',
    looks: 30,
    role: 'COMMANDER',
    query: FIGURES,
    variables: () => ({ from: dayBefore(29), to: dayBefore(0), by: 'DAY' }),
  },
  { what: "yesterday's account", role: 'COMMANDER', query: ACCOUNT, variables: () => ({ day: dayBefore(1) }) },
  {
    what: "today's account, as it stands",
    role: 'COMMANDER',
    query: ACCOUNT,
    variables: () => ({ day: dayBefore(0) }),
  },
];
