/** How often the digest comes, and how it backs off from silence (N-7). Pure. */

import type { Cadence } from "../team/availability.ts";
import type { Attention } from "./attention.ts";
import type { NudgeSettings } from "./settings.ts";

const WEEKS: Readonly<Record<Exclude<Cadence, "off">, number>> = {
  weekly: 1,
  fortnightly: 2,
  monthly: 4,
};

/** Silence makes a weekly digest fortnightly; nothing ever makes one come more often. */
export const inForce = (
  chosen: Cadence,
  { silent }: Pick<Attention, "silent">,
  { silentDigests }: Pick<NudgeSettings, "silentDigests">,
): Cadence => (chosen === "weekly" && silent >= silentDigests ? "fortnightly" : chosen);

/** Whether the next digest asks how often they are wanted: once, after silence. */
export const asksCadence = (
  { silent, cadenceAskedOn }: Pick<Attention, "silent" | "cadenceAskedOn">,
  { silentDigests }: Pick<NudgeSettings, "silentDigests">,
): boolean => silent >= silentDigests && cadenceAskedOn === null;

/** Weeks from one digest to the next; undefined: none comes by itself. */
export const weeksBetween = (cadence: Cadence): number | undefined =>
  cadence === "off" ? undefined : WEEKS[cadence];
