const SHAPE = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;

/**
 * The length of an ISO 8601 duration of hours, minutes and seconds: what lasts the same whatever the calendar says.
 * @throws TypeError on another form
 */
export function durationMs(iso: string): number {
  const parts = SHAPE.exec(iso);
  if (!parts) throw new TypeError(`${iso} is not a duration of hours, minutes and seconds`);
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
