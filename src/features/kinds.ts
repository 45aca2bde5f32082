/** The features of every kind of record, with what is truly special about a few of them. */

import type { Feature } from "../feature.ts";
import { idea } from "../kinds/idea.ts";
import { lesson } from "../kinds/lesson.ts";
import { membership } from "../kinds/membership.ts";
import { resource } from "../kinds/resource.ts";
import { schoolGoal } from "../kinds/school-goal.ts";
import { recordFeature } from "../records/feature.ts";

export const kindFeatures: readonly Feature[] = [
  recordFeature(lesson, ({ kinds }) => kinds.lesson),
  recordFeature(resource, ({ kinds }) => kinds.resource),
  recordFeature(idea, ({ kinds }) => kinds.idea),
  recordFeature(membership, ({ kinds }) => kinds.membership),
  recordFeature(schoolGoal, ({ kinds }) => kinds.schoolGoal),
];
