/** The keys of the two messages that a check-in is talked about under. */

import type { CheckIn } from "../../check-in/check-in.ts";

/** The announcement of a check-in for a day: a moved one is announced again for its new day. */
export const announcementKey = ({ id, date }: Pick<CheckIn, "id" | "date">): string =>
  `check_in.announcement/${id}/${date}`;

export const afterKey = ({ id, date }: Pick<CheckIn, "id" | "date">): string =>
  `check_in.after/${id}/${date}`;
