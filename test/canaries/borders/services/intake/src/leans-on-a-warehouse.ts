import { text } from './text-utils/utils.ts'; // canary: no-warehouses
import { pad } from './common/pad.ts'; // canary: no-warehouses
