/** A goal that a partner changed: its owner hears what it said before, and can take it back up. */

import { actions, muted, type Button } from "../../card.ts";
import type { Context } from "../../feature.ts";
import type { Goal } from "../../goal/goal.ts";
import { changesBetween } from "../../protocol/plan-change.ts";
import { rowOf } from "../../protocol/plan-text.ts";
import { tellPeople } from "../../telling/tell.ts";
import { localDate } from "../../time/calendar.ts";
import { changeBlocks } from "../agree/change-blocks.ts";
import { editionOf } from "./setting.ts";

/** Tells the owner once of each text that another put in place of theirs; nobody of their own changes. */
export async function tellOfEdit(context: Context, before: Goal, after: Goal): Promise<void> {
  const { stores, person, now } = context;
  const owner = after.ownerId === person.id ? undefined : await stores.people.find(after.ownerId);
  if (!owner) return;
  const changes = changesBetween({ goals: [rowOf(before, [])] }, { goals: [rowOf(after, [])] });
  if (changes.length === 0) return;
  await tellPeople(
    context,
    [owner.id],
    { key: `goal.edited/${after.id}/${editionOf(after)}`, kind: "goal.edited", manner: "news" },
    (texts) => {
      const { goals } = texts;
      const button = (label: string, action: string): Button => ({
        label,
        action,
        value: after.id,
        about: texts.labelled(after.id, after.title),
      });
      return {
        title: goals.editedTitle(person.name, after.id),
        body: [
          ...changeBlocks(changes, new Map(), localDate(now, owner.timezone), texts, [
            goals.saidBefore,
            goals.saysNow,
          ]),
          actions(
            { ...button(goals.open, "goal.show"), style: "primary" },
            button(goals.edit, "goal.edit"),
          ),
          muted(goals.editedWhy),
        ],
      };
    },
  );
}
