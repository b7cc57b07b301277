import { Keyring } from '@qifutong/platform/sealing';
import { timed } from './statistics.ts';

const COUNT = 20_000;
const contact = { name: '许经理', phone: '10005740042' };

/** How long a reporter takes to be sealed and to be opened again. */
export async function seal() {
  const keyring = new Keyring([{ id: 'bench', key: Buffer.alloc(32, 'bench').toString('base64url') }]);
  const sealed: string[] = [];
  const sealing = await timed(COUNT, 1, async (i) => {
    sealed.push((await keyring.seal(String(i), contact)).sealed);
  });
  const opening = await timed(COUNT, 1, async (i) => void (await keyring.open(String(i), sealed[i]!)));
  return [
    { what: 'sealed per second, one after another', value: Math.round(COUNT / sealing.allS), unit: '1/s' },
    { what: 'opened per second, one after another', value: Math.round(COUNT / opening.allS), unit: '1/s' },
    { what: 'length of what is sealed', value: sealed[0]!.length, unit: 'characters' },
  ];
}
