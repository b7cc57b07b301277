import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCharacter } from '@qifutong/kernel/credit-code';
import { startWorld, type World } from './world.ts';

const codeOf = (first17: string) => first17 + checkCharacter(first17);
const [FIRM, OTHER, FAULTY, UNKNOWN, LONG] = [
  '91330226T00000001',
  '91330226T00000002',
  '91330226T00000003',
  '91330226T00000004',
  '91330226T00000005',
].map(codeOf) as [string, string, string, string, string];
const RESULTS = [
  { titleZh: '全员佩戴口罩', titleEn: 'Masks are worn', result: 'UNMET' },
  { titleZh: '设有<隔离>室', titleEn: 'An isolation room is ready', result: 'MET' },
];
const BOARD = { colour: 'YELLOW', since: '2020-02-14T01:00:00.000Z', inspectedOn: '2020-02-14', results: RESULTS };

let world: World;
beforeAll(async () => {
  world = await startWorld({ BOARD_MISSES: '5', PUBLIC_URL: 'https://boards.example/' });
  world.intake.pages.set(`/sign-boards/${FIRM}`, { ...BOARD, run: 2, creditCode: FIRM });
  world.intake.pages.set(`/firm-names/${FIRM}`, { name: '甲<b>公司', creditCode: FIRM });
});
afterAll(() => world.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${world.url}${path}`, { headers });

describe('a sign board', () => {
  it('tells anybody the name, the light, since when, the results and their day, and nothing else', async () => {
    const answer = await get(`/boards/${FIRM}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer.json()).toEqual({ name: '甲<b>公司', ...BOARD });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=30, stale-while-revalidate=60');
  });

  it('is a page for a browser, in Chinese and English, with a code that leads to it, and nothing in it is taken for markup', async () => {
    const answer = await get(`/boards/${FIRM}`, { accept: 'text/html,application/xhtml+xml' });
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*style-src 'sha256-/);
    for (const text of [
      '甲&lt;b&gt;公司',
      '黄灯',
      'Yellow',
      '2020-02-14',
      '不符合',
      'Not met',
      '设有&lt;隔离&gt;室',
      '<svg',
      'size:A4',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain(FIRM);
  });

  it('prints on one page: what the browser would add is taken away, a long name is set smaller, and nothing is cut', async () => {
    const page = async (code: string) => (await get(`/boards/${code}`, { accept: 'text/html' })).text();
    world.intake.pages.set(`/sign-boards/${LONG}`, BOARD);
    world.intake.pages.set(`/firm-names/${LONG}`, { name: '某'.repeat(200) });
    const [short, long] = [await page(FIRM), await page(LONG)];
    for (const rule of [/\.light\{[^}]*margin:0/, /li\{[^}]*break-inside:avoid/, /footer\{[^}]*break-inside:avoid/])
      expect(short).toMatch(rule);
    expect([/<h1 class="long">/.test(short), /<h1 class="long">/.test(long)]).toEqual([false, true]);
  });

  it('is not sent again to those who have it', async () => {
    for (const accept of ['application/json', 'text/html']) {
      const etag = (await get(`/boards/${FIRM}`, { accept })).headers.get('etag')!;
      const again = await get(`/boards/${FIRM}`, { accept, 'if-none-match': etag });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
      for (const held of [`W/${etag}`, `"older", ${etag}`, '*', '"older"'])
        expect((await get(`/boards/${FIRM}`, { accept, 'if-none-match': held })).status).toBe(
          held === '"older"' ? 200 : 304,
        );
    }
  });

  it('is made once for all who ask at the same time', async () => {
    world.intake.pages.set(`/sign-boards/${OTHER}`, BOARD);
    world.intake.pages.set(`/firm-names/${OTHER}`, { name: '乙' });
    const before = world.intake.asked.length;
    await Promise.all(Array.from({ length: 50 }, () => get(`/boards/${OTHER}`)));
    expect(world.intake.asked.slice(before).toSorted()).toEqual([`/firm-names/${OTHER}`, `/sign-boards/${OTHER}`]);
  });

  it('that cannot be made now is neither there nor missing', async () => {
    world.intake.answerInstead((reply) => reply.status(500).send({ secret: '10.0.0.7' }));
    const answer = await get(`/boards/${FAULTY}`);
    world.intake.answerInstead();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(await answer.text()).not.toContain('10.0.0.7');
  });

  it('that does not exist looks the same whatever the reason, and cannot be found by trying', async () => {
    const unknown = await get(`/boards/${UNKNOWN}`);
    const noCode = await get('/boards/42');
    const strange = await get(`/boards/${encodeURIComponent('../graphql')}`);
    expect([unknown.status, noCode.status, strange.status]).toEqual([404, 404, 404]);
    expect(new Set([await unknown.text(), await noCode.text(), await strange.text()]).size).toBe(1);
    await get('/boards/43');
    await get('/boards/44');
    const barred = await get(`/boards/${FIRM}`);
    expect([barred.status, Number(barred.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});
