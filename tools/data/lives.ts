/** An inspection as the graph tells it. */
export interface InspectionNode {
  readonly performedAt: string;
  readonly passed: boolean;
  readonly voidedAt: string | null;
  readonly firm: {
    readonly creditCode: string;
    readonly name: string | null;
    readonly address: string | null;
    readonly town: { readonly name: string } | null;
  };
  readonly results: readonly {
    readonly result: string;
    readonly rule: { readonly code: string; readonly titleZh: string; readonly titleEn: string };
  }[];
}

export const SELECTION = `performedAt passed voidedAt firm { creditCode name address town { name } }
  results { result rule { code titleZh titleEn } }`;

const PASSED = 100;
const COUNTY = '宁海县';

/** The columns of the Local Inspector Value-Entry Specification (LIVES) 1.0; name and address of a business are required, the rest of it is not. */
export const headers = {
  businesses: [
    'business_id',
    'name',
    'address',
    'city',
    'state',
    'postal_code',
    'latitude',
    'longitude',
    'phone_number',
  ],
  inspections: ['business_id', 'score', 'date', 'description', 'type'],
  violations: ['business_id', 'date', 'code', 'description'],
  legend: ['minimum_score', 'maximum_score', 'description'],
  feed_info: ['feed_date', 'feed_version', 'municipality_name', 'municipality_url', 'contact_email'],
} as const;

/** A field of LIVES holds neither tabs nor ends of lines. */
function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** The share of the rules that apply which were met, in percent; 100 for those that passed, and for those alone. */
export function scoreOf({ passed, results }: Pick<InspectionNode, 'passed' | 'results'>): number {
  if (passed) return PASSED;
  const applying = results.filter(({ result }) => result !== 'NOT_APPLICABLE');
  const met = applying.filter(({ result }) => result === 'MET');
  const share = applying.length === 0 ? 0 : Math.floor((100 * met.length) / applying.length);
  return Math.min(share, PASSED - 1);
}

export function businessRow({ creditCode, name, address, town }: InspectionNode['firm']): string[] {
  const place = plain(address) || plain(town?.name) || COUNTY;
  return [creditCode, plain(name) || creditCode, place, COUNTY, '浙江', '', '', '', ''];
}

function unmetOf({ results }: Pick<InspectionNode, 'results'>) {
  return results.filter(({ result }) => result === 'UNMET');
}

/** What came of it, in words; empty where violations say it. */
function outcomeOf(node: InspectionNode): string {
  if (node.passed) return '符合全部制度 / All rules met';
  return unmetOf(node).length > 0 ? '' : '不适用的制度过多 / Too many rules not applicable';
}

/** @param day the county's day on which it was performed */
export function inspectionRow(node: InspectionNode, day: string): string[] {
  return [node.firm.creditCode, String(scoreOf(node)), compact(day), outcomeOf(node), 'routine'];
}

/** They belong to the inspection of the same firm and day. */
export function violationRows({ firm, results }: InspectionNode, day: string): string[][] {
  return unmetOf({ results }).map(({ rule }) => [
    firm.creditCode,
    compact(day),
    rule.code,
    plain(`${rule.titleZh} / ${rule.titleEn}`),
  ]);
}

/** Every score from 0 to 100 falls into one of them. */
export const legendRows = [
  ['100', '100', '合格 / Passed'],
  ['1', '99', '不合格 / Failed'],
  ['0', '0', '全部不符合 / Failed in every rule'],
];

export function feedRow(day: string): string[] {
  return [compact(day), '1.0', `${COUNTY} / Ninghai County`, '', ''];
}
