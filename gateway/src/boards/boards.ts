import { createHash } from 'node:crypto';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { LRUCache } from 'lru-cache';
import qrcode from 'qrcode';
import type { Services } from '../services.ts';
import { boardPage } from './page.ts';
import { inspected, named, type SignBoard } from './sign-board.ts';

/** A board as it is sent. */
export interface Rendered {
  readonly body: string;
  readonly etag: string;
}

export interface Board {
  readonly json: Rendered;
  readonly page: Rendered;
}

interface Options {
  readonly services: Services;
  readonly timeZone: string;
  /** of the gateway as the public reaches it */
  readonly publicUrl: string;
}

const FRESH_MS = 5_000;
const MOST_KEPT = 10_000;
const NONE = Symbol('no such board');

function rendered(body: string): Rendered {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** The sign boards, put together from two services, each kept for some seconds. */
export class Boards {
  readonly #options: Options;
  // whoever asks for a board that is being made waits for it
  readonly #kept: LRUCache<string, Board | typeof NONE>;

  constructor(options: Options) {
    this.#options = options;
    this.#kept = new LRUCache({
      max: MOST_KEPT,
      ttl: FRESH_MS,
      fetchMethod: async (creditCode) => (await this.#make(creditCode)) ?? NONE,
    });
  }

  /**
   * @returns null where there is none: of a firm that is not inspected, not registered, or no firm at all
   * @throws when a service does not answer
   */
  async of(creditCode: string): Promise<Board | null> {
    if (!isCreditCode(creditCode)) return null;
    const board = await this.#kept.fetch(creditCode);
    return board === undefined || board === NONE ? null : board;
  }

  async #make(creditCode: string): Promise<Board | null> {
    const { services, timeZone, publicUrl } = this.#options;
    const [light, firm] = await Promise.all([
      services.get('inspection', `/sign-boards/${creditCode}`, inspected),
      services.get('intake', `/firm-names/${creditCode}`, named),
    ]);
    if (light === null || firm === null) return null;
    const board: SignBoard = { name: firm.name, ...light };
    const qrCode = await qrcode.toString(`${publicUrl}/boards/${creditCode}`, { type: 'svg', margin: 0 });
    return { json: rendered(JSON.stringify(board)), page: rendered(boardPage(board, { timeZone, qrCode })) };
  }
}
