/** Every kind of record; a new one is one more line here, and one in `src/features/index.ts`. */

import type { AnyKind } from "../records/kind.ts";
import { idea } from "./idea.ts";
import { lesson } from "./lesson.ts";
import { membership } from "./membership.ts";
import { resource } from "./resource.ts";
import { schoolGoal } from "./school-goal.ts";

export const kinds: readonly AnyKind[] = [lesson, resource, idea, membership, schoolGoal];
