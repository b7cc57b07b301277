import type { Asker } from '@qifutong/testkit/boot';
import { creditCodeOf } from './builders.ts';
import type { Said, TestIntake } from './intake.ts';
import { analyst, commander } from './people.ts';

const refused = (type: string) => `... on ${type} { code field message }`;
const commonFields = `id number state title domain origin cause causeIsOwnRule memberCount firmCount settledCount dispatchedAt solvedAt closedAt
  members { nodes { id status firm { creditCode } } edges { state score evidence because } } membersAwaiting { nodes { id } }
  deliberations { conclusion participants } guidance { id }`;
const issueFields =
  'id number status round domain commonIssue { id membersAwaiting { nodes { id } } } guidance { id } reviewDue';
const guidanceFields = `id state currentVersion title domain versions { number title text supersededOn effectiveFrom effectiveTo } score { used called settled settledRate }`;
const batchFields = `id state counts { match doubtful excluded pending applied skipped failed reverted } guidance { id } guidanceVersion policyVersion previewedBy confirmedBy
  items(first: 100) { nodes { issue { id } verdict reason sentence outcome outcomeReason revertOutcome revertReason confirmedBy } }`;

const mutation = (name: string, input: string, thing: string, no: string) =>
  `mutation ($input: ${input}!) { said: ${name}(input: $input) { ${thing} ${refused(no)} } }`;
const common = (name: string) =>
  mutation(
    name,
    `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
    `... on CommonIssue { ${commonFields} }`,
    'CommonIssueRejection',
  );
const ofIssue = (name: string) =>
  mutation(
    name,
    `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
    `... on Issue { ${issueFields} }`,
    'CommonIssueRejection',
  );
