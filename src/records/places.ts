/** Whose a new record may be: where this person may add one, and the question of where it is meant. */

import type { Input } from "../card.ts";
import type { Context } from "../feature.ts";
import { shorten } from "../plain-text.ts";
import type { Part } from "./part.ts";
import { scopesOf, type Standing } from "./rights.ts";

const MOST_OPTIONS = 100;
const OPTION_MAX = 70;
/** The input that asks whose it is, where there is more than one answer. */
export const SCOPE = "scope";

/** A scope that somebody may add to, with its name. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Where this person may add one; that of the channel alone, where they are in one. */
export async function placesFor(
  { kind }: Part,
  { stores, event, texts }: Context,
  standing: Standing,
): Promise<readonly Place[]> {
  const { person, places } = standing;
  if (kind.of === "person") return [{ id: person.id, name: person.name }];
  const scopes = scopesOf(kind, kind.may.add, standing);
  if (kind.of === "district")
    return scopes === "all" || scopes.length > 0
      ? [{ id: standing.districtId, name: texts.common.everyone }]
      : [];
  const all =
    scopes === "all"
      ? await stores.partnerships.all()
      : places.map(({ partnership }) => partnership);
  const here = all.filter(
    ({ channels }) => event.channel !== null && channels.includes(event.channel),
  );
  const meant = here.length > 0 ? here : all;
  const schools = await stores.schools.findAll([...new Set(meant.map((each) => each.schoolId))]);
  const named = meant.map(({ id, schoolId }) => ({
    id: kind.of === "school" ? schoolId : id,
    name: schools.find((school) => school.id === schoolId)?.name ?? id,
  }));
  return [...new Map(named.map((each) => [each.id, each])).values()]
    .filter(({ id }) => scopes === "all" || scopes.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export const scopeInput = (
  places: readonly Place[],
  label: string,
  { chosen, isLive }: { readonly chosen: string | undefined; readonly isLive: boolean },
): Input => ({
  type: "choice",
  id: SCOPE,
  label,
  ...(chosen === undefined ? {} : { value: chosen }),
  ...(isLive ? { live: true as const } : {}),
  options: places
    .slice(0, MOST_OPTIONS)
    .map(({ id, name }) => ({ label: shorten(name, OPTION_MAX), value: id })),
});
