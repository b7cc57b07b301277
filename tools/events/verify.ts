import { verify, type Told, type Verified } from '@qifutong/persistence/verify';
import { databaseOf, type System } from './system.ts';

interface TrailRow {
  readonly day: string;
  readonly link: string;
  readonly hash: string;
}

const TOLD = `select day::text as day, link, hash from daily_closure_trail where service = $1 order by day`;
const KNOWS = `select to_regclass('daily_closure_trail') is not null as knows`;

/** What intake's daily accounts say of a service's trail; nothing where intake is of an earlier release. */
async function toldOf(system: System, service: string): Promise<Told[]> {
  const intake = databaseOf(system, 'intake');
  const [known]: { knows: boolean }[] = await intake.query(KNOWS);
  const rows: TrailRow[] = known?.knows ? await intake.query(TOLD, [service]) : [];
  return rows.map(({ day, link, hash }) => ({
    link: Number(link),
    hash: Buffer.from(hash, 'hex'),
    by: `the account of ${day}`,
  }));
}

function said(service: string, days: number, { entries, head, waiting, fault }: Verified): string {
  if (fault !== null) return `${service}: NOT WHOLE after ${entries} entries: ${fault}`;
  const more = waiting > 0 ? `; ${waiting} are not linked yet` : '';
  return `${service}: whole: ${entries} entries, ending in ${head.hash.toString('hex')}; as ${days} daily accounts say${more}`;
}

/** Computes the chains of these services anew. Throws an Error that names what is wrong first, where something is. */
export async function verifyTrails(system: System, services: readonly string[]): Promise<string> {
  const lines: string[] = [];
  let whole = true;
  for (const service of services) {
    const told = await toldOf(system, service);
    const verified = await verify(databaseOf(system, service).manager, told);
    whole &&= verified.fault === null;
    lines.push(said(service, told.length, verified));
  }
  if (!whole) throw new Error(lines.join('\n'));
  return lines.join('\n');
}
