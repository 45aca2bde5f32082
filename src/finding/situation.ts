/** What people come with, and who they are to a command. */

/**
 * What somebody comes with; everything is behind one of them. The last is for those who see to the
 * whole district, and stands first for them.
 */
export const SITUATIONS = [
  "blocked",
  "help",
  "plan",
  "meet",
  "thanks",
  "teach",
  "principal",
  "others",
  "me",
  "district",
] as const;
export type Situation = (typeof SITUATIONS)[number];

/**
 * Whom a command is offered to. It is no right: that is decided on the press (rule 3).
 * `partner`: stands on a side of a team, or stands in for somebody who does. `reader`: is named as a
 * supervisor. `district`: coordinator or IT director. `anyone`: also whom nobody knows yet.
 */
export type Audience = "partner" | "reader" | "district" | "anyone";
