/** Who may see and do what with records, decided from who they are now (rule 3). */

import { standings } from "../access.ts";
import type { Services } from "../feature.ts";
import type { Right } from "../team/grant.ts";
import type { Partnership } from "../team/partnership.ts";
import type { Person, Side } from "../team/person.ts";
import type { AnyKind, Who } from "./kind.ts";
import type { KeptRecord, Seeing } from "./record.ts";

/** A person with everywhere they stand, themselves or for somebody. */
export interface Standing {
  readonly person: Person;
  readonly districtId: string;
  /** What they were given, and has not ended. */
  readonly rights: readonly Right[];
  readonly places: readonly { readonly partnership: Partnership; readonly side: Side }[];
}

export async function standingOf(
  services: Pick<Services, "stores" | "now">,
  person: Person,
): Promise<Standing> {
  const { stores } = services;
  const [places, grants] = await Promise.all([
    standings({ ...services, person }),
    stores.grants.all(),
  ]);
  const rights = grants
    .filter(({ personId, ended }) => personId === person.id && !ended)
    .map(({ right }) => right);
  return { person, districtId: stores.districtId, rights, places };
}

/** What this person may see of a kind. */
export function seeingOf(kind: AnyKind, standing: Standing): Seeing {
  const { see } = kind.may;
  const { person } = standing;
  return {
    kind: kind.name,
    scopeIds: scopesOf(kind, see, standing),
    ...(see.includes("writer") ? { writtenBy: person.id } : {}),
    ...(see.includes("named") ? { naming: person.id } : {}),
  };
}

/** The scopes in which somebody may, not counting what they wrote or are named in. */
export function scopesOf(
  kind: Pick<AnyKind, "of">,
  who: readonly Who[],
  { person, places, rights, districtId }: Standing,
): readonly string[] | "all" {
  const isKeeper = who.some(
    (each) => typeof each === "object" && each.rights.some((right) => rights.includes(right)),
  );
  if (isKeeper || who.includes("everyone")) return kind.of === "district" ? [districtId] : "all";
  const mine = places.filter(({ side }) => who.includes("partners") || who.includes(side));
  switch (kind.of) {
    case "partnership":
      return [...new Set(mine.map(({ partnership }) => partnership.id))];
    case "school":
      return [...new Set(mine.map(({ partnership }) => partnership.schoolId))];
    case "district":
      return mine.length > 0 ? [districtId] : [];
    case "person":
      return who.includes("writer") ? [person.id] : [];
  }
}

/** Whether this person may do that with a record that they may see. */
export function may(
  kind: AnyKind,
  whoever: readonly Who[],
  record: KeptRecord,
  standing: Standing,
  isWriterHere = true,
): boolean {
  const { person } = standing;
  const isWriter = record.byId === person.id;
  const who = isWriter ? whoever.filter((each) => !isButWriter(each)) : whoever;
  if (who.includes("writer") && isWriter) return true;
  if (who.includes("named") && record.named.includes(person.id)) return true;
  const heirs: readonly Who[] =
    who.includes("writer") && !isWriterHere ? [...who, "partners"] : who;
  const scopes = scopesOf(kind, heirs, standing);
  return scopes === "all" || scopes.includes(record.scopeId);
}

const isButWriter = (who: Who): boolean => typeof who === "object" && who.butWriter === true;
