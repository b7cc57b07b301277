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

  async find2(code: string): Promise<string> {
    return Promise.reject(new Error(code)); // canary: no-restricted-syntax
  }
}
