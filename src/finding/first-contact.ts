/** What somebody who is in no team hears first: what there is for them, and the one button for it. */

import type { Button } from "../card.ts";
import { typing } from "../commands.ts";
import type { Texts } from "../texts/index.ts";
import type { Standing } from "./standing.ts";

export interface FirstContact {
  /** What there is for them, who sees what they write, and why they hear it. */
  readonly lines: readonly string[];
  readonly button: Button;
}

export function firstContact(
  { audiences, read, schools }: Pick<Standing, "audiences" | "read" | "schools">,
  { finding, commands, locale }: Texts,
): FirstContact {
  const about = (words: keyof Texts["commands"]): Button =>
    typing(commands[words].label, words, { style: "primary" });
  if (audiences.includes("district"))
    return { lines: [finding.forDistrict, finding.districtSees], button: about("district") };
  if (audiences.includes("reader")) {
    const names = schools
      .filter(({ id }) => read.some(({ schoolId }) => schoolId === id))
      .map(({ name }) => name);
    const list = new Intl.ListFormat(locale).format(names);
    return {
      lines: [
        names.length > 0 ? finding.forReader(list) : finding.forReaderNowhere,
        finding.readerSees,
      ],
      button: about("shared"),
    };
  }
  return {
    lines: [finding.forStranger, finding.strangerSees],
    button: { label: finding.see, action: "menu.more", value: "", style: "primary" },
  };
}
