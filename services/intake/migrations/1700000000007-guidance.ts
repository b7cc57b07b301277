import type { MigrationInterface, QueryRunner } from 'typeorm';

const domains = `('LABOUR', 'LOGISTICS', 'FINANCE', 'SUPPLY_CHAIN', 'EPIDEMIC_PREVENTION', 'TESTING', 'PASSAGE', 'MATERIALS', 'POLICY',
  'APPROVAL', 'PROJECT', 'MARKET', 'OTHER')`;

const commonIssues = `
  alter table common_issue
    add accepted_at timestamptz(3),
    add accepted_by text,
    add solved_at timestamptz(3),
    add solved_by text,
    add constraint common_issue_accepted check ((accepted_at is null) = (accepted_by is null)),
    add constraint common_issue_solved check ((solved_at is null) = (solved_by is null));
  create index common_issue_by_domain on common_issue (domain, proposed_at desc, id desc);

  alter table common_issue_member add id uuid not null default uuidv7(), add because text;
  alter table common_issue_member add unique (id);
  create unique index common_issue_member_page on common_issue_member (common_issue_id, id);
  create index issue_open_member on issue (common_issue_id)
    where common_issue_id is not null and status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED');

  create table deliberation (
    id uuid primary key,
    common_issue_id uuid not null references common_issue,
    held_at timestamptz(3) not null,
    place text,
    participants text[] not null check (cardinality(participants) > 0),
    conclusion text not null check (char_length(conclusion) between 1 and 4000),
    recorded_at timestamptz(3) not null,
    recorded_by text not null check (recorded_by <> ''),
    check (held_at <= recorded_at)
  );
  create index deliberation_of on deliberation (common_issue_id, held_at, id);

  create function stays_as_it_is() returns trigger language plpgsql as $$
  begin
    raise exception '% stays as it is', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger deliberation_stays before update or delete on deliberation for each row execute function stays_as_it_is();
`;

const guidances = `
  create table guidance (
    id uuid primary key,
    version int not null check (version > 0),
    state text not null check (state in ('PUBLISHED', 'WITHDRAWN')),
    common_issue_id uuid references common_issue,
    domain text not null check (domain in ${domains}),
    current_version int not null check (current_version > 0),
    published_at timestamptz(3) not null,
    withdrawn_at timestamptz(3),
    withdrawn_by text,
    withdrawn_because text,
    constraint guidance_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null and withdrawn_by is not null and withdrawn_because is not null))
  );
  create index guidance_newest on guidance (published_at desc, id desc);
  create index guidance_by_domain on guidance (domain, published_at desc, id desc);
  create index guidance_of_common_issue on guidance (common_issue_id) where common_issue_id is not null;

  create table guidance_version (
    id uuid primary key,
    guidance_id uuid not null references guidance deferrable initially deferred,
    number int not null check (number > 0),
    title text not null check (char_length(title) between 1 and 200),
    text text not null check (char_length(text) between 1 and 20000),
    domain text not null check (domain in ${domains}),
    town_codes text[] not null,
    industries text[] not null,
    sizes text[] not null check (sizes <@ array['LARGE', 'MEDIUM', 'SMALL', 'MICRO']),
    effective_from date not null,
    effective_to date,
    task_force text check (task_force ~ '^[A-Z_]+$'),
    published_at timestamptz(3) not null,
    published_by text not null check (published_by <> ''),
    superseded_on date,
    unique (guidance_id, number),
    constraint guidance_version_dates check (effective_from <= effective_to)
  );
  create trigger guidance_version_stays before delete or update of
    id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, effective_to, task_force, published_at, published_by
    on guidance_version for each row execute function stays_as_it_is();
  create trigger guidance_version_is_superseded_once before update on guidance_version for each row
    when (old.superseded_on is not null) execute function stays_as_it_is();

  create table guidance_search (
    guidance_id uuid not null references guidance deferrable initially deferred,
    number int not null,
    current boolean not null,
    withdrawn boolean not null,
    domain text not null,
    town_codes text[] not null,
    title text not null,
    words text not null,
    title_tokens text[] not null,
    tokens text[] not null,
    effective_from date not null,
    ends_on date,
    primary key (guidance_id, number)
  );
  create index guidance_search_tokens on guidance_search using gin (tokens) with (fastupdate = off);
  create index guidance_search_title on guidance_search using gin (title_tokens) with (fastupdate = off);
  alter table guidance_search alter tokens set statistics 1000, alter title_tokens set statistics 1000;

  alter table common_issue add foreign key (guidance_id) references guidance deferrable initially deferred;
  alter table issue add foreign key (guidance_id, guidance_version) references guidance_version (guidance_id, number) deferrable initially deferred;
  create index issue_by_guidance on issue (guidance_id, registered_at, id) where guidance_id is not null;
  create index issue_to_review on issue (guidance_id, registered_at, id) where review_due;
`;

