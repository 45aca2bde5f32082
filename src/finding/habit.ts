/** How somebody finds their way: what they used lately, and what they said to offers of the season. Pure. */

export interface Habit {
  /** The person's. */
  readonly id: string;
  /** Words of commands, the latest first; a few. */
  readonly lately: readonly string[];
  /** Seasons that were answered, as `name/year`: they are not offered again in that year. */
  readonly seasons: readonly string[];
}

/** More is no habit. */
const MOST_LATELY = 8;
/** Of some years; older answers mean nothing any more. */
const MOST_SEASONS = 24;

export const newHabit = (personId: string): Habit => ({ id: personId, lately: [], seasons: [] });

/** After using a command; the same object when it was the latest one before. */
export const used = (habit: Habit, words: string): Habit =>
  habit.lately[0] === words
    ? habit
    : {
        ...habit,
        lately: [words, ...habit.lately.filter((each) => each !== words)].slice(0, MOST_LATELY),
      };

/** After an answer to a season's offer. */
export const answered = (habit: Habit, season: string): Habit =>
  habit.seasons.includes(season)
    ? habit
    : { ...habit, seasons: [season, ...habit.seasons].slice(0, MOST_SEASONS) };

/** What was used lately first, the rest as it was. */
export function latelyFirst<T>(
  all: readonly T[],
  lately: readonly string[],
  uses: (one: T, words: string) => boolean,
): readonly T[] {
  const rank = (one: T): number => {
    const found = lately.findIndex((words) => uses(one, words));
    return found < 0 ? lately.length : found;
  };
  return [...all].sort((one, other) => rank(one) - rank(other));
}
