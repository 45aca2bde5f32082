/** The settings, read once. `main.ts` hands the environment over; nobody else reads it. */

import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { isZone } from "./time/local-time.ts";

const blankIsUnset = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());

const schema = z.object({
  NODE_ENV: optional(
    z.enum(["development", "test", "production"], {
      error: "Use development, test or production.",
    }),
  ),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce
      .number({ error: "Use a port number, for example 3000." })
      .int("Use a whole number, for example 3000.")
      .min(0, "Use a port from 0 to 65535.")
      .max(65_535, "Use a port from 0 to 65535.")
      .default(3000),
  ),
  HOST: z.preprocess(blankIsUnset, z.string().default("127.0.0.1")),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default("./data")),
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z
      .enum(["debug", "info", "warn", "error", "silent"], {
        error: "Use debug, info, warn, error or silent.",
      })
      .default("info"),
  ),
  PERSON_BURST: z.preprocess(
    blankIsUnset,
    z.coerce
      .number({ error: "Use a whole number, for example 150; 0 for no limit." })
      .int("Use a whole number, for example 150; 0 for no limit.")
      .min(0, "Use a whole number, for example 150; 0 for no limit.")
      .default(150),
  ),
  MONGODB_URI: optional(
    z.string().regex(/^mongodb(\+srv)?:\/\/.+/u, "Begin it with mongodb:// or mongodb+srv://."),
  ),
  SLACK_BOT_TOKEN: optional(
    z
      .string()
      .startsWith("xoxb-", "Copy the Bot User OAuth Token, which begins with xoxb-.")
      .min(10, "Copy the whole Bot User OAuth Token."),
  ),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(16, "Copy the whole Signing Secret from Basic Information."),
  ),
  SLACK_APP_TOKEN: optional(
    z.string().startsWith("xapp-", "Copy the App-Level Token, which begins with xapp-."),
  ),
  SLACK_API_URL: optional(
    z
      .url({
        protocol: /^https?$/u,
        error: "Use a web address, or leave it empty for Slack itself.",
      })
      .endsWith("/", "End it with a slash."),
  ),
  TEAMS_APP_ID: optional(
    z.guid(
      "Copy the Microsoft App ID of the bot; it looks like 00000000-0000-0000-0000-000000000000.",
    ),
  ),
  TEAMS_APP_PASSWORD: optional(
    z.string().min(8, "Copy the whole Value of the client secret, not its Secret ID."),
  ),
  TEAMS_TENANT_ID: optional(
    z.guid("Copy the Directory (tenant) ID; it looks like 00000000-0000-0000-0000-000000000000."),
  ),
  TEAMS_APP_TYPE: optional(
    z.enum(["SingleTenant", "UserAssignedMSI", "MultiTenant"], {
      error: "Use SingleTenant, UserAssignedMSI or MultiTenant, as the bot was registered.",
    }),
  ),
  TEAMS_CONNECTOR_URL: optional(
    z
      .url({
        protocol: /^http$/u,
        hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/u,
        error:
          "Only a stand-in on this computer can take Microsoft's place, such as http://127.0.0.1:3000/teams/. Leave it empty for Microsoft itself.",
      })
      .endsWith("/", "End it with a slash."),
  ),
  PUBLIC_URL: optional(
    z
      .url({
        protocol: /^https?$/u,
        error: "Use a web address, such as https://liaison.example.org/.",
      })
      .regex(/^[^?#]*$/u, "Leave out what follows a ? or #."),
  ),
  TIMEZONE: optional(
    z.string().refine(isZone, "Use an IANA time zone, for example America/Chicago."),
  ),
});

type Environment = z.infer<typeof schema>;

export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret: string | undefined;
  readonly appToken: string | undefined;
  readonly apiUrl: string | undefined;
}

export interface TeamsSettings {
  readonly appId: string;
  /** Undefined for a managed identity, which has none. */
  readonly appPassword: string | undefined;
  /** The tenant of the bot's registration; with SingleTenant, the only one it listens to. */
  readonly tenantId: string;
  readonly appType: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
  /** The base of a stand-in for Microsoft's services, on this computer. */
  readonly connectorUrl: string | undefined;
}

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly logLevel: Environment["LOG_LEVEL"];
  /** How much one person may ask for at once; 0 is no limit. */
  readonly personBurst: number;
  /** Undefined: the embedded database in `dataDir`. */
  readonly mongodbUri: string | undefined;
  /** With neither Slack nor Teams the playground starts. */
  readonly slack: SlackSettings | undefined;
  readonly teams: TeamsSettings | undefined;
  /** Where people's browsers reach the bot, ending with a slash; undefined: no links are given. */
  readonly publicUrl: string | undefined;
  /** The zone of a district until a school says its own. */
  readonly timezone: string;
}

