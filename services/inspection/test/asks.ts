import type { Answer, Asker, Booted } from '@qifutong/testkit/boot';
import { aCreditCode, anId, answers, feb, firstRules } from './builders.ts';

export const inspector: Asker = { sub: 'inspector-1', roles: ['INSPECTOR'] };
export const analyst: Asker = { sub: 'analyst-1', roles: ['ANALYST'] };

const ENROL = `mutation ($input: EnrolFirmInput!) { enrolFirm(input: $input) {
  ... on Firm { creditCode enrolledAt } ... on EnrolmentRejection { code field message } } }`;

const SUBMIT = `mutation ($input: SubmitInspectionInput!) { submitInspection(input: $input) {
  ... on Inspection { id passed light { colour run condition } } ... on InspectionRejection { code field message } } }`;

const SUBMIT_ALL = `mutation ($input: SubmitInspectionsInput!) { submitInspections(input: $input) {
  ... on InspectionDelivery { results { ... on Inspection { id passed } ... on InspectionRejection { code field message } } }
  ... on InspectionRejection { code field message } } }`;

const FILE = `query ($firms: [_Any!]!) { _entities(representations: $firms) { ... on Firm { enrolledAt
  light { colour run since condition history { day colour run since condition inspection { id } } }
  inspections(first: 100) { nodes { id performedAt passed } } } } }`;

interface LightSeen {
  readonly colour: string;
  readonly run: number;
  readonly since: string;
  readonly condition: string;
}

export interface FirmFile {
  readonly enrolledAt: string | null;
  readonly light: (LightSeen & { readonly history: readonly (LightSeen & { readonly day: string })[] }) | null;
  readonly inspections: { readonly nodes: readonly { readonly id: string; readonly performedAt: string }[] };
}

let [firms, ids] = [0, 0];

/** A credit code that no other test of the file uses. */
export function newCreditCode(): string {
  return aCreditCode(++firms);
}

/** Larger than those before. */
export function newId(): string {
  return anId(++ids);
}

type Asked = Record<string, unknown>;

export function enrolAs(booted: Booted, input: Asked, asker = analyst): Promise<Answer<{ enrolFirm: Asked }>> {
  return booted.ask(ENROL, { input }, asker);
}

const REGISTER = `mutation ($input: RegisterInspectorInput!) { registerInspector(input: $input) { ... on Inspector { sub } } }`;

/** Puts them on the list of inspectors. */
export async function registered(booted: Booted, ...subs: readonly string[]): Promise<void> {
  for (const sub of subs)
    await booted.ask(REGISTER, { input: { sub, name: sub } }, { sub: 'commander-1', roles: ['COMMANDER'] });
}

/** A new firm, enrolled since 1 February 2020. */
export async function enrolled(booted: Booted, townCode = '330226110'): Promise<string> {
  const creditCode = newCreditCode();
  const answer = await enrolAs(booted, { creditCode, townCode, enrolledAt: feb(1) });
  if (!answer.data?.enrolFirm['enrolledAt']) throw new TypeError(JSON.stringify(answer));
  return creditCode;
}

export function anInput(creditCode: string, told: Asked = {}) {
  return { id: newId(), creditCode, performedAt: feb(14), results: answers(), ...told };
}

export function submitAs(
  booted: Booted,
  input: Asked,
  asker = inspector,
): Promise<Answer<{ submitInspection: Asked }>> {
  return booted.ask(SUBMIT, { input }, asker);
}

/** What became of one of many inspections. */
export interface Told {
  readonly id?: string;
  readonly passed?: boolean;
  readonly code?: string;
  readonly field?: string;
}

/** Delivers many at once: an outcome each, or the one "no" to all. */
export async function deliver(
  booted: Booted,
  inspections: readonly Asked[],
  asker = inspector,
): Promise<readonly Told[]> {
  const { data, errors } = await booted.ask<{ submitInspections: Told & { readonly results?: readonly Told[] } }>(
    SUBMIT_ALL,
    { input: { inspections } },
    asker,
  );
  if (!data) throw new TypeError(JSON.stringify(errors));
  return data.submitInspections.results ?? [data.submitInspections];
}

/** Delivers an inspection of a day in February with so many rules unmet. */
export function inspectOn(booted: Booted, creditCode: string, day: number, unmet: number) {
  return submitAs(booted, anInput(creditCode, { performedAt: feb(day), results: firstRules(unmet, 'UNMET') }));
}

export async function filesOf(
  booted: Booted,
  creditCodes: readonly string[],
  asker: Asker = analyst,
): Promise<(FirmFile | null)[]> {
  const representations = creditCodes.map((creditCode) => ({ __typename: 'Firm', creditCode }));
  const answer = await booted.ask<{ _entities: (FirmFile | null)[] }>(FILE, { firms: representations }, asker);
  return answer.data?._entities ?? [];
}

/** Y G Y */
export async function lightsOf(booted: Booted, creditCode: string): Promise<string | undefined> {
  const [file] = await filesOf(booted, [creditCode]);
  return file?.light?.history.map(({ colour }) => colour[0]).join(' ');
}
