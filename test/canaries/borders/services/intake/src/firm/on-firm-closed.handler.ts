import { change } from '@qifutong/persistence/change'; // canary: resolvers-only-translate
import type { Tx } from '@qifutong/persistence/database';
import { FirmTable } from './firm.table.ts'; // canary: resolvers-only-translate

export class OnFirmClosed {}