/** Every use of a guidance, by whatever way it came about; what becomes of it is told by the callback of that round. */
const uses = `
  create table guidance_use (
    issue_id uuid not null references issue,
    round int not null,
    guidance_id uuid not null references guidance deferrable initially deferred,
    guidance_version int not null,
    batch_id uuid,
    used_at timestamptz(3) not null,
    primary key (issue_id, round)
  );
  create index guidance_use_of on guidance_use (guidance_id, issue_id, round);

  create function note_guidance_use() returns trigger language plpgsql as $$
  begin
    if new.guidance_id is not null then
      insert into guidance_use (issue_id, round, guidance_id, guidance_version, batch_id, used_at)
      values (new.id, new.round, new.guidance_id, new.guidance_version, new.batch_id, new.changed_at)
      on conflict (issue_id, round) do update set guidance_id = excluded.guidance_id, guidance_version = excluded.guidance_version,
        batch_id = excluded.batch_id, used_at = excluded.used_at;
    else
      -- taken back in the same round; the use of a round that a callback ended stays
      delete from guidance_use where issue_id = new.id and round = new.round;
    end if;
    return null;
  end $$;
  create trigger issue_guided_at_once after insert on issue for each row when (new.guidance_id is not null) execute function note_guidance_use();
  create trigger issue_guided after update of guidance_id, guidance_version, round on issue for each row
    when ((old.guidance_id, old.guidance_version, old.round) is distinct from (new.guidance_id, new.guidance_version, new.round))
    execute function note_guidance_use();
`;

const batches = `
  create table batch_policy (
    version int primary key check (version > 0),
    doubtful_below real not null check (doubtful_below between 0 and 1),
    valid_from timestamptz(3) not null
  );
  insert into batch_policy values (1, 0.5, '2020-02-01T00:00:00Z');

  create table batch (
    id uuid primary key,
    version int not null check (version >= 0),
    state text not null check (state in ('PREVIEWED', 'APPLYING', 'APPLIED', 'REVERTING', 'REVERTED')),
    guidance_id uuid not null,
    guidance_version int not null,
    common_issue_id uuid references common_issue,
    policy_version int not null references batch_policy,
    previewed_at timestamptz(3) not null,
    previewed_by text not null check (previewed_by <> ''),
    confirmed_at timestamptz(3),
    confirmed_by text,
    applied_at timestamptz(3),
    reverted_at timestamptz(3),
    reverted_by text,
    reverted_because text,
    foreign key (guidance_id, guidance_version) references guidance_version (guidance_id, number),
    constraint batch_confirmed check ((state = 'PREVIEWED') = (confirmed_at is null) and (confirmed_at is null) = (confirmed_by is null)),
    constraint batch_reverted check ((state in ('REVERTING', 'REVERTED')) = (reverted_at is not null and reverted_by is not null and reverted_because is not null))
  );
  create index batch_newest on batch (previewed_at desc, id desc);
  create index batch_of_guidance on batch (guidance_id, previewed_at desc, id desc);
  create index batch_at_work on batch (id) where state in ('APPLYING', 'REVERTING');
  alter table issue add foreign key (batch_id) references batch deferrable initially deferred;

  create table batch_item (
    id uuid primary key,
    batch_id uuid not null references batch,
    issue_id uuid not null references issue,
    by_hand boolean not null,
    verdict text not null check (verdict in ('MATCH', 'DOUBTFUL', 'EXCLUDED')),
    verdict_because text,
    outcome text check (outcome in ('PENDING', 'APPLIED', 'SKIPPED', 'FAILED')),
    outcome_because text,
    outcome_at timestamptz(3),
    confirmed_by text,
    before jsonb,
    revert_outcome text check (revert_outcome in ('PENDING', 'REVERTED', 'SKIPPED', 'FAILED')),
    revert_because text,
    reverted_at timestamptz(3),
    unique (batch_id, issue_id),
    constraint batch_item_judged check ((verdict = 'MATCH') = (verdict_because is null)),
    constraint batch_item_excluded check (verdict <> 'EXCLUDED' or outcome is null),
    constraint batch_item_confirmed check (outcome is null or confirmed_by is not null),
    constraint batch_item_told check ((coalesce(outcome, '') in ('SKIPPED', 'FAILED')) = (outcome_because is not null)),
    constraint batch_item_applied check (outcome is distinct from 'APPLIED' or before is not null),
    constraint batch_item_reverted check (revert_outcome is null or outcome = 'APPLIED'),
    constraint batch_item_revert_told check ((coalesce(revert_outcome, '') in ('SKIPPED', 'FAILED')) = (revert_because is not null))
  );
  create unique index batch_item_page on batch_item (batch_id, id);
  create index batch_item_to_apply on batch_item (batch_id, id) where outcome = 'PENDING';
  create index batch_item_to_revert on batch_item (batch_id, id) where revert_outcome = 'PENDING';
`;

export class Guidance1700000000007 implements MigrationInterface {
  name = 'Guidance1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [commonIssues, guidances, uses, batches]) await runner.query(step);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
