/** What was typed into forms that are out of sight: it stands there again when they come back. */
const MANY = 50;

export interface Kept<Typed> {
  of(form: string): Typed | undefined;
  keep(form: string, typed: Typed): void;
  forget(form: string): void;
}

export function createKept<Typed>(): Kept<Typed> {
  const all = new Map<string, Typed>();
  return {
    of: (form) => all.get(form),
    keep: (form, typed) => {
      all.delete(form);
      all.set(form, typed);
      // The longest untouched one goes first: most of them were sent or closed long ago.
      const [oldest] = all.keys();
      if (all.size > MANY && oldest !== undefined) all.delete(oldest);
    },
    forget: (form) => {
      all.delete(form);
    },
  };
}