const ofGuidance = (name: string) =>
  mutation(
    name,
    `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
    `... on Guidance { ${guidanceFields} }`,
    'GuidanceRejection',
  );
const ofBatch = (name: string) =>
  mutation(name, `${name[0]!.toUpperCase()}${name.slice(1)}Input`, `... on Batch { ${batchFields} }`, 'BatchRejection');

/** From what a common issue is opened that nobody has reported. */
const FIGURES = ['三日后返岗 4,000 人'];

export interface CommonIssueSeen {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly title: string;
  readonly domain: string;
  readonly origin: string;
  readonly cause: string | null;
  readonly causeIsOwnRule: boolean;
  readonly memberCount: number;
  readonly firmCount: number;
  readonly settledCount: number;
  readonly closedAt: string | null;
  readonly members: {
    readonly nodes: readonly { readonly id: string; readonly status: string }[];
    readonly edges: readonly { readonly state: string; readonly because: string | null }[];
  };
  readonly membersAwaiting: { readonly nodes: readonly { readonly id: string }[] };
  readonly deliberations: readonly { readonly conclusion: string; readonly participants: readonly string[] }[];
  readonly guidance: { readonly id: string } | null;
}

export interface MemberSeen {
  readonly id: string;
  readonly status: string;
  readonly round: number;
  readonly domain: string | null;
  readonly commonIssue: {
    readonly id: string;
    readonly membersAwaiting: { readonly nodes: readonly { id: string }[] };
  } | null;
  readonly guidance: { readonly id: string } | null;
  readonly reviewDue: boolean;
}

export interface GuidanceSeen {
  readonly id: string;
  readonly state: string;
  readonly currentVersion: number;
  readonly title: string;
  readonly versions: readonly {
    readonly number: number;
    readonly title: string;
    readonly text: string;
    readonly supersededOn: string | null;
  }[];
  readonly score: {
    readonly used: number;
    readonly called: number;
    readonly settled: number;
    readonly settledRate: number | null;
  };
}

export interface BatchItemSeen {
  readonly issue: { readonly id: string };
  readonly verdict: string;
  readonly reason: string | null;
  readonly sentence: string | null;
  readonly outcome: string | null;
  readonly outcomeReason: string | null;
  readonly revertOutcome: string | null;
  readonly revertReason: string | null;
  readonly confirmedBy: string | null;
}

export interface BatchSeen {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly guidanceVersion: number;
  readonly policyVersion: number;
  readonly previewedBy: string;
  readonly confirmedBy: string | null;
  readonly items: { readonly nodes: readonly BatchItemSeen[] };
}

/** What people do with common issues, guidances and batches, for one intake. */
export function commonIssuesOf(intake: TestIntake) {
  const mutate =
    <T>(query: string) =>
    async (input: object, asker: Asker = analyst) =>
      (await intake.get<{ said: Said<T> }>(query, { input }, asker)).said;
  const propose = mutate<CommonIssueSeen>(common('proposeCommonIssue'));
  const confirm = mutate<CommonIssueSeen>(common('confirmCommonIssue'));
  const publish = mutate<GuidanceSeen>(ofGuidance('publishGuidance'));
  /** an issue of the n-th firm */
  const reported = (n: number) => intake.registered({ text: `村口不让进 ${n}`, firmCreditCode: creditCodeOf(n) });
  const proposed = async (issueIds: readonly string[], told: object = {}) =>
    propose({
      title: '员工被村口卡点拦住',
      domain: 'PASSAGE',
      issueIds,
      evidence: issueIds.length > 0 ? [] : FIGURES,
      ...told,
    });
  const confirmed = async (issueIds: readonly string[], told: object = {}) => {
    const { id } = await proposed(issueIds, told);
    return confirm({ commonIssueId: id });
  };
  const guidance = {
    title: '返岗员工通行规定',
    text: '凭**复工证**通行。',
    domain: 'PASSAGE',
    effectiveFrom: '2020-02-01',
  };
  return {
    reported,
    proposed,
    confirmed,
    propose,
    confirm,
    decline: mutate<CommonIssueSeen>(common('declineProposal')),
    dispatch: mutate<CommonIssueSeen>(common('dispatchCommonIssue')),
    setCause: mutate<CommonIssueSeen>(common('setCause')),
    link: mutate<MemberSeen>(ofIssue('linkIssue')),
    unlink: mutate<MemberSeen>(ofIssue('unlinkIssue')),
    deliberate: mutate<{ id: string; conclusion: string }>(
      mutation(
        'recordDeliberation',
        'RecordDeliberationInput',
        '... on Deliberation { id conclusion }',
        'CommonIssueRejection',
      ),
    ),
    publish: (told: object = {}, asker: Asker = analyst) => publish({ ...guidance, ...told }, asker),
    withdraw: mutate<GuidanceSeen>(ofGuidance('withdrawGuidance')),
    preview: mutate<BatchSeen>(ofBatch('previewBatch')),
    apply: mutate<BatchSeen>(ofBatch('applyBatch')),
    revert: mutate<BatchSeen>(ofBatch('revertBatch')),
    batch: async (id: string) =>
      (
        await intake.get<{ batch: BatchSeen }>(
          `query ($id: ID!) { batch(id: $id) { ${batchFields} } }`,
          { id },
          commander,
        )
      ).batch,
    guidance: async (id: string) =>
      (
        await intake.get<{ guidance: GuidanceSeen }>(
          `query ($id: ID!) { guidance(id: $id) { ${guidanceFields} } }`,
          { id },
          commander,
        )
      ).guidance,
    commonIssue: async (id: string, asker: Asker = commander) =>
      (
        await intake.get<{ commonIssue: CommonIssueSeen }>(
          `query ($id: ID!) { commonIssue(id: $id) { ${commonFields} } }`,
          { id },
          asker,
        )
      ).commonIssue,
    member: async (id: string) =>
      (
        await intake.get<{ issue: MemberSeen }>(
          `query ($id: ID!) { issue(id: $id) { ${issueFields} } }`,
          { id },
          commander,
        )
      ).issue,
  };
}
export type CommonIssues = ReturnType<typeof commonIssuesOf>;
