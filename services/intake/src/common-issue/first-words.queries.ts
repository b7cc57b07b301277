import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { seesWholeCounty } from '@qifutong/platform/scope';
import type { Viewer } from '@qifutong/platform/viewer';
import { validate as isUuid } from 'uuid';
import { linkableStatuses } from '../issue/membership.service.ts';
import { firstReportOf } from '../report/report.queries.ts';
import { PRESENT } from './common-issue.queries.ts';
import { textsBeside, type FirstWords } from './domain/texts-shown.ts';

export { textsBeside };

/** Whether whoever asks may read the reports of the whole county: a task force reads those of its own issues, one by one. */
export const asReadBy = (viewer: Viewer) => ({ reads: seesWholeCounty(viewer) });
type Asked = ReturnType<typeof asReadBy>;

/** One more than are shown: the issue that they are shown beside may be among them. */
const MOST = 4;
const OF_THIS = `select issue.id as issue_id, issue.number, member.score, member.id
  from common_issue_member member join issue on issue.id = member.issue_id where member.common_issue_id = c.id and ${PRESENT}`;

/** The texts that issues were compared by, looked up when they are shown: nowhere do they stand a second time. */
@Injectable()
export class FirstWordsQueries {
  constructor(private readonly db: Database) {}

  readonly ofIssues = async (issueIds: readonly string[], { reads }: Asked): Promise<(FirstWords | null)[]> => {
    if (!reads) return issueIds.map(() => null);
    const rows: FirstWords[] = await this.db.source.query(
      `select issue.id as "issueId", issue.number, said.text from issue
       cross join lateral ${firstReportOf('issue.id')} said where issue.id = any ($1)`,
      [issueIds],
    );
    return inOrder(issueIds, rows, ({ issueId }) => issueId);
  };

  /** Of each common issue's issues those that are most alike to what they share; where people chose them, the first. */
  readonly ofCommonIssues = async (ids: readonly string[], { reads }: Asked): Promise<FirstWords[][]> => {
    if (!reads) return ids.map(() => []);
    const rows: (FirstWords & { id: string })[] = await this.db.source.query(
      `select c.id, m.issue_id as "issueId", m.number, said.text from unnest($1::uuid[]) as c (id)
       cross join lateral (
         (${OF_THIS} and member.score is not null order by member.score desc, member.id limit ${MOST})
         union all (${OF_THIS} and member.score is null order by member.id limit ${MOST})
         limit ${MOST}
       ) m cross join lateral ${firstReportOf('m.issue_id')} said order by m.score desc nulls last, m.id`,
      [ids.filter((id) => isUuid(id)), linkableStatuses],
    );
    const byId = Map.groupBy(rows, ({ id }) => id);
    return ids.map((id) => byId.get(id) ?? []);
  };
}
