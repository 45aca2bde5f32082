import { idea } from "./idea.ts";
import { lesson } from "./lesson.ts";
import { membership } from "./membership.ts";
import { resource } from "./resource.ts";
import { schoolGoal } from "./school-goal.ts";
import { standards, themes } from "./themes.ts";

export const kinds = {
  idea,
  lesson,
  membership,
  resource,
  schoolGoal,
  standards,
  themes,
};
