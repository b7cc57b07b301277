export class FirmResolver {
  firm(code: string): string | null {
    if (code === '') return null; // canary: no-restricted-syntax
    try { // canary: no-restricted-syntax
      return code;
    } finally {
      switch (code) { // canary: no-restricted-syntax
        default:
      }
    }
  }
}
