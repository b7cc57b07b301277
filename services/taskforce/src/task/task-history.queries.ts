import { Injectable } from '@nestjs/common';
import { catalogue } from '@qifutong/contracts/catalogue';
import { Database } from '@qifutong/persistence/database';

/** One thing that happened to a task. */
export interface HistoryEntry {
  readonly at: Date;
  readonly what: string;
  readonly by: string | null;
  /** a code, never words */
  readonly reason: string | null;
}

type Row = HistoryEntry & { readonly task: string };

const kinds = [...new Set(catalogue.filter(({ service }) => service === 'taskforce').map(({ entity }) => entity))];

/** Who did it is what an event's data names as somebody's doing; an event names one at most. */
const HISTORY = `with of (task, id) as (
    select task, task::text from unnest($1::uuid[]) as task
    union all select task_id, id::text from urging_notice where task_id = any($1)
    union all select task_id, id::text from supervision where task_id = any($1))
  select of.task, (event ->> 'time')::timestamptz as at, substring(event ->> 'type' from '^[^.]+[.](.*)[.]v[0-9]+$') as what,
    (select value from jsonb_each_text(event -> 'data') where key like '%By' limit 1) as by,
    coalesce(event -> 'data' ->> 'suspensionReason', event -> 'data' ->> 'resumptionReason') as reason
  from of cross join unnest($2::text[]) as kind join event_log on aggregate_type = kind and aggregate_id = of.id
  order by event_log.seq`;

@Injectable()
export class TaskHistoryQueries {
  constructor(private readonly db: Database) {}

  /** What was announced of each task, oldest first: instants, kinds and who, no words. */
  readonly ofTasks = async (ids: readonly string[]): Promise<HistoryEntry[][]> => {
    const rows: Row[] = await this.db.source.query(HISTORY, [ids, kinds]);
    const byTask = Map.groupBy(rows, ({ task }) => task);
    return ids.map((id) => byTask.get(id) ?? []);
  };
}
