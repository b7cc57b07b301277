import { env } from 'node:process'; // canary: no-restricted-imports

export class FirmService {
  readonly url = process.env['DATABASE_URL']; // canary: no-restricted-properties
  readonly urlToo = process['env']['DATABASE_URL']; // canary: no-restricted-properties
  readonly home = env['HOME'];

  find(code: string): string {
    const { env: variables } = process; // canary: no-restricted-properties
    if (code === '') throw new Error('no code'); // canary: no-restricted-syntax
    if (code === '0') throw Error('no code'); // canary: no-restricted-syntax
    console.log(variables); // canary: no-console
    return code;
  }

  write({ source }: Record<'source', { transaction(work: () => void): void }>): void {
    source.transaction(() => undefined); // canary: no-restricted-syntax
  }

  writeToo(db: { source: { manager: { insert(row: object): void; find(): void } } }): void {
    db.source.manager.find();
    db.source.manager.insert({}); // canary: no-restricted-syntax
  }

  async find2(code: string): Promise<string> {
    return Promise.reject(new Error(code)); // canary: no-restricted-syntax
  }
}
