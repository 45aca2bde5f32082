/** What the page does when somebody asks for help with a step: decided here, done by the page. */
import type { StoryStep, WorldState } from "../../contract.ts";
import { elsewhere, type LocalTime, ZONE } from "../time.ts";
import { DIGEST_TIME, STEPS, type Step } from "./steps.ts";
import { asTyped, type Pair, type Team, teamOf } from "./teams.ts";

export const COMPOSER = ".conversation > .composer textarea";

export interface Situation {
  readonly state: Pick<WorldState, "now" | "people" | "channels">;
  readonly seated: Pair;
  readonly story: readonly StoryStep[];
  /** On which sides a dialog waits to be answered. */
  readonly dialogs: readonly [left: boolean, right: boolean];
  /** What somebody has typed in a place and not sent. */
  readonly draft: (person: string, place: string) => string;
}

/** A moment to fill in, and the sentence that says so. */
export interface ToMoment {
  readonly to: string;
  readonly sentence: string;
}

export type Guidance =
  | ({ readonly by: "clock" } & ToMoment)
  | { readonly by: "saying"; readonly sentence: string }
  | {
      readonly by: "showing";
      readonly side: 0 | 1;
      readonly person: string;
      readonly place: string;
      /** To be put into the composer. */
      readonly text: string | null;
      readonly selector: string;
      /** Only what came at that instant or later counts. */
      readonly since: string | null;
      readonly sentence: string | null;
      readonly missing: { readonly sentence: string; readonly to: string | null } | null;
    };

const FILLED_IN = "The date is filled in above: press Move the clock.";
const LATER_THAN_ALL = "9999";

function momentOf(to: string, zone: string): ToMoment {
  const there = elsewhere(to, zone);
  return { to, sentence: there === null ? FILLED_IN : `${FILLED_IN} That is ${there}.` };
}

export function guidance(step: Step, situation: Situation): Guidance {
  const { state, seated, dialogs, draft } = situation;
  const team = teamOf(seated, state.people);
  const own = step.by === "library" ? 0 : 1;
  const person = team.pair[own];
  const me = state.people.find(({ id }) => id === person);
  const { help } = step;
  const zone = me?.zone ?? ZONE;
  const at: LocalTime = { time: DIGEST_TIME, zone, free: team.free ?? [] };
  if (help.by === "clock") return { by: "clock", ...momentOf(help.to(state.now, at), zone) };
  const side = seated[0] === person ? 0 : seated[1] === person ? 1 : own;
  if (seated[side] === person && dialogs[side])
    return { by: "saying", sentence: "A form is open there: save it or close it first." };
  const teams = me?.platform === "teams";
  const channel = state.channels.find(({ members }) => members.includes(person))?.id ?? "dm";
  if (help.by === "typing") {
    const place = teams ? "dm" : channel;
    const free = isFree(draft(person, place), team);
    return {
      by: "showing",
      ...{ side, person, place, selector: COMPOSER, since: null, missing: null },
      text: free ? asTyped(help.text(team), me?.platform ?? "slack") : null,
      sentence: free ? null : "Something is typed there already: send it or clear it first.",
    };
  }
  const taken = situation.story.find(({ id }) => id === help.since)?.at ?? null;
  return {
    by: "showing",
    ...{ side, person, selector: help.selector, text: null, sentence: null },
    place: help.in === "dm" || (help.in === "commands" && teams) ? "dm" : channel,
    since: help.since === undefined ? null : (taken ?? LATER_THAN_ALL),
    missing:
      help.to === undefined || taken === null
        ? { sentence: help.missing, to: null }
        : missingUntil(help.missing, momentOf(help.to(state.now, at), zone)),
  };
}

const missingUntil = (missing: string, { to, sentence }: ToMoment) => ({
  sentence: `${missing} ${sentence}`,
  to,
});

/** Nothing of the person's own stands there: at most what the rail typed before. */
function isFree(typed: string, team: Team): boolean {
  const byRail = STEPS.flatMap(({ help }) => (help.by === "typing" ? [help.text(team)] : []));
  return typed.trim() === "" || byRail.some((text) => typed === text || typed === plain(text));
}

const plain = (text: string): string => asTyped(text, "teams");
