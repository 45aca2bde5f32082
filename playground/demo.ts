/** The people, schools and workspaces of the demo data, as far as the playground needs them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

const inhabitants = {
  district_id: z.string(),
  /** The platform's id by the person's of the demo data. */
  users: z.record(z.string(), z.string()),
  /** By the school's id. */
  channels: z.record(z.string(), z.object({ id: z.string(), name: z.string() })),
};
const demoSchema = z.object({
  workspaces: z.array(
    z.discriminatedUnion("platform", [
      z.object({
        platform: z.literal("slack"),
        team_id: z.string(),
        bot_user_id: z.string(),
        ...inhabitants,
      }),
      z.object({ platform: z.literal("teams"), tenant_id: z.string(), ...inhabitants }),
    ]),
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
type DemoData = z.infer<typeof demoSchema>;
type Space = DemoData["workspaces"][number];

/** One account: somebody who is on two platforms is two of these. */
export interface Person {
  /** Of the demo data: `u-ab-lib`; the second account ends in its platform: `u-tv-lib@teams`. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly school: string | null;
  readonly platform: "slack" | "teams";
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  /** The platform's id of the person: `U…` or `29:…`. */
  readonly user: string;
  /** The platform's id of the workspace or tenant. */
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

/** A Microsoft 365 tenant with the one team in which its channels are. */
export interface Tenant {
  readonly tenant: string;
  readonly name: string;
  readonly zone: string;
  readonly team: {
    /** That of its General channel: `19:…@thread.tacv2`. */
    readonly id: string;
    readonly name: string;
    readonly aadGroupId: string;
  };
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    /** Teams ids. */
    readonly members: readonly string[];
  }[];
}

export interface Demo {
  readonly people: readonly Person[];
  /** Slack's. */
  readonly workspaces: readonly Workspace[];
  /** Slack's. */
  readonly channels: readonly ChannelSeed[];
  /** Those of Teams. */
  readonly tenants: readonly Tenant[];
  /** Zone of the first district: what "tomorrow 08:00" is read in. */
  readonly zone: string;
}

/** Reads `demo-data.json` beside this file. */
export function readDemo(): Demo {
  const raw: unknown = JSON.parse(readFileSync(new URL("demo-data.json", import.meta.url), "utf8"));
  const data = demoSchema.parse(raw);
  return {
    people: accounts(data),
    workspaces: data.workspaces.flatMap((space) =>
      space.platform === "slack" ? workspaceOf(data, space) : [],
    ),
    channels: data.workspaces.flatMap((space) =>
      space.platform === "slack" ? channelsOf(data, space) : [],
    ),
    tenants: data.workspaces.flatMap((space) =>
      space.platform === "teams" ? tenantOf(data, space) : [],
    ),
    zone: data.districts[0]?.timezone ?? "UTC",
  };
}

/** Everybody's first account in the order of the data, then the second ones. */
function accounts(data: DemoData): readonly Person[] {
  const districtOf = new Map(data.districts.map((district) => [district.id, district]));
  const schoolOf = new Map(data.schools.map((school) => [school.id, school]));
  const all = data.people.map((person) =>
    data.workspaces
      .filter(({ users }) => person.id in users)
      .map((space, index): Person => {
        const { id, school_id: school, district_id: district, display_name: name } = person;
        return {
          id: index === 0 ? id : `${id}@${space.platform}`,
          name,
          role: person.role,
          school,
          platform: space.platform,
          locale: person.locale,
          zone: schoolOf.get(school ?? "")?.timezone ?? districtOf.get(district)?.timezone ?? "UTC",
          user: space.users[id] ?? "",
          team: space.platform === "slack" ? space.team_id : space.tenant_id,
        };
      }),
  );
  return [...all.map((own) => own.slice(0, 1)), ...all.map((own) => own.slice(1))].flat();
}

function districtOf(data: DemoData, space: Space): { name: string; zone: string } | undefined {
  const found = data.districts.find(({ id }) => id === space.district_id);
  return found && { name: found.name, zone: found.timezone };
}

/** Those of the school's library and IT who are in this workspace. */
function partners(data: DemoData, space: Space, schoolId: string): readonly string[] {
  return data.partnerships
    .filter(({ school_id }) => school_id === schoolId)
    .flatMap(({ library_ids, it_ids }) => [...library_ids, ...it_ids])
    .flatMap((id) => space.users[id] ?? []);
}

function workspaceOf(data: DemoData, space: Extract<Space, { platform: "slack" }>): Workspace {
  const district = districtOf(data, space);
  return {
    team: space.team_id,
    name: district?.name ?? space.team_id,
    domain: space.team_id.replace(/^T0?/, "").toLowerCase(),
    bot: space.bot_user_id,
    zone: district?.zone ?? "UTC",
  };
}

function channelsOf(
  data: DemoData,
  space: Extract<Space, { platform: "slack" }>,
): readonly ChannelSeed[] {
  return Object.entries(space.channels).map(([schoolId, channel]) => ({
    id: channel.id,
    name: channel.name.replace(/^#/, ""),
    team: space.team_id,
    members: [space.bot_user_id, ...partners(data, space, schoolId)],
  }));
}

function tenantOf(data: DemoData, space: Extract<Space, { platform: "teams" }>): Tenant {
  const district = districtOf(data, space);
  const schools = data.schools.filter(({ id }) => id in space.channels);
  return {
    tenant: space.tenant_id,
    name: district?.name ?? space.tenant_id,
    zone: district?.zone ?? "UTC",
    team: {
      id: `19:${digest(`team ${space.tenant_id}`).slice(0, 32)}@thread.tacv2`,
      name: schools[0]?.name ?? space.tenant_id,
      aadGroupId: guid(`group ${space.tenant_id}`),
    },
    channels: Object.entries(space.channels).map(([schoolId, { id, name }]) => ({
      id,
      name,
      members: partners(data, space, schoolId),
    })),
  };
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The same made-up GUID for the same text, on every machine. */
export function guid(text: string): string {
  const hex = digest(text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
