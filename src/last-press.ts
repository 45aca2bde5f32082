/**
 * What a press made of something is kept with it, so that whoever pressed can take it back for as long as it
 * is what their press made of it: until anybody else acts on it. Pure.
 */

import { isDeepStrictEqual } from "node:util";

export interface LastPress<Fields> {
  readonly byId: string;
  readonly at: Date;
  readonly was: Fields;
  readonly became: Fields;
}

interface Pressable<Fields> {
  readonly lastPress?: LastPress<Fields>;
}

/** The thing as a press made it, with what those fields were; the same object when nothing changed. */
export function remembered<
  Key extends string,
  T extends Pressable<Pick<T, Key>> & Record<Key, unknown>,
>(
  before: T,
  after: T,
  { keys, byId, at }: { readonly keys: readonly Key[]; readonly byId: string; readonly at: Date },
): T {
  if (after === before) return before;
  return { ...after, lastPress: { byId, at, was: pick(before, keys), became: pick(after, keys) } };
}

/** Whether this person made the last press on it, and it is what they made of it. */
export function canTakeBack<Fields extends object>(
  one: Fields & Pressable<Fields>,
  byId: string,
): boolean {
  const { lastPress } = one;
  if (lastPress?.byId !== byId) return false;
  const keys = Object.keys(lastPress.became) as (keyof Fields)[];
  return isDeepStrictEqual(pick(one, keys), lastPress.became);
}

/** As it was before that press; the same object when it cannot be taken back, or was. */
export function takeBack<T extends Pressable<object>>(one: T, byId: string): T {
  if (!one.lastPress || !canTakeBack(one, byId)) return one;
  const { lastPress, ...rest } = one;
  return { ...rest, ...lastPress.was } as unknown as T;
}

const pick = <T, Key extends keyof T>(one: T, keys: readonly Key[]): Pick<T, Key> =>
  Object.fromEntries(keys.map((key) => [key, one[key]])) as Pick<T, Key>;
