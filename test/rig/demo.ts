/** Where the people and channels of the demo are, on each platform. */

import { readFileSync } from "node:fs";
import type { Address } from "../../src/team/person.ts";

interface Workspace {
  readonly platform: string;
  readonly district_id: string;
  readonly team_id?: string;
  readonly tenant_id?: string;
  readonly users: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, { readonly id: string }>>;
}
export const demoData = JSON.parse(
  readFileSync(new URL("../../playground/demo-data.json", import.meta.url), "utf8"),
) as { readonly workspaces: readonly Workspace[] };

export const demoPlatforms = [...new Set(demoData.workspaces.map(({ platform }) => platform))];

const within = ({ platform, team_id, tenant_id }: Workspace, id: string): Address =>
  `${platform}:${team_id ?? tenant_id ?? ""}/${id}` as Address;

/** The workspace of a platform that knows a person or a school, else the first of that platform. */
function workspaceOf(platform: string, knows: (workspace: Workspace) => boolean): Workspace {
  const all = demoData.workspaces.filter((workspace) => workspace.platform === platform);
  const found = all.find(knows) ?? all[0];
  if (!found) throw new Error(`The demo data has no workspace of ${platform}`);
  return found;
}

/** Of `u-tv-lib`, or of `u-tv-lib@teams`; an id the demo does not know stands for a stranger's. */
export function addressOf(person: string): Address {
  const [id = "", platform = "slack"] = person.split("@");
  const workspace = workspaceOf(platform, ({ users }) => id in users);
  return within(workspace, workspace.users[id] ?? id);
}

/** The channel of a school's partnership: `s-ab`. */
export function channelOf(schoolId: string, platform = "slack"): Address {
  const workspace = workspaceOf(platform, ({ channels }) => schoolId in channels);
  return within(workspace, workspace.channels[schoolId]?.id ?? schoolId);
}
