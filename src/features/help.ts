/** What the bot can do, in three short lists, each line a command that can be pressed. */

import { actions, muted, text, type Card } from "../card.ts";
import type { Feature } from "../feature.ts";
import { RUN_COMMAND } from "../commands.ts";
import type { Texts } from "../texts/index.ts";

export const helpFeature: Feature = {
  name: "help",
  commands: {
    "": {
      summary: ({ setup }) => setup.helpSummary,
      situation: "me",
      words: ({ commands }) => commands.help,
      for: ["anyone"],
      menu: false,
      run: ({ texts }) => Promise.resolve({ type: "reply", card: helpCard(texts) }),
    },
    help: {
      summary: ({ setup }) => setup.helpSummary,
      situation: "me",
      words: ({ commands }) => commands.help,
      for: ["anyone"],
      menu: false,
      run: ({ texts }) => Promise.resolve({ type: "reply", card: helpCard(texts) }),
    },
  },
};

function helpCard({ setup }: Texts): Card {
  return {
    title: setup.helpTitle,
    body: [
      ...setup.helpLines.map(text),
      actions(
        { label: setup.helpGoal, action: RUN_COMMAND, value: "goal add", style: "primary" },
        { label: setup.helpList, action: RUN_COMMAND, value: "goal list" },
        { label: setup.helpPlan, action: RUN_COMMAND, value: "plan" },
        { label: setup.helpCheckIn, action: RUN_COMMAND, value: "checkin" },
      ),
      muted(setup.helpPrivacy),
    ],
  };
}
