import { placeAddress } from "../../../adapters/slack/address.ts";
import { type Bench, chatPlatformContract, type Seen } from "../../contracts/chat-platform.ts";
import { openSlack } from "./open-slack.ts";
import { CHANNEL, LIBRARIAN, TEAM } from "./stand-in.ts";

const ME = "u-ab-lib";

async function openBench(transport: "http" | "socket"): Promise<Bench> {
  const slack = await openSlack(transport);
  const messages = async (place: "direct" | "channel") =>
    (await slack.messages(ME)).filter(
      (message) => (message.channel === "dm") === (place === "direct"),
    );
  return {
    platform: slack.platform,
    core: slack.core,
    person: placeAddress(TEAM, LIBRARIAN),
    nobody: placeAddress(TEAM, "U0NOBODY0"),
    channel: placeAddress(TEAM, CHANNEL),
    seen: async (place) =>
      (await messages(place)).map((message): Seen => ({
        text: message.text,
        private: message.private,
        inThread: message.thread !== null,
        buttons: message.buttons.map(({ accessibleName }) => accessibleName),
      })),
    async type(command) {
      const text = command.startsWith("goal") ? `/${command}` : `/liaison ${command}`;
      await slack.control("say", { as: ME, in: CHANNEL, text });
    },
    async press(button) {
      const message = (await slack.messages(ME)).findLast(({ buttons }) =>
        buttons.some(({ accessibleName }) => accessibleName === button),
      );
      await slack.control("press", { as: ME, message: message?.id, button });
    },
    form: async () => (await slack.screen(ME)).form?.title,
    async submit(answers) {
      const { form } = await slack.screen(ME);
      const { problems } = await slack.control("submit", { as: ME, form: form?.id, answers });
      return problems ?? {};
    },
    openHome: async () => (await slack.home(ME))?.text ?? "",
    async fault(kind) {
      await slack.control("fault", { platform: "slack", kind, times: 1 });
    },
    stop: () => slack.stop(),
  };
}

chatPlatformContract("Slack over HTTP", () => openBench("http"));
chatPlatformContract("Slack in Socket Mode", () => openBench("socket"));
