import { placeAddress } from "../../../adapters/teams/address.ts";
import { type Bench, chatPlatformContract, type Seen } from "../../contracts/chat-platform.ts";
import { cardOf, isForm, partsOf, wordsOf } from "./client.ts";
import { openTeams } from "./open-teams.ts";
import { ADA, CHANNEL, type Posted, TENANT } from "./stand-in.ts";

async function openBench(): Promise<Bench> {
  const teams = await openTeams({ answerWithinMs: 2_000 });
  const ada = teams.as(ADA);
  /** From when she typed in the channel, what she alone is told stands in her own chat. */
  let isInChannel = false;
  let problems: Readonly<Record<string, string>> = {};
  const seen = (post: Posted): Seen => {
    const card = cardOf(post);
    return {
      text: wordsOf(card),
      private: post.conversation === ada.chat,
      inThread: post.conversation.startsWith("19:") && !post.conversation.endsWith(post.id),
      buttons: partsOf(card).flatMap((part) =>
        String(part["type"]).startsWith("Action.")
          ? [String(part["tooltip"] ?? part["title"])]
          : [],
      ),
    };
  };
  const form = (): Readonly<Record<string, unknown>> | undefined => {
    if (ada.dialog) return ada.dialog.card;
    const last = ada.messages().at(-1);
    return last && isForm(cardOf(last)) ? cardOf(last) : undefined;
  };
  return {
    platform: teams.platform,
    core: teams.core,
    person: placeAddress(TENANT, ADA.id),
    nobody: placeAddress(TENANT, "29:nobody"),
    channel: placeAddress(TENANT, CHANNEL),
    seen: (place) => {
      const own = ada.messages();
      const posts =
        place === "channel"
          ? [...ada.messages(CHANNEL), ...(isInChannel ? own : [])]
          : isInChannel
            ? []
            : own;
      return Promise.resolve(posts.map(seen));
    },
    async type(command) {
      isInChannel = true;
      await ada.say(command, CHANNEL);
    },
    async press(button) {
      await ada.press(button);
    },
    form: () => Promise.resolve(form() && wordsOf(form() ?? {}).split("\n")[0]),
    async submit(answers) {
      // The client joins what was chosen of several.
      await ada.submit(
        Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, String(value)])),
      );
      const open = form();
      const words = open ? wordsOf(open) : "";
      problems = words.includes("nothing was changed")
        ? { title: words }
        : words.includes("Too long.")
          ? { title: "Too long." }
          : words.includes("It ends before it begins.")
            ? { weeks: "It ends before it begins." }
            : {};
      return problems;
    },
    async openHome() {
      await ada.say("home");
      return (
        ada
          .messages()
          .map((post) => wordsOf(cardOf(post)))
          .at(-1) ?? ""
      );
    },
    fault(kind) {
      const fault = {
        "429": { status: 429, code: "Throttled", headers: { "retry-after": "1" } },
        "503": { status: 503 },
        "timeout-after-accept": {
          until: new Promise<void>((resolve) => setTimeout(resolve, 3_500)),
        },
        blocked: { status: 403, subCode: "MessageWritesBlocked" },
        archived: { status: 403, code: "BotNotInConversationRoster" },
      }[kind];
      teams.standIn.fault(fault);
      return Promise.resolve();
    },
    stop: () => teams.stop(),
  };
}

chatPlatformContract("Teams", openBench);