/** Every setting's name, as `.env.example` lists them. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/**
 * Names that share a beginning with ours but are none of ours are misspelled, not someone else's; only
 * Microsoft's own tools for Teams have theirs.
 */
const OURS = /^(SLACK|TEAMS(?!APPTESTER_|FX_)|PUBLIC_URL|MONGODB?|DATA_DIR|LOG_LEVEL|TIMEZONE)/u;

/**
 * Parses the environment.
 * @throws ConfigError that lists every wrong or misspelled setting with its remedy.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems = misspelled(env);
  const parsed = schema.safeParse(env);
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  const settings = parsed.data;
  if (settings) problems.push(...incomplete(settings));
  if (!settings || problems.length > 0) throw new ConfigError(problems);
  return {
    production: settings.NODE_ENV === "production",
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    logLevel: settings.LOG_LEVEL,
    personBurst: settings.PERSON_BURST,
    mongodbUri: settings.MONGODB_URI,
    slack: settings.SLACK_BOT_TOKEN
      ? {
          botToken: settings.SLACK_BOT_TOKEN,
          signingSecret: settings.SLACK_SIGNING_SECRET,
          appToken: settings.SLACK_APP_TOKEN,
          apiUrl: settings.SLACK_API_URL,
        }
      : undefined,
    teams: teamsSettings(settings),
    publicUrl: settings.PUBLIC_URL?.replace(/\/*$/u, "/"),
    timezone: settings.TIMEZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function teamsSettings(settings: Environment): TeamsSettings | undefined {
  const { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenantId } = settings;
  return appId && tenantId
    ? {
        appId: appId.toLowerCase(),
        appPassword: settings.TEAMS_APP_PASSWORD,
        tenantId: tenantId.toLowerCase(),
        appType: settings.TEAMS_APP_TYPE ?? "SingleTenant",
        connectorUrl: settings.TEAMS_CONNECTOR_URL,
      }
    : undefined;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(problems: readonly string[]) {
    super(
      [
        "Some settings need a change, in .env or in the environment:",
        ...problems.map((problem) => `  - ${problem}`),
        "docs/connect-slack.md and docs/connect-teams.md say where each value is found; .env.example lists them all.",
      ].join("\n"),
    );
  }
}

function misspelled(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env)
    .filter((name) => !SETTINGS.includes(name))
    .filter((name) => OURS.test(name) || (name.length > 7 && distance(name, nearest(name)) <= 2))
    .map((name) => `${name} is not a setting. Did you mean ${nearest(name)}?`);
}

const nearest = (name: string): string => closest(name, [...SETTINGS]);

function incomplete(settings: Environment): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = settings;
  const problems: string[] = [];
  if (bot && !secret && !app)
    problems.push(
      "SLACK_SIGNING_SECRET: missing. Copy it from Basic Information of your Slack app, or set SLACK_APP_TOKEN for Socket Mode.",
    );
  if (!bot && (secret ?? app))
    problems.push(
      "SLACK_BOT_TOKEN: missing. Copy the Bot User OAuth Token from OAuth & Permissions of your Slack app.",
    );
  const ofTeams = incompleteTeams(settings);
  problems.push(...ofTeams);
  const isConnected = bot ?? settings.TEAMS_APP_ID ?? ofTeams[0];
  if (settings.NODE_ENV === "production" && !isConnected)
    problems.push(
      "SLACK_BOT_TOKEN: missing, and TEAMS_APP_ID too. In production the bot needs a workspace; leave NODE_ENV empty for the playground.",
    );
  return [...new Set(problems)];
}

function incompleteTeams(settings: Environment): string[] {
  const {
    TEAMS_APP_ID: app,
    TEAMS_APP_PASSWORD: password,
    TEAMS_TENANT_ID: tenant,
    TEAMS_APP_TYPE: type,
    TEAMS_CONNECTOR_URL: connector,
  } = settings;
  if (!app)
    return (password ?? tenant ?? type ?? connector)
      ? [
          "TEAMS_APP_ID: missing. Copy the Microsoft App ID of the bot; without it anybody could speak for Teams.",
        ]
      : [];
  const problems: string[] = [];
  if (!tenant)
    problems.push("TEAMS_TENANT_ID: missing. Copy the Directory (tenant) ID of the bot's app.");
  if (type === "UserAssignedMSI" && password)
    problems.push("TEAMS_APP_PASSWORD: leave it empty; a managed identity has no secret.");
  if (type !== "UserAssignedMSI" && !password)
    problems.push(
      "TEAMS_APP_PASSWORD: missing. Create a client secret for the bot's app and copy its Value.",
    );
  if (settings.NODE_ENV === "production" && connector)
    problems.push("TEAMS_CONNECTOR_URL: leave it empty in production; it is for stand-ins only.");
  return problems;
}
