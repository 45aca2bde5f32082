/** A command in one language. */
export interface CommandWords {
  /** On its button, as what one wants to do; at most 40 characters. */
  readonly label: string;
  /** What else may be typed for its words, separated by " / ". No two commands have the same. */
  readonly names?: string;
  /** What people may write who mean it, separated by " / "; also the words they would use for it. */
  readonly sentences: string;
}
