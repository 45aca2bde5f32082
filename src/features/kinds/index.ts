/** The features of every kind of record, with what is truly special about a few of them. */

import type { Feature } from "../../feature.ts";
import type { Audience } from "../../finding/situation.ts";
import { idea } from "../../kinds/idea.ts";
import { lesson } from "../../kinds/lesson.ts";
import { membership } from "../../kinds/membership.ts";
import { resource } from "../../kinds/resource.ts";
import { schoolGoal } from "../../kinds/school-goal.ts";
import { recordFeature } from "../../records/feature.ts";
import { tellBoth } from "./both-belong.ts";
import { offerToGoals } from "./school-goals.ts";
import { plan, tell } from "./share-resource.ts";

const ANYONE: readonly Audience[] = ["anyone"];

export const kindFeatures: readonly Feature[] = [
  recordFeature(lesson, ({ kinds }) => kinds.lesson, { situation: "teach", module: "teaching" }),
  recordFeature(idea, ({ kinds }) => kinds.idea, {
    situation: "teach",
    module: "teaching",
    for: ANYONE,
  }),
  recordFeature(
    resource,
    ({ kinds }) => kinds.resource,
    { situation: "others", for: ANYONE },
    { kept: plan, timers: { "resource.tell": tell } },
  ),
  recordFeature(
    membership,
    ({ kinds }) => kinds.membership,
    { situation: "me", for: ANYONE },
    { kept: tellBoth },
  ),
  recordFeature(
    schoolGoal,
    ({ kinds }) => kinds.schoolGoal,
    { situation: "plan", for: ["partner", "district"] },
    { kept: offerToGoals, moved: offerToGoals },
  ),
];
