/** Releases that the program runs on but that get no more security fixes, and since when. */
const ENDED = new Map([
  [20, "April 2026"],
  [21, "June 2024"],
  [23, "June 2025"],
  [25, "June 2026"],
]);

/** The long-term release to install, as the README says. */
export const RECOMMENDED_NODE = 24;

/** What is said at the start on a release of Node (as `20.19.0`) that has ended; else undefined. */
export function nodeRemedy(version: string): string | undefined {
  const release = Number.parseInt(version, 10);
  const end = ENDED.get(release);
  return end === undefined
    ? undefined
    : `${String(release)} gets no security fixes since ${end}: install ${String(RECOMMENDED_NODE)} from https://nodejs.org`;
}
