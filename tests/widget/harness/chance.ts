/** Numbers that look random and are the same in every run. */
export class Chance {
  constructor(private state: number) {}

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator
    return Math.floor((this.state / 2 ** 32) * end);
  }

  /** One of several. */
  of<T>(several: readonly T[]): T {
    const found = several[this.below(several.length)];
    if (found === undefined) throw new Error("There is nothing to choose from.");
    return found;
  }
}
