/** Message extensions: "Log a goal" from the compose box, "Log as goal" on a message. */
import type { Bag } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import type { Notice, UseShortcut } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { BOT, BOT_NAME, objectId } from "../ids.ts";
import type { TeamsStage } from "../stage.ts";
import type { Post, TeamsWorld } from "../world.ts";
import { openDialog } from "./dialogs.ts";
import { findConversation, findPost, needInstalled } from "./find.ts";

/** By title or command id; one for messages needs a message. */
export async function extension(
  stage: TeamsStage,
  person: Person,
  body: UseShortcut,
): Promise<Notice> {
  const { world, declared } = stage;
  const asked = body.shortcut.toLowerCase();
  const found = declared.extensions.find(
    ({ id, name }) => id === body.shortcut || name.toLowerCase() === asked,
  );
  if (!found) {
    const known = declared.extensions.map(({ name }) => `“${name}”`).join(", ");
    throw new Refused(404, `There is no shortcut “${body.shortcut}”. There are: ${known}.`);
  }
  if (body.message === undefined && !found.onCompose) {
    throw new Refused(400, `“${found.name}” is used on a message: give its id as \`message\`.`);
  }
  const isOnMessage = body.message !== undefined && found.onMessage;
  const post = isOnMessage ? findPost(world, person, body.message ?? "") : null;
  const conversation = findConversation(world, person, post?.conversation ?? body.in ?? "dm");
  needInstalled(person, conversation);
  const context = post ? "message" : "compose";
  const message = post ? messagePayload(world, post) : null;
  const spot = { conversation, root: post ? (post.root ?? post.id) : null };
  const origin = {
    kind: "extension",
    conversation: conversation.id,
    command: found.id,
    context,
    message,
  } as const;
  if (!found.fetches) {
    throw new Refused(409, `“${found.name}” takes no dialog from the bot (fetchTask).`);
  }
  return openDialog(stage, person, spot, origin, {
    name: "composeExtension/fetchTask",
    replyTo: null,
    value: {
      commandId: found.id,
      commandContext: context,
      context: { theme: "default" },
      ...(message ? { messagePayload: message } : {}),
    },
  });
}

/** A message as Teams hands it to an extension: its words as HTML. */
function messagePayload(world: TeamsWorld, post: Post): Bag {
  const person = world.person(post.from);
  return {
    id: post.id,
    replyToId: post.root,
    createdDateTime: post.at,
    lastModifiedDateTime: post.edited,
    deleted: false,
    importance: "normal",
    locale: "en-us",
    body: { contentType: "html", content: `<div>${escape(post.text)}</div>` },
    attachments: [],
    mentions: [],
    reactions: [],
    from: person
      ? {
          user: {
            userIdentityType: "aadUser",
            id: objectId(person.user),
            displayName: person.name,
          },
        }
      : {
          application: {
            applicationIdentityType: "bot",
            id: BOT.replace(/^28:/, ""),
            displayName: BOT_NAME,
          },
        },
  };
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
