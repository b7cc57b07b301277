/** Who makes the suggestions of issues that wait for one: this thread, or one of its own. */
export abstract class Suggester {
  /** Issues may wait: their suggestions are made now. */
  abstract wake(): void;

  /** Ends at once unless suggestions are behind; then it ends when they keep up again, at the latest after a second. */
  abstract keepingUp(): Promise<void>;
}
