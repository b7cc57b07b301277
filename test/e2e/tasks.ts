import { eventually } from '@qifutong/testkit/eventually';
import type { TokenWish } from '../../tools/runtime/issuer/request-token.ts';
import type { Product } from './product.ts';

export type Said = Record<string, unknown> & { readonly id: string };

const leadOf = (taskForce: string) => ({ role: 'TASKFORCE_LEAD', taskForce });
export const operator = { role: 'OPERATOR' };
export const analyst = { role: 'ANALYST' };
export const commander = { role: 'COMMANDER' };
export const materials = leadOf('MATERIALS');
export const labour = leadOf('LABOUR');
export const logistics = leadOf('LOGISTICS');

/** What people do to tasks through the gateway. */
export class Tasks {
  readonly #product: Product;

  constructor(product: Product) {
    this.#product = product;
  }

  /** Asks for a mutation: what it answers of the thing, or its rejection. @param wanted of which type, and what of it */
  async say(wish: TokenWish, mutation: string, input: object, wanted: string): Promise<Said> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const refused = mutation === 'revealReporter' ? 'ReportRejection' : `${wanted.split(' ')[0]}Rejection`;
    const document = `mutation ($input: ${type}!) { said: ${mutation}(input: $input) {
      ... on ${wanted} ... on ${refused} { code field message } } }`;
    return (await this.#product.get<{ said: Said }>(wish, document, { input })).said;
  }

  move(wish: TokenWish, mutation: string, input: object, wanted = 'id status'): Promise<Said> {
    return this.say(wish, mutation, input, `Task { ${wanted} }`);
  }

  /** The tasks of an issue, once there are any. */
  async of(issueId: string): Promise<readonly { id: string; status: string }[]> {
    type Asked = { issue: { tasks: { id: string; status: string }[] } };
    const ask = () => this.#product.get<Asked>(analyst, `{ issue(id: "${issueId}") { tasks { id status } } }`);
    return (await eventually(ask, ({ issue }) => issue.tasks.length > 0)).issue.tasks;
  }

  /** An issue about materials, dispatched, and its task. */
  async dispatched(reporter: object = {}): Promise<{ issueId: string; taskId: string }> {
    const input = { channel: 'HOTLINE', text: '消毒液一瓶都没买到', firmName: '某企业', ...reporter };
    const { issue } = await this.say(operator, 'submitReport', input, 'Report { issue { id } }');
    const { id: issueId } = issue as { id: string };
    await this.say(analyst, 'triageIssue', { issueId, domain: 'MATERIALS' }, 'Issue { id }');
    await this.say(analyst, 'dispatchIssue', { issueId }, 'Issue { id }');
    return { issueId, taskId: (await this.of(issueId))[0]!.id };
  }

  /** The id of a task that MATERIALS has in hand. */
  async accepted(): Promise<string> {
    const { taskId } = await this.dispatched();
    await this.move(materials, 'acceptTask', { taskId });
    return taskId;
  }
}
