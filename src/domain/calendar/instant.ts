/**
 * A written instant as milliseconds, so that two with different offsets can be compared.
 * In: an ISO text. Out: a number, or undefined for what names no instant.
 */
export function readInstant(text: string): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
