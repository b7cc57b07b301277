export class OnFirmClosed {
  handle(code: string): string | null {
    if (code === '') throw new Error(code); // canary: no-restricted-syntax, no-restricted-syntax
    return code;
  }
}
