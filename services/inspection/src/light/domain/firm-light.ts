import type { Light } from './light.ts';

type MaybeLight = { readonly [Name in keyof Light]: Light[Name] | null };

/** A firm's file of lights: what every change of its history locks. All of the light is null while nothing counts. */
export interface FirmLight extends MaybeLight {
  readonly creditCode: string;
  readonly version: number;
}

/** The file of a firm that has no light. */
export function unlit(creditCode: string, version = 0): FirmLight {
  return { creditCode, version, colour: null, run: null, since: null, condition: null, causedBy: null };
}
