/** Past it there is nothing to turn to. */
const LAST = 100_000;

/** The page, or place in a list, that a button asks for: a whole number; the first when it names none. */
export function pageNumber(asked: string | undefined): number {
  const page = Number(asked);
  return Number.isInteger(page) && page >= 1 && page <= LAST ? page : 1;
}
