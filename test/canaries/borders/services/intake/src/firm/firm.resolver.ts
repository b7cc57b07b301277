import { Database } from '@qifutong/persistence/database'; // canary: resolvers-only-translate
import type { EntityManager } from 'typeorm'; // canary: database-only-where-stored
import { FirmTable } from './firm.table.ts'; // canary: resolvers-only-translate

export class FirmResolver {}
