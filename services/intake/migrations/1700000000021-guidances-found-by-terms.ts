import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever makes suggestions reads a version once, soon after it is there: to read takes the words of the language, which others do without. */
const schema = `
  create table guidance_likeness (
    version_id uuid primary key references guidance_version,
    weighed jsonb
  );
  create index guidance_likeness_unread on guidance_likeness (version_id) where weighed is null;

  create table guidance_term (
    term text not null,
    last_day date not null,
    version_id uuid not null references guidance_likeness,
    primary key (term, last_day, version_id)
  );

  create function have_guidance_read() returns trigger language plpgsql as $$
  begin
    insert into guidance_likeness (version_id) values (new.id);
    return null;
  end $$;
  create trigger guidance_version_to_read after insert on guidance_version for each row execute function have_guidance_read();
  insert into guidance_likeness (version_id) select id from guidance_version;
`;

export class GuidancesFoundByTerms1700000000021 implements MigrationInterface {
  name = 'GuidancesFoundByTerms1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
