export const ID = (firm: string, day: string) =>
  `('01900000-0000-7000-8000-' || lpad(to_hex(${firm}::bigint * 1000 + ${day}), 12, '0'))::uuid`;

/** $1 so many days of history: one a day up to yesterday, within the hours in which UTC and the county have the same date. */
export const AT = (firm: string, day: string) =>
  `date_trunc('day', now()) - ($1::int - (${day}) + 1) * interval '1 day' + ${firm} * interval '1 second'`;

export const TOWNS = `(array['330226001', '330226002', '330226003', '330226004', '330226101', '330226102', '330226104', '330226105', '330226106',
  '330226107', '330226108', '330226109', '330226110', '330226111', '330226112', '330226200', '330226201', '330226202'])`;

/** How many days ago a result was last due to fail: 0 on the last day of the history, however short it is, so that long and short ones end alike. */
export const sinceFailure = (day: string) => `((((${day}) - $1::int) % 5 + 5) % 5)`;

/** Every fifth inspection finds something; of every fiftieth firm also the last three, so that it is red. */
export const failed = (day: string) =>
  `(${sinceFailure(day)} = 0 or (firm.n % 50 = 0 and $1::int >= 10 and (${day}) > $1::int - 3))`;
