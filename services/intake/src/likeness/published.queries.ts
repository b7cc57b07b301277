import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';

export interface Current {
  readonly id: string;
  readonly number: number;
}

/** What people wrote: a guidance's current version, or the title of a common issue that they opened. */
export interface Written {
  readonly id: string;
  readonly words: string;
}

/** So many guidances are compared, the latest first; of a long one its beginning says what it settles. */
const LATEST = 60;
const BEGINNING = 600;
const OPENED = 10;

@Injectable()
export class PublishedQueries {
  guidances(tx: Tx): Promise<Current[]> {
    return tx.manager.query(
      `select id, current_version as number from guidance where state = 'PUBLISHED' order by published_at desc, id desc limit ${LATEST}`,
    );
  }

  wordsOf(tx: Tx, current: readonly Current[]): Promise<(Current & Written)[]> {
    return tx.manager.query(
      `select guidance_id as id, number, title || '。' || left(text, ${BEGINNING}) as words from guidance_version
       where (guidance_id, number) in (select * from unnest($1::uuid[], $2::int[]))`,
      [current.map(({ id }) => id), current.map(({ number }) => number)],
    );
  }

  /** Common issues that are compared with nothing yet: people opened them. */
  opened(tx: Tx): Promise<Written[]> {
    return tx.manager.query(
      `select id, title as words from common_issue c where state in ('PROPOSED', 'CONFIRMED', 'DISPATCHED', 'SETTLED')
         and not exists (select from common_issue_core k where k.common_issue_id = c.id) order by proposed_at desc limit ${OPENED}`,
    );
  }
}
