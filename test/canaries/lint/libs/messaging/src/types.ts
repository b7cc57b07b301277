import { Hash } from 'node:crypto'; // canary: @typescript-eslint/consistent-type-imports

export type Colour = 'GREEN' | 'YELLOW' | 'RED';

export function say(colour: Colour, hash: Hash): string {
  switch (colour) { // canary: @typescript-eslint/switch-exhaustiveness-check
    case 'GREEN':
      return hash.digest('hex');
    default:
      return '';
  }
}

export function anything(value: any): unknown { // canary: @typescript-eslint/no-explicit-any
  if (value == 1) throw 'nothing'; // canary: @typescript-eslint/only-throw-error, eqeqeq
  return send();
}

function send(): string {
  return escape('a'); // canary: @typescript-eslint/no-deprecated
}
