/** The people, schools and workspaces of the demo data, as far as the playground needs them. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const demoSchema = z.object({
  workspaces: z.array(
    z.object({
      platform: z.literal("slack"),
      district_id: z.string(),
      team_id: z.string(),
      bot_user_id: z.string(),
      users: z.record(z.string(), z.string()),
      channels: z.record(z.string(), z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  districts: z.array(z.object({ id: z.string(), name: z.string(), timezone: z.string() })),
  schools: z.array(z.object({ id: z.string(), name: z.string(), timezone: z.string() })),
  people: z.array(
    z.object({
      id: z.string(),
      school_id: z.string().nullable(),
      district_id: z.string(),
      role: z.string(),
      display_name: z.string(),
      locale: z.string(),
    }),
  ),
  partnerships: z.array(
    z.object({
      school_id: z.string(),
      library_ids: z.array(z.string()),
      it_ids: z.array(z.string()),
    }),
  ),
});

export interface Person {
  /** Of the demo data: `u-ab-lib`. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly school: string | null;
  readonly platform: "slack" | "teams";
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  /** Slack's id of the person; empty on Teams. */
  readonly user: string;
  /** Slack's id of the workspace; empty on Teams. */
  readonly team: string;
}

export interface Workspace {
  readonly team: string;
  readonly name: string;
  readonly domain: string;
  readonly bot: string;
  readonly zone: string;
}

interface ChannelSeed {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
  readonly team: string;
  /** Slack ids, the bot's among them. */
  readonly members: readonly string[];
}

export interface Demo {
  readonly people: readonly Person[];
  readonly workspaces: readonly Workspace[];
  readonly channels: readonly ChannelSeed[];
  /** Zone of the first district: what "tomorrow 08:00" is read in. */
  readonly zone: string;
}

/** Reads `demo-data.json` beside this file. */
export function readDemo(): Demo {
  const raw: unknown = JSON.parse(readFileSync(new URL("demo-data.json", import.meta.url), "utf8"));
  const data = demoSchema.parse(raw);
  const districtOf = new Map(data.districts.map((district) => [district.id, district]));
  const schoolOf = new Map(data.schools.map((school) => [school.id, school]));
  const workspaceOf = new Map(data.workspaces.map((space) => [space.district_id, space]));
  const zoneOf = (schoolId: string | null, districtId: string): string =>
    schoolOf.get(schoolId ?? "")?.timezone ?? districtOf.get(districtId)?.timezone ?? "UTC";

  const people = data.people.map((person): Person => {
    const space = workspaceOf.get(person.district_id);
    return {
      id: person.id,
      name: person.display_name,
      role: person.role,
      school: person.school_id,
      platform: space ? "slack" : "teams",
      locale: person.locale,
      zone: zoneOf(person.school_id, person.district_id),
      user: space?.users[person.id] ?? "",
      team: space?.team_id ?? "",
    };
  });
  const channels = data.workspaces.flatMap((space) =>
    Object.entries(space.channels).map(([schoolId, channel]): ChannelSeed => {
      const pair = data.partnerships.filter((partnership) => partnership.school_id === schoolId);
      const ids = pair.flatMap(({ library_ids, it_ids }) => [...library_ids, ...it_ids]);
      return {
        id: channel.id,
        name: channel.name.replace(/^#/, ""),
        team: space.team_id,
        members: [space.bot_user_id, ...ids.flatMap((id) => space.users[id] ?? [])],
      };
    }),
  );
  return {
    people,
    channels,
    workspaces: data.workspaces.map((space) => ({
      team: space.team_id,
      name: districtOf.get(space.district_id)?.name ?? space.team_id,
      domain: space.team_id.replace(/^T0?/, "").toLowerCase(),
      bot: space.bot_user_id,
      zone: districtOf.get(space.district_id)?.timezone ?? "UTC",
    })),
    zone: data.districts[0]?.timezone ?? "UTC",
  };
}
