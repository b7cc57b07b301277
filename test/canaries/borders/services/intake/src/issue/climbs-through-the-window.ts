import { renamed } from '../firm/domain/firm.ts'; // canary: feature-entered-by-its-door
import type { Firm } from '../firm/domain/firm.ts';
import { FirmModule } from '../firm/firm.module.ts';
import { FirmQueries } from '../firm/firm.queries.ts';
import { FirmResolver } from '../firm/firm.resolver.ts'; // canary: feature-entered-by-its-door, feature-hides-its-shell
import { FirmService } from '../firm/firm.service.ts';
import { FirmTable } from '../firm/firm.table.ts'; // canary: feature-entered-by-its-door
import type { OnFirmClosed } from '../firm/on-firm-closed.handler.ts'; // canary: feature-hides-its-shell
import type { StrikeOff } from '../firm/strike-off.job.ts'; // canary: feature-hides-its-shell
