import { creditCodeOf } from './builders.ts';
import type { TestIntake } from './intake.ts';

/** Valid for the table; the check character is not computed. */
const CODE = `'91330226MA' || lpad(n::text, 7, '0') || '0'`;

/**
 * As many firms and issues as a county has after a while: nearly all written off, few firms in 越溪乡, few issues of projects;
 * few visits, few urgent ones, few to be reviewed; no two issues in the same second.
 */
export async function fill(intake: TestIntake, firms: number, issues: number): Promise<void> {
  await intake.sql(
    `with towns as (select array_agg(code order by code) as codes from town)
     insert into firm (credit_code, name, town_code, industry, size, employees)
     select ${CODE}, '宁海' || md5(n::text) || '有限公司', codes[case when n % 500 = 0 then 18 else 1 + n % 17 end], 'C', 'SMALL', n % 500
     from generate_series(1, $1::int) n, towns`,
    [firms],
  );
  await intake.sql(
    `with towns as (select array_agg(code order by code) as codes from town)
     insert into issue (id, version, number, status, round, firm_credit_code, town_code, channel, domain, urgency, first_contact_sub, first_contact_name,
       handled_by, registered_at, dispatched_at, solved_at, written_off_at, changed_at, changed_on, callback_due_at, callback_policy_version, task_force, review_due)
     select gen_random_uuid(), 1, '20200214-' || lpad(i::text, 6, '0'), status, 1, '91330226MA' || lpad((1 + i % $2::int)::text, 7, '0') || '0', codes[1 + i % 18],
       case when i % 500 = 0 then 'VISIT' else 'HOTLINE' end, case when i / 90 % 200 = 0 then 'PROJECT' else (array['LABOUR', 'LOGISTICS', 'FINANCE', 'TESTING', 'MATERIALS'])[1 + i / 90 % 5] end,
       case when i % 300 = 0 then 'URGENT' else 'NORMAL' end, 'operator-1', '接线员甲', '{operator-1}', at, at, at,
       case status when 'WRITTEN_OFF' then at end, at, at::date, case status when 'SOLVED' then at end, 1,
       case when status <> 'REGISTERED' then case when i % 400 = 7 then 'PROJECT' else (array['LABOUR', 'LOGISTICS', 'FINANCE'])[1 + i % 3] end end, i % 1000 = 5
     from generate_series(1, $1::int) i, towns,
       lateral (select case when i <= $1::int * 0.97 then 'WRITTEN_OFF' else
           (array['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'SOLVED', 'REOPENED'])[1 + i / 18 % 5] end as status,
         timestamptz '2020-02-14T00:00:00Z' + i * interval '1 second' as at) as told`,
    [issues, firms],
  );
  await intake.sql('analyze firm');
  await intake.sql('analyze issue');
  await intake.sql('analyze issue_move');
}

/** Firms with real credit codes, each with issues that have a report, its reporter and a callback. */
export async function fillFiles(intake: TestIntake, firms: number, issuesEach: number): Promise<void> {
  await intake.firms(
    ...Array.from({ length: firms }, (_, i) => ({ creditCode: creditCodeOf(i + 1), name: `${i + 1}号厂` })),
  );
  await intake.sql(
    `insert into issue (id, version, number, status, round, firm_credit_code, town_code, channel, domain, urgency, first_contact_sub, first_contact_name,
       handled_by, registered_at, dispatched_at, solved_at, changed_at, changed_on, callback_due_at, callback_policy_version)
     select gen_random_uuid(), 1, '20200214-' || lpad(row_number() over ()::text, 4, '0'), 'SOLVED', 1, credit_code, town_code, 'HOTLINE', 'TESTING', 'NORMAL',
       'operator-1', '接线员甲', '{operator-1}', now(), now(), now(), now(), now()::date, now(), 1 from firm, generate_series(1, $1::int)`,
    [issuesEach],
  );
  await intake.sql(
    `with taken as (
       insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at)
       select gen_random_uuid(), id, 'HOTLINE', '口罩不够', 'operator-1', now(), now() from issue returning id)
     insert into reporter (report_id, name_mask, phone_mask, sealed, key_id, confidential)
       select id, '张**', '139****0042', 'a.b.c.d.e', 'test', false from taken`,
  );
  await intake.sql(
    `insert into callback (id, issue_id, round, outcome, called_at, called_by) select gen_random_uuid(), id, 1, 'NOT_REACHED', now(), 'operator-2' from issue`,
  );
}
