/** A process or a tab is gone in the middle of what it did. */
export class Crash extends Error {
  constructor(where: string) {
    super(`Crash at ${where}`);
    this.name = 'Crash';
  }
}
