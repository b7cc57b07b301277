import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { FirmService } from '../firm/firm.service.ts';
import type { CorrectIssueFirmInput, MatchIssueFirmInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { MatchFirmService } from '../issue/match-firm.service.ts';

const shape = z.object({
  issueId: z.uuid(),
  creditCode: words(18),
  keepAlias: z.boolean().nullish().transform(Boolean),
});
const correctionShape = z.object({
  issueId: entityId,
  creditCode: orNull(words(18)),
  reason: words(2000),
});

@Injectable()
export class MatchService {
  constructor(
    private readonly db: Database,
    private readonly firms: FirmService,
    private readonly matches: MatchFirmService,
  ) {}

  /** The firm is locked before the issue, as where a firm that comes into the register finds its issues. */
  match(viewer: Viewer, input: MatchIssueFirmInput): Promise<Issue> {
    const { issueId, creditCode, keepAlias } = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      const firm = await this.firms.lock(tx, creditCode);
      const issue = await this.matches.match(tx, { issueId, firm, by: viewer.sub });
      if (keepAlias && firm && issue.firmName) await this.firms.keepAlias(tx, firm, issue.firmName, viewer.sub);
      return issue;
    });
  }

  correct(viewer: Viewer, input: CorrectIssueFirmInput): Promise<Issue> {
    const { creditCode, ...told } = shaped(correctionShape, input);
    return this.db.transaction(async (tx) => {
      const firm = creditCode === null ? null : await this.firms.lock(tx, creditCode);
      return this.matches.correct(tx, { ...told, creditCode, firm, by: viewer.sub });
    });
  }
}
