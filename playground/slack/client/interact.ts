/** What every act of a person sends along, and what Slack says when the bot does not take it. */
import { randomBytes } from "node:crypto";
import type { Bag } from "../../bag.ts";
import type { Person, Workspace } from "../../demo.ts";
import { Refused } from "../../refused.ts";
import type { Ack } from "../deliver.ts";
import { envelopeOf } from "../payloads.ts";
import type { SlackStage } from "../stage.ts";

/** Delivers an interaction of a person. */
export async function interact(stage: SlackStage, person: Person, payload: Bag): Promise<Ack> {
  return stage.deliver.interaction({
    ...envelopeOf(workspaceOf(stage, person), person),
    ...payload,
  });
}

export function workspaceOf(stage: SlackStage, person: Person): Workspace {
  const workspace = stage.world.workspace(person.team);
  if (!workspace) throw new Refused(404, `${person.name} is in no Slack workspace.`);
  return workspace;
}

export function issueTrigger(stage: SlackStage, person: Person, view: string | null): string {
  return stage.triggers.issue({ user: person.user, team: person.team, view });
}

/** The address the app may answer to, five times within half an hour. */
export function issueResponseUrl(
  stage: SlackStage,
  target: Parameters<SlackStage["urls"]["issue"]>[0],
): string {
  return `${stage.baseUrl}/slack/response/${stage.urls.issue(target)}`;
}

/** What Slack's own screen says when an interaction was not acknowledged. */
export function troubleNotice(ack: Ack): string | undefined {
  if (ack.ok) return undefined;
  return ack.error === "operation_timeout"
    ? "Slack: the app did not answer within three seconds. Try again."
    : "Slack: we had some trouble connecting to the app. Try again.";
}

/** A time stamp as Slack puts it on actions; unique for each press. */
export function actionTs(): string {
  const micros = Number.parseInt(randomBytes(3).toString("hex"), 16) % 1_000_000;
  return `${Math.floor(Date.now() / 1000)}.${String(micros).padStart(6, "0")}`;
}
