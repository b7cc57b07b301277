import { readConfig } from '@qifutong/platform/config'; // canary: libs-look-down
import { Database } from '@qifutong/persistence/database';
