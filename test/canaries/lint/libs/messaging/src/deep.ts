export function deep(a: number, b: number, c: number, d: number): number {
  if (a > 0) {
    if (b > 0) {
      if (c > 0) {
        if (d > 0) return 1; // canary: max-depth
      }
    }
  }
  return 0;
}

export function many(a: number, b: number, c: number, d: number, e: number): number { // canary: no-restricted-syntax
  return a + b + c + d + e;
}

export const manyToo = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e; // canary: no-restricted-syntax

export class Busy {
  readonly all: number[];

  constructor(a: number, b: number, c: number, d: number, e: number, ...more: number[]) { // canary: no-restricted-syntax
    this.all = [a, b, c, d, e, ...more];
  }

  most(a: number, b: number, c: number, d: number, e: number): number { // canary: no-restricted-syntax
    return Math.max(a, b, c, d, e);
  }
}

export class JustRight {
  readonly all: number[];

  constructor(a: number, b: number, c: number, d: number, e: number) {
    this.all = [a, b, c, d, e];
  }
}
