import { DocumentsOfTaskForceResolver, DocumentsOfTaskResolver } from './documents-of.resolver.ts';
import { SupervisionFieldsResolver, UrgingNoticeFieldsResolver } from './document-fields.resolver.ts';
import { IssuingService } from './issuing.service.ts';
import { PrintingService } from './printing.service.ts';
import { SupervisionQueries } from './supervision.queries.ts';
import { SupervisionResolver } from './supervision.resolver.ts';
import { SupervisionService } from './supervision.service.ts';
import { UrgingNoticeQueries } from './urging-notice.queries.ts';
import { UrgingNoticeResolver } from './urging-notice.resolver.ts';
import { UrgingNoticeService } from './urging-notice.service.ts';

const issued = [IssuingService, PrintingService];
const asked = [UrgingNoticeQueries, SupervisionQueries, DocumentsOfTaskResolver, DocumentsOfTaskForceResolver];
const acted = [UrgingNoticeService, UrgingNoticeResolver, SupervisionService, SupervisionResolver];

/** 催办, 督办: what the service needs for its documents. */
export const notices = [...issued, ...asked, ...acted, UrgingNoticeFieldsResolver, SupervisionFieldsResolver];
