import { firmCode } from '../scale/fill.ts';
import { FIRMS } from './fill.ts';

/** What people look at all day: what is asked, as whom, with what varies from one to the next. */
export interface Look {
  readonly what: string;
  readonly role: string;
  readonly query: string;
  readonly variables: (i: number) => object;
}

const TOWNS = [1, 2, 3, 4, 101, 102, 104, 105, 106, 107, 108, 109, 110, 111, 112, 200, 201, 202].map(
  (n) => `330226${String(n).padStart(3, '0')}`,
);
const LIST = `query ($filter: InspectionFilter) { inspections(first: 20, filter: $filter) { nodes { id performedAt passed light { colour run } } pageInfo { endCursor } } }`;
const FILES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Firm { enrolledAt light { colour run since condition }
  lightHistory(first: 20) { nodes { day colour reason } } inspections(first: 20) { nodes { id passed } } } } }`;
const MAP = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Town { lights { green yellow red none } } } }`;

const LIGHTS = `query ($filter: LightFilter) { lights(first: 20, filter: $filter) { nodes { colour run since condition firm { creditCode } } pageInfo { endCursor } } }`;

const firm = (i: number) => firmCode(1 + ((i * 7_919) % FIRMS));
const town = (i: number) => TOWNS[i % TOWNS.length];
const inspections = (what: string, filter: (i: number) => object): Look => ({
  what: `inspections ${what}`,
  role: 'ANALYST',
  query: LIST,
  variables: (i) => ({ filter: filter(i) }),
});

const lights = (what: string, filter: (i: number) => object): Look => ({
  what: `lights ${what}`,
  role: 'COMMANDER',
  query: LIGHTS,
  variables: (i) => ({ filter: filter(i) }),
});

const listed = (field: string, type: string, status: string) =>
  Object.entries<(i: number) => object>({
    newest: () => ({}),
    [`that are ${status}`]: () => ({ status }),
    'of a town': (i) => ({ townCode: town(i) }),
    'of a firm': (i) => ({ creditCode: firm(i) }),
  }).map(([what, filter]): Look => ({
    what: `${field} ${what}`,
    role: 'ANALYST',
    query: `query ($filter: ${type}Filter) { ${field}(first: 20, filter: $filter) { nodes { id number status receipt { acknowledgedAt } } pageInfo { endCursor } } }`,
    variables: (i) => ({ filter: filter(i) }),
  }));

export const looks: readonly Look[] = [
  inspections('newest', () => ({})),
  inspections('that failed', () => ({ passed: false })),
  inspections('of a town', (i) => ({ townCode: town(i) })),
  inspections('of a town that failed', (i) => ({ townCode: town(i), passed: false })),
  inspections('of a firm', (i) => ({ creditCode: firm(i) })),
  ...listed('rectificationOrders', 'RectificationOrder', 'OVERDUE'),
  ...listed('interviews', 'Interview', 'MISSED'),
  ...listed('shutdownOrders', 'ShutdownOrder', 'WITHDRAWN'),
  ...listed('acceptances', 'Acceptance', 'REFUSED'),
  ...listed('appeals', 'Appeal', 'DISMISSED'),
  {
    what: 'file of a firm with its light, history and inspections',
    role: 'ANALYST',
    query: FILES,
    variables: (i) => ({ of: [{ __typename: 'Firm', creditCode: firm(i) }] }),
  },
  lights('newest', () => ({})),
  lights('that are red', () => ({ colour: 'RED' })),
  lights('of a town', (i) => ({ townCode: town(i) })),
  lights('of a town that are yellow', (i) => ({ townCode: town(i), colour: 'YELLOW' })),
  {
    what: 'lights of the map: all 18 towns',
    role: 'COMMANDER',
    query: MAP,
    variables: () => ({ of: TOWNS.map((code) => ({ __typename: 'Town', code })) }),
  },
];
