import type { Ask } from './gateway.ts';
import { cellOfAliases, columns } from './firm-row.ts';
import type { Said } from './verdict.ts';

interface Page<N> extends Said {
  readonly nodes: readonly N[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What an export asks the graph for, and how a row is made of each node. */
export interface Export<N> {
  readonly field: string;
  readonly type: string;
  readonly selection: string;
  readonly header: readonly string[];
  readonly toRow: (node: N) => readonly (string | number | null | undefined)[];
}

const AT_ONCE = 100;

/** The nodes of a list, page by page. @param onRows told how many have been read by now */
export async function* nodesOf<N>(
  ask: Ask,
  { field, type, selection }: Pick<Export<N>, 'field' | 'type' | 'selection'>,
  onRows: (rows: number) => void,
): AsyncGenerator<N> {
  const query = `query Export($after: String) { ${field}(first: ${AT_ONCE}, after: $after) {
    __typename nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
  const asked = { field, type, nameInFile: (name: string) => name };
  let rows = 0;
  for (let after: string | null = null, more = true; more;) {
    const answer: { value: Page<N> } | { refusal: unknown } = await ask<Page<N>>({
      query,
      variables: { after },
      asked,
    });
    if ('refusal' in answer) throw new Error(`the gateway refused to list ${field}`);
    const { nodes, pageInfo }: Page<N> = answer.value;
    yield* nodes;
    onRows((rows += nodes.length));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
}

/** The rows of a list, header first. @param onRows told how many have been read by now */
export async function* rowsOf<N>(
  ask: Ask,
  table: Export<N>,
  onRows: (rows: number) => void,
): AsyncGenerator<readonly string[]> {
  yield table.header;
  for await (const node of nodesOf<N>(ask, table, onRows)) yield table.toRow(node).map((cell) => String(cell ?? ''));
}

interface FirmNode {
  readonly creditCode: string;
  readonly name: string;
  readonly town: { readonly code: string };
  readonly industry: string | null;
  readonly size: string | null;
  readonly employees: number | null;
  readonly address: string | null;
  readonly aliases: readonly string[];
}

/** The register of firms, as an import takes it. */
export const firms: Export<FirmNode> = {
  field: 'firms',
  type: 'FirmConnection',
  selection: 'creditCode name town { code } industry size employees address aliases',
  header: Object.values(columns).map(([name]) => name!),
  toRow: ({ town, aliases, ...firm }) => [
    firm.creditCode,
    firm.name,
    town.code,
    firm.industry,
    firm.size,
    firm.employees,
    firm.address,
    cellOfAliases(aliases),
  ],
};

interface IssueNode {
  readonly number: string;
  readonly status: string;
  readonly round: number;
  readonly channel: string;
  readonly domain: string | null;
  readonly urgency: string;
  readonly firm: { readonly creditCode: string; readonly name: string } | null;
  readonly firmName: string | null;
  readonly town: { readonly name: string } | null;
  readonly registeredAt: string;
  readonly dispatchedAt: string | null;
  readonly solvedAt: string | null;
  readonly writtenOffAt: string | null;
  readonly reports: readonly { readonly text: string }[];
}

/** What an analyst needs of every issue, newest first; never who reported. */
export const issues: Export<IssueNode> = {
  field: 'issues',
  type: 'IssueConnection',
  selection: `number status round channel domain urgency firm { creditCode name } firmName town { name }
    registeredAt dispatchedAt solvedAt writtenOffAt reports { text }`,
  header: [
    '编号',
    '状态',
    '轮次',
    '渠道',
    '领域',
    '紧急程度',
    '统一社会信用代码',
    '企业名称',
    '所报名称',
    '乡镇(街道)',
    '登记时间',
    '派单时间',
    '解决时间',
    '销项时间',
    '反映次数',
    '反映内容',
  ],
  toRow: ({ firm, town, reports, ...issue }) => [
    issue.number,
    issue.status,
    issue.round,
    issue.channel,
    issue.domain,
    issue.urgency,
    firm?.creditCode,
    firm?.name,
    issue.firmName,
    town?.name,
    issue.registeredAt,
    issue.dispatchedAt,
    issue.solvedAt,
    issue.writtenOffAt,
    reports.length,
    reports[0]?.text,
  ],
};
