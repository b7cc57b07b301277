export const firmSizes = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export type FirmSize = (typeof firmSizes)[number];

export interface DemoFirm {
  /** valid by GB 32100-2015, in a block that no authority has given out */
  readonly creditCode: string;
  readonly name: string;
  readonly townCode: string;
  /** a code of `industries` */
  readonly industry: string;
  readonly size: FirmSize;
  readonly employees: number;
  readonly address: string;
}

/** Fewest and most employees of each size: the thresholds for industry of 中小企业划型标准规定 (2011), used for all. */
export const employeesBySize: Readonly<Record<FirmSize, readonly [number, number]>> = {
  LARGE: [1000, 3600],
  MEDIUM: [300, 999],
  SMALL: [20, 299],
  MICRO: [1, 19],
};

/** The size of a firm with so many employees. */
export function sizeOf(employees: number): FirmSize {
  return firmSizes.find((size) => employees >= employeesBySize[size][0]) ?? 'MICRO';
}
