/** The chat platforms there are. A new one adds its folder and its lines here. */

import type { Address } from "../src/team/person.ts";
import type { ChatPlatform, Log } from "../src/ports.ts";
import { createWeb } from "./http.ts";
import { createSlackPlatform, type SlackOptions } from "./slack/platform.ts";

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
  readonly port: number;
  readonly host: string;
  readonly slack:
    Pick<SlackOptions, "botToken" | "signingSecret" | "appToken" | "apiUrl"> | undefined;
}

/** Those whose settings are there, on one port with `/healthz`, and `/readyz` that asks `ready`. */
export function createPlatforms(
  { port, host, slack }: PlatformSettings,
  { log, ready }: { readonly log: Log; readonly ready: () => Promise<boolean> },
): readonly Platform[] {
  const web = createWeb({ port, host, ready });
  return slack ? [createSlackPlatform({ ...slack, web, log })] : [];
}
