import { nobody } from './nobody.ts'; // canary: every-import-is-found

export const seeks = nobody;
