/** `users.*`, `team.*`, `dnd.*` and `auth.test`: who is who, and when they sleep. */
import { TZDate } from "@date-fns/tz";
import { type Bag, flagAt, stringAt } from "../../bag.ts";
import type { Person, Workspace } from "../../demo.ts";
import { APP_ID } from "../app-id.ts";
import { botId } from "../dialogs.ts";
import type { World } from "../world.ts";
import { type Method, page, refuse } from "./call.ts";

const LOCALES: Readonly<Record<string, string>> = { en: "en-US", es: "es-LA", fr: "fr-FR" };
/** Slack's own default: notifications pause from 22:00 to 08:00, local time. */
const USUAL_QUIET = { from: "22:00", to: "08:00" } as const;

const authTest: Method = ({ workspace }) => ({
  ok: true,
  url: `https://${workspace.domain}.slack.com/`,
  team: workspace.name,
  user: "liaison",
  team_id: workspace.team,
  user_id: workspace.bot,
  bot_id: botId(workspace.team),
  is_enterprise_install: false,
});

const teamInfo: Method = ({ workspace }) => ({
  ok: true,
  team: { id: workspace.team, name: workspace.name, domain: workspace.domain, email_domain: "" },
});

const info: Method = ({ world, workspace, args }) => {
  const user = stringAt(args, "user") ?? "";
  const withLocale = flagAt(args, "include_locale");
  if (user === workspace.bot) return { ok: true, user: botPayload(workspace) };
  const person = world.person(user);
  if (person?.team !== workspace.team) return refuse("user_not_found");
  return { ok: true, user: personPayload(world, person, withLocale) };
};

const list: Method = ({ world, workspace, args }) => {
  const withLocale = flagAt(args, "include_locale");
  const people = world.demo.people.filter((person) => person.team === workspace.team);
  const all = [
    botPayload(workspace),
    ...people.map((person) => personPayload(world, person, withLocale)),
  ];
  const { items, cursor } = page(all, args, 1000);
  return { ok: true, members: items, response_metadata: { next_cursor: cursor } };
};

const dndInfo: Method = ({ world, workspace, args }) => {
  const person = world.person(stringAt(args, "user") ?? "");
  if (person?.team !== workspace.team) return refuse("user_not_found");
  // What somebody snoozes by hand is told to themselves alone.
  return { ok: true, ...quietTime(world, person) };
};

const dndTeamInfo: Method = ({ world, workspace, args }) => {
  const asked = (stringAt(args, "users") ?? "").split(",").filter((user) => user !== "");
  if (asked.length > 50) return refuse("too_many_users");
  const people = world.demo.people.filter(
    (person) =>
      person.team === workspace.team && (asked.length === 0 || asked.includes(person.user)),
  );
  const users = Object.fromEntries(people.map((p) => [p.user, quietTime(world, p)]));
  return { ok: true, users, cached: true };
};

export const peopleMethods: Readonly<Record<string, Method>> = {
  "auth.test": authTest,
  "team.info": teamInfo,
  "users.info": info,
  "users.list": list,
  "dnd.info": dndInfo,
  "dnd.teamInfo": dndTeamInfo,
};

/** A person as Slack describes them; `tz_offset` is that of the virtual now. */
export function personPayload(world: World, person: Person, withLocale: boolean): Bag {
  const now = new TZDate(Date.parse(world.clock().now), person.zone);
  return {
    id: person.user,
    team_id: person.team,
    name: person.id.replace(/^u-/, ""),
    real_name: person.name,
    deleted: world.isDeactivated(person.user),
    tz: person.zone,
    tz_label: person.zone,
    tz_offset: -now.getTimezoneOffset() * 60,
    ...(withLocale ? { locale: LOCALES[person.locale] ?? person.locale } : {}),
    profile: {
      real_name: person.name,
      display_name: person.name,
      title: person.role.replaceAll("_", " "),
      email: `${person.id.replace(/^u-/, "")}@playground.invalid`,
      team: person.team,
    },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    updated: 1,
  };
}

function botPayload(workspace: Workspace): Bag {
  return {
    id: workspace.bot,
    team_id: workspace.team,
    name: "liaison",
    real_name: "Liaison",
    deleted: false,
    tz: workspace.zone,
    is_bot: true,
    is_app_user: false,
    profile: {
      real_name: "Liaison",
      display_name: "Liaison",
      api_app_id: APP_ID,
      bot_id: botId(workspace.team),
    },
  };
}

/** The quiet time that runs, or else the next; Slack writes 1 for "none". */
function quietTime(world: World, person: Person): Bag {
  const times = world.quiet(person.user) ?? USUAL_QUIET;
  if (world.quiet(person.user) === null)
    return { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
  const now = new TZDate(Date.parse(world.clock().now), person.zone);
  const isOvernight = times.from > times.to;
  const [yesterday, today, tomorrow] = [-1, 0, 1].map((days) => {
    const start = atTime(now, days, times.from);
    return { start, end: atTime(now, isOvernight ? days + 1 : days, times.to) };
  });
  const next = [yesterday, today, tomorrow].find((night) => night && night.end > now);
  return {
    dnd_enabled: true,
    next_dnd_start_ts: secondsOf(next?.start),
    next_dnd_end_ts: secondsOf(next?.end),
  };
}

function atTime(now: TZDate, days: number, time: string): TZDate {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const at = new TZDate(now, now.timeZone);
  at.setDate(at.getDate() + days);
  at.setHours(hours, minutes, 0, 0);
  return at;
}

const secondsOf = (at: TZDate | undefined): number => Math.floor((at?.getTime() ?? 1000) / 1000);
