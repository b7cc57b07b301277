import { lights } from './lights.ts';
console.table(await lights(Number(process.argv[2])));
process.exit(0);
