import { brief } from "../brief.ts";
/** Success stories on the district's shelf. */
export const story = {
  summary: "Success stories of the district, without names",
  tell: "Tell it as a story",
  formTitle: brief("Success story"),
  formNote:
    "Without names: neither of people nor of the school. It is published only when both sides consent to the same words.",
  parts: {
    need: "What was needed",
    did: "What library and IT did",
    result: "What came of it",
    next: "What comes next",
  },
  noNames: (names: string) => `Leave out names: ${names}. Say what was done, not by whom.`,
  preview: "Preview: the shelf will show exactly this",
  whoReads:
    "Partners of the district's schools and the district library coordinator read it. Nothing is published before both sides consent.",
  consent: "I consent",
  change: "Change it",
  changed: "It was changed since you read it. Here is how it stands now.",
  asked: "You consented. Nothing is published yet",
  askedBody: (side: string) => `I asked ${side}. It goes onto the shelf once they consent too.`,
  askTitle: (who: string, id: string) =>
    `${who} would like to tell ${id} as a success story. Do you consent?`,
  askWhy: "You get this because a story is told only with the consent of both sides.",
  published: (id: string) => `The story of ${id} is on the shelf`,
  publishedBody: "It stays as it is. Read others with /liaison stories",
  shelf: "Success stories",
  none: "No story is on the shelf yet",
  noneBody: "Once both sides looked back on a goal, they can tell it as a story.",
};
