import { Database } from '@qifutong/persistence/database'; // canary: gateway-knows-no-service
import { currentTrace } from '@qifutong/persistence/trace';
import type { DataSource } from 'typeorm'; // canary: database-only-where-stored
import { FirmService } from '../../services/intake/src/firm/firm.service.ts'; // canary: gateway-knows-no-service
