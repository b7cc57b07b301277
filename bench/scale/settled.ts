import { findable } from '../../services/intake/src/guidance/folded.ts';
import type pg from 'pg';

/** So many common issues, each with ten members and a guidance of its own; every tenth guidance was applied by a batch. */
const MANY = 10_000;

const COMMON_ISSUES = `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by,
    confirmed_at, dispatched_at, settled_at, closed_at)
  select ('01910000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, '共20200214-' || lpad(n::text, 5, '0'), state, '返岗人员被村口卡点拦住', 'PASSAGE', 'NORMAL',
    'LIKENESS', '{}', false, at, 'likeness', case when state <> 'PROPOSED' then at end, case when state <> 'PROPOSED' then at end,
    case when state in ('SETTLED', 'CLOSED') then at end, case state when 'CLOSED' then at end
  from generate_series(1, ${MANY}) n, lateral (select now() - (${MANY} - n) * interval '40 minutes' as at,
    case when n <= ${MANY} * 0.9 then 'CLOSED' else (array['PROPOSED', 'DISPATCHED', 'SETTLED'])[1 + n % 3] end as state) as drawn`;

const MEMBERS = `insert into common_issue_member (common_issue_id, issue_id, state, evidence, added_at, added_by)
  select common.id, told.id, 'MEMBER', '{}', common.proposed_at, 'likeness'
  from (select id, proposed_at, row_number() over (order by id) as n from common_issue) as common join told on (told.i - 1) / 10 + 1 = common.n`;

const GUIDANCES = `with made as (
    insert into guidance (id, version, state, domain, current_version, published_at)
    select uuidv7(), 1, 'PUBLISHED', 'PASSAGE', 1, now() from generate_series(1, ${MANY}) returning id),
  versions as (
    insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, published_at, published_by)
    select uuidv7(), id, 1, '返岗通行规定', '凭证通行', 'PASSAGE', '{}', '{}', '{}', '2020-02-01', now(), 'analyst-1' from made)
  insert into guidance_search (guidance_id, number, current, withdrawn, domain, town_codes, title, words, title_tokens, tokens, effective_from)
  select id, 1, true, false, 'PASSAGE', '{}', '返岗通行规定', $1, $2, $3, '2020-02-01' from made`;

const BATCHES = `with made as (
    insert into batch (id, version, state, guidance_id, guidance_version, policy_version, previewed_at, previewed_by, confirmed_at, confirmed_by)
    select uuidv7(), 0, 'APPLIED', id, 1, 1, now(), 'analyst-1', now(), 'analyst-1' from guidance limit ${MANY / 10} returning id)
  insert into batch_item (id, batch_id, issue_id, by_hand, verdict, outcome, before, confirmed_by)
  select uuidv7(), made.id, told.id, false, 'MATCH', 'APPLIED', '{}', 'analyst-1' from made, (select id from told where i <= 100) as told`;

/** What the analyst looks at beside issues; the table of what is told of each issue is there. */
export async function fillSettled(client: pg.Client): Promise<void> {
  const { words, titleTokens, tokens } = findable({ title: '返岗通行规定', text: '凭证通行' });
  await client.query(COMMON_ISSUES);
  await client.query(MEMBERS);
  await client.query(GUIDANCES, [words, titleTokens, tokens]);
  await client.query(BATCHES);
}
