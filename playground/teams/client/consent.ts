/** Allowing or declining a file that the bot offers. */
import { type Bag, bagAt, stringAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import type { Notice } from "../../platform.ts";
import type { Spot } from "../activity.ts";
import { ALLOW } from "../file-card.ts";
import type { TeamsStage } from "../stage.ts";
import type { Post } from "../world.ts";
import { ask } from "./invoke.ts";

/** The offer stays until the bot takes it away. */
export async function answerOffer(
  stage: TeamsStage,
  person: Person,
  spot: Spot,
  post: Post,
  { offer, button }: { readonly offer: Bag; readonly button: string },
): Promise<Notice> {
  const content = bagAt(offer, "content");
  const isAllowed = button === ALLOW;
  const answer = await ask(stage, person, spot, {
    name: "fileConsent/invoke",
    replyTo: post.id,
    value: {
      type: "fileUpload",
      action: isAllowed ? "accept" : "decline",
      context: content?.[isAllowed ? "acceptContext" : "declineContext"] ?? null,
      ...(isAllowed ? { uploadInfo: stage.oneDrive.begin(stringAt(offer, "name") ?? "") } : {}),
    },
  });
  return "notice" in answer ? answer.notice : undefined;
}
