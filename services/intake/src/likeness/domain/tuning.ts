/** The numbers of the lexical scorer, found by cross-validation (docs/decisions/0011-likeness.md). */
export interface Tuning {
  readonly first: number;
  readonly circumstance: number;
  readonly trouble: number;
  readonly both: number;
  readonly thingRarity: number;
  readonly troubleRarity: number;
  readonly problem: number;
  readonly problemShare: number;
  readonly wordOwn: number;
  readonly wordRarity: number;
  readonly character: number;
  readonly characterOwn: number;
  readonly characterRarity: number;
  readonly pair: number;
  readonly pairRarity: number;
  readonly conceptCosine: number;
  readonly conceptPart: number;
  readonly lexemeCosine: number;
  readonly lexemePart: number;
  readonly lexemes: number;
  readonly domain: number;
  readonly steepness: number;
  readonly sharpness: number;
}

export const tuning: Tuning = {
  first: 0.1,
  circumstance: 1.35,
  trouble: 1.6,
  both: 0.83,
  thingRarity: 0.4,
  troubleRarity: 0.57,
  problem: 2,
  problemShare: 0.5,
  wordOwn: 1.9,
  wordRarity: 2.9,
  character: 0.5,
  characterOwn: 1.34,
  characterRarity: 0.78,
  pair: 0.29,
  pairRarity: 1.16,
  conceptCosine: 0.69,
  conceptPart: 0.62,
  lexemeCosine: 0.97,
  lexemePart: 1.5,
  lexemes: 1.64,
  domain: 0.16,
  steepness: 1.24,
  sharpness: 2.3,
};
