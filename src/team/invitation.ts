/** Who was asked to be in a partnership and has not said yes: it starts when both sides have. Pure. */

import { membersOf, partnersOf, type Invited, type Partnership } from "./partnership.ts";
import type { Role, Side } from "./person.ts";

/** What people of IT are; the library's are school librarians. */
export const IT_ROLES: readonly Role[] = [
  "it_technician",
  "instructional_technology_specialist",
  "it_director",
];

const invitedOf = ({ invited = [] }: Partnership, personId: string): Invited | undefined =>
  invited.find((each) => each.personId === personId);

/** Nobody asked them, as whoever set it up and those who were in it before; or they said yes. */
export const hasAccepted = (partnership: Partnership, personId: string): boolean => {
  const invited = invitedOf(partnership, personId);
  return invited === undefined || invited.status === "accepted";
};

export const isWaitingFor = (partnership: Partnership, side: Side): boolean => {
  const ids = membersOf(partnership, side);
  return ids.length > 0 && !ids.some((id) => hasAccepted(partnership, id));
};

/** The partnership with everybody asked who was not in it before; `byId` need not be. */
export function withInvited<P extends Partnership>(
  team: P,
  before: readonly string[],
  byId: string,
): P {
  const members = partnersOf(team);
  const known = (team.invited ?? []).filter(({ personId }) => members.includes(personId));
  const asked = members.filter(
    (id) => !before.includes(id) && id !== byId && !known.some(({ personId }) => personId === id),
  );
  const invited = [...known, ...asked.map((personId): Invited => ({ personId, status: "asked" }))];
  return invited.length === 0 && team.invited === undefined ? team : { ...team, invited };
}

/** Somebody answers; the same object when they were not asked, or had answered so. */
export function answerInvitation(
  partnership: Partnership,
  personId: string,
  status: "accepted" | "later",
): Partnership {
  const invited = invitedOf(partnership, personId);
  if (!invited || invited.status === status || invited.status === "accepted") return partnership;
  return {
    ...partnership,
    invited: (partnership.invited ?? []).map((each) =>
      each === invited ? { ...each, status } : each,
    ),
  };
}

/** It is somebody else's: they leave it, unless they had said yes. */
export function declineInvitation(partnership: Partnership, personId: string): Partnership {
  if (hasAccepted(partnership, personId)) return partnership;
  const without = (ids: readonly string[]) => ids.filter((id) => id !== personId);
  return {
    ...partnership,
    libraryIds: without(partnership.libraryIds),
    itIds: without(partnership.itIds),
    invited: (partnership.invited ?? []).filter((each) => each.personId !== personId),
  };
}
