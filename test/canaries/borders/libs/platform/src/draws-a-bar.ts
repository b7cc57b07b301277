import { SingleBar } from 'cli-progress'; // canary: no-tools-in-product
import { seeks } from '../../../tools/seeks-nobody.ts'; // canary: no-tools-in-product
