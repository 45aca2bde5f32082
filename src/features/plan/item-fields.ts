/** What a step of the plan holds, wherever somebody is asked for one. */

import { line, optional } from "../../fields/field.ts";
import { TITLE_LIMIT } from "../../goal/goal-draft.ts";

export const STEP = line(TITLE_LIMIT);
export const WHEN_AND_WHERE = optional(line(300));
