/** The chat platforms there are. A new one adds its folder and its lines here. */

import type { Address } from "../src/team/person.ts";
import type { ChatPlatform, Log, PlatformNotes } from "../src/ports.ts";
import type { Web } from "./http.ts";
import type { SlackOptions } from "./slack/platform.ts";
import type { TeamsOptions } from "./teams/platform.ts";

export { createWeb } from "./http.ts";
export { createPages } from "./pages/server.ts";

/** A platform that listens. */
export interface Platform extends ChatPlatform {
  /** The workspace or tenant that the settings belong to. */
  tenant(): Promise<Address>;
  /** Undefined before it was started. */
  port(): number | undefined;
  /** Resolves when everything that was taken in has been answered. */
  idle(): Promise<void>;
}

export interface PlatformSettings {
  readonly slack:
    Pick<SlackOptions, "botToken" | "signingSecret" | "appToken" | "apiUrl"> | undefined;
  readonly teams:
    | Pick<TeamsOptions, "appId" | "appPassword" | "tenantId" | "appType" | "connectorUrl">
    | undefined;
}

export interface PlatformParts {
  readonly log: Log;
  /** The server that they share with the pages. */
  readonly web: Web;
  readonly notes: PlatformNotes;
  /** A secret that is made once and kept, by what it is for. */
  readonly secret: (name: string) => Promise<Buffer>;
}

/**
 * Those whose settings are there, each under its own path of `web`. What is not needed is not loaded:
 * each brings a library of Slack's or Microsoft's.
 */
export async function createPlatforms(
  { slack, teams }: PlatformSettings,
  { log, web, notes, secret }: PlatformParts,
): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (slack) {
    const { createSlackPlatform } = await import("./slack/platform.ts");
    platforms.push(createSlackPlatform({ ...slack, web, log }));
  }
  if (teams) {
    const { createTeamsPlatform } = await import("./teams/platform.ts");
    platforms.push(
      createTeamsPlatform({
        ...teams,
        web,
        notes,
        log,
        secret: await secret("teams-forms"),
      }),
    );
  }
  return platforms;
}
