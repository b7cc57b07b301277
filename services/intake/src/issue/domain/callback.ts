/** What came of one call back to the firm. */
export const callbackOutcomes = ['SETTLED', 'NOT_SETTLED', 'NOT_REACHED'] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];
export const satisfactions = [
  'VERY_SATISFIED',
  'SATISFIED',
  'BASICALLY_SATISFIED',
  'DISSATISFIED',
  'VERY_DISSATISFIED',
] as const;
export type Satisfaction = (typeof satisfactions)[number];
