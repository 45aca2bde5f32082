/** How a typed due date was read, to be shown below its field. */

import type { Input } from "../card.ts";
import type { TypedDue } from "../goal/goal-draft.ts";
import type { Texts } from "../texts/index.ts";

export const readNote = (due: TypedDue, { plan, dates }: Texts): readonly Input[] =>
  due.kind === "read"
    ? [{ type: "note", text: plan.formDueRead(dates.full(due.date)), reading: true }]
    : [];
