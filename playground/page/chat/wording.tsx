/** What Slack and Teams themselves write around a conversation. */
import type { PlatformName } from "../../contract.ts";
import type { Wording } from "./conversation.tsx";

const SLACK: Wording = {
  placeholder: "Message, or / for commands",
  quiet: "What waits for you is announced here. You can type commands here too.",
  start: (
    <>
      Press <kbd>/</kbd> for the commands.
    </>
  ),
};
const CHAT: Wording = {
  placeholder: "Type a message",
  quiet: "What waits for you is announced here. You can type to it in plain words.",
  start: "Type home, or choose one of the prompts below.",
};
const CHANNEL: Wording = {
  placeholder: "Start a post; @Liaison asks the bot",
  quiet: "",
  start: "Write @Liaison and what you want of it, or use Apps below.",
};

export function wordingFor(platform: PlatformName, place: string): Wording {
  if (platform === "slack") return SLACK;
  return place === "dm" ? CHAT : CHANNEL;
}
