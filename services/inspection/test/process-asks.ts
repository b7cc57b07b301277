import type { ServiceDefinition } from '@qifutong/platform/definition';
import type { Answer, Asker, Booted } from '@qifutong/testkit/boot';
import { inspection } from '../src/service.ts';
import { anInput, submitAs } from './asks.ts';

/** Dates pass unnoticed until a test runs the jobs, and nothing is heard: only what is asked sends statements. */
export const withoutJobs: ServiceDefinition = { ...inspection, schedule: () => [], hears: {} };

export const commander: Asker = { sub: 'commander-1', name: '指挥长甲', roles: ['COMMANDER'] };

type Asked = Record<string, unknown>;

/** The account of a firm. */
export function firmOf(creditCode: string): Asker {
  return { sub: `firm-${creditCode}`, roles: ['FIRM'], firm: creditCode };
}

const mutations = {
  setOrderDate: ['SetOrderDateInput', 'RectificationOrder', 'id status dueAt'],
  holdInterview: ['HoldInterviewInput', 'Interview', 'id number status heldAt'],
  stateDefence: ['StateDefenceInput', 'ShutdownOrder', 'id status defence defenceWaived'],
  signShutdownOrder: ['SignShutdownOrderInput', 'ShutdownOrder', 'id number status signedByName legalBasis'],
  refuseShutdownOrder: ['RefuseShutdownOrderInput', 'ShutdownOrder', 'id status refusalReason'],
  applyForAcceptance: ['ApplyForAcceptanceInput', 'Acceptance', 'id number kind status'],
  decideAcceptance: ['DecideAcceptanceInput', 'Acceptance', 'id status decidedByName reason inspection { id }'],
  appealInspection: ['AppealInspectionInput', 'Appeal', 'id number status'],
  decideAppeal: ['DecideAppealInput', 'Appeal', 'id status decidedByName'],
  acknowledgeDocument: ['AcknowledgeDocumentInput', 'DocumentReceipt', 'number acknowledgedAt'],
} as const;
type Mutation = keyof typeof mutations;

/** Asks one of the mutations of due process; the thing, or the refusal. */
export async function decideAs(booted: Booted, name: Mutation, input: Asked, asker: Asker): Promise<Asked> {
  const [type, thing, fields] = mutations[name];
  const no = thing === 'DocumentReceipt' ? 'DocumentRejection' : `${thing}Rejection`;
  const answer: Answer<Record<Mutation, Asked>> = await booted.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ... on ${thing} { ${fields} } ... on ${no} { code field message } } }`,
    { input },
    asker,
  );
  if (!answer.data) throw new TypeError(JSON.stringify(answer.errors));
  return answer.data[name];
}

const PROCESS = `query ($firms: [_Any!]!) { _entities(representations: $firms) { ... on Firm { creditCode enrolledProvisionally
  light { colour run condition }
  orders { nodes { id number status late dueAt inspection { id } findings { open rule { code } metBy { id } } } }
  interviews { nodes { id number status dueAt inspection { id } shutdownOrder { id } } }
  shutdownOrders { nodes { id number status inspection { id } acceptance { id } } }
  acceptances { nodes { id number kind status shutdownOrder { id } } }
  appeals { nodes { id number status inspection { id } } } } } }`;

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly inspection?: { readonly id: string } | null;
}

export interface ProcessFile {
  readonly creditCode: string;
  readonly enrolledProvisionally: boolean | null;
  readonly light: { readonly colour: string; readonly run: number; readonly condition: string } | null;
  readonly orders: {
    readonly nodes: readonly (Listed & {
      readonly late: boolean;
      readonly dueAt: string;
      readonly findings: readonly { readonly open: boolean; readonly rule: { readonly code: string } | null }[];
    })[];
  };
  readonly interviews: { readonly nodes: readonly (Listed & { readonly shutdownOrder: { id: string } | null })[] };
  readonly shutdownOrders: { readonly nodes: readonly Listed[] };
  readonly acceptances: { readonly nodes: readonly Listed[] };
  readonly appeals: { readonly nodes: readonly Listed[] };
}

const analyst: Asker = { sub: 'analyst-1', roles: ['ANALYST'] };

/** All that due process holds of a firm, newest first. */
export async function processOf(booted: Booted, creditCode: string, asker = analyst): Promise<ProcessFile> {
  const firms = [{ __typename: 'Firm', creditCode }];
  const answer = await booted.ask<{ _entities: [ProcessFile] }>(PROCESS, { firms }, asker);
  if (!answer.data) throw new TypeError(JSON.stringify(answer.errors));
  return answer.data._entities[0];
}

/** Kind and status of what is valid, oldest first: `interview SUMMONED`. */
export async function validOf(booted: Booted, creditCode: string): Promise<string[]> {
  const { interviews, shutdownOrders } = await processOf(booted, creditCode);
  const valid = (kind: string, nodes: readonly Listed[]) =>
    nodes
      .toReversed()
      .filter(({ status }) => status !== 'WITHDRAWN')
      .map(({ status }) => `${kind} ${status}`);
  return [...valid('interview', interviews.nodes), ...valid('shutdown', shutdownOrders.nodes)];
}

/** What was announced of the documents of a firm, in order, without the service's name: `interview.summoned`. */
export async function toldOf(booted: Booted, creditCode: string): Promise<string[]> {
  const rows: { type: string }[] = await booted.schema.db.source.query(
    `select event->>'type' as type from event_log where event->'data'->>'firmCreditCode' = $1
     and event->>'type' ~ '^inspection\\.(order|interview|shutdown|acceptance|appeal|document)\\.' order by seq`,
    [creditCode],
  );
  return rows.map(({ type }) => type.replace(/^inspection\.(.*)\.v1$/, '$1'));
}

/** Those of them that are about interviews and shutdowns. */
export async function toldOfRed(booted: Booted, creditCode: string): Promise<string[]> {
  return (await toldOf(booted, creditCode)).filter((type) => /^(interview|shutdown)\./.test(type));
}

/** A firm's application at first resumption is approved, with an inspection on site of this very instant. */
export async function acceptFirst(booted: Booted, creditCode: string, now: Date): Promise<void> {
  const id = (await processOf(booted, creditCode)).acceptances.nodes[0]!.id;
  const input = anInput(creditCode, { performedAt: now });
  await submitAs(booted, input);
  const ruling = { id, approved: true, inspectionId: input.id };
  const { status } = await decideAs(booted, 'decideAcceptance', ruling, commander);
  if (status !== 'APPROVED') throw new TypeError(`the acceptance of ${creditCode} is ${String(status)}`);
}

export const said = { attendees: ['法定代表人', '检查员'], minutes: '口罩佩戴不到位', commitments: '当日整改' };
