import { accepted, as } from './graph.ts';
import { storyFirms } from './firms.ts';

const commander = as({ role: 'COMMANDER' });
const inspector = as({ role: 'INSPECTOR', as: 'inspector-1' });

const RULE_COUNT = 12;
// the default rulebook's second rule: masks worn
const MASKS = 1;

interface Rulebook {
  readonly rules: readonly { readonly code: string; readonly position: number }[];
}

async function enrol(creditCode: string, townCode: string): Promise<void> {
  const input = { creditCode, townCode, enrolledAt: '2020-02-10T00:00:00+08:00' };
  const { enrolFirm } = await commander<{ enrolFirm: { code?: string } }>(
    `mutation ($input: EnrolFirmInput!) { enrolFirm(input: $input) { ... on EnrolmentRejection { code message } } }`,
    { input },
  );
  accepted(enrolFirm);
}

/** The same firm, day and result give the same id, so that a story told again submits nothing new. */
function deviceId(serial: number, day: number): string {
  return `01703f00-0000-7000-8000-${String(serial * 100 + day).padStart(12, '0')}`;
}

interface Visit {
  readonly serial: number;
  readonly creditCode: string;
  /** of February 2020 */
  readonly day: number;
  readonly maskless: boolean;
}

async function inspect({ serial, creditCode, day, maskless }: Visit, rules: readonly string[]): Promise<void> {
  const results = rules.map((rule, i) =>
    maskless && i === MASKS ? { rule, result: 'UNMET', note: '车间两名员工未戴口罩' } : { rule, result: 'MET' },
  );
  const input = { id: deviceId(serial, day), creditCode, performedAt: `2020-02-${day}T10:30:00+08:00`, results };
  const { submitInspection } = await inspector<{ submitInspection: { code?: string } }>(
    `mutation ($input: SubmitInspectionInput!) { submitInspection(input: $input) { ... on InspectionRejection { code message } } }`,
    { input },
  );
  accepted(submitInspection);
}

/** Story (e): seven firms of Qiangjiao hang out their boards; two of them forget masks three days running and turn red. */
export async function inspectQiangjiao(): Promise<void> {
  const { rulebook } = await inspector<{ rulebook: Rulebook }>(`{ rulebook { rules { code position } } }`);
  const rules = [...rulebook.rules].sort((a, b) => a.position - b.position).map((rule) => rule.code);
  if (rules.length !== RULE_COUNT) throw new Error(`the rulebook has ${rules.length} rules`);
  const boards = Object.entries(storyFirms).filter(([part]) => part.startsWith('qiangjiao'));
  for (const [serial, [part, firm]] of boards.entries()) {
    const { creditCode } = firm;
    await enrol(creditCode, firm.townCode);
    const maskless = part === 'qiangjiaoForgetsMasks' || part === 'qiangjiaoShutDown';
    for (const day of maskless ? [12, 13, 14] : [14]) await inspect({ serial, creditCode, day, maskless }, rules);
  }
}
