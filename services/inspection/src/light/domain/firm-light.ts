import type { Light } from './light.ts';

type MaybeLight = { readonly [Name in keyof Light]: Light[Name] | null };

/** A firm's file of lights: what every change of its history locks. All of the light is null while nothing counts. */
export interface FirmLight extends MaybeLight {
  readonly creditCode: string;
  /** of its enrolment */
  readonly townCode: string | null;
  readonly version: number;
  /** when the colour became another one, which no history tells: a result may come late; null: it never did */
  readonly changedAt: Date | null;
}

/** The file of a firm that has no light. */
export function unlit({ creditCode, townCode }: Pick<FirmLight, 'creditCode' | 'townCode'>, version = 0): FirmLight {
  const none = { colour: null, run: null, since: null, condition: null, causedBy: null };
  return { creditCode, townCode, version, ...none, changedAt: null };
}
