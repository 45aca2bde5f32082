/**
 * What the bot can show, said once and without any platform's words.
 *
 * A card is data. Features build it, adapters render it: Slack as Block Kit, Teams as an Adaptive
 * Card. All text is plain: the renderer escapes it, so a goal called `*<!channel>*` is harmless.
 * Adding a block or an input here makes every renderer fail to compile until it handles the new one.
 */

import type { Locale } from "./team/person.ts";
import type { Brief } from "./texts/brief.ts";

export interface Card {
  /** The first thing read, on screen, in a notification and by a screen reader. */
  readonly title: string;
  readonly body: readonly Block[];
  /**
   * What it is written in, for screen readers and for what the platform adds; where it is left out, the
   * reader's own language. Answers get it on the way out, posts in channels where they are written.
   */
  readonly locale?: Locale;
}

export type Block =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "text"; readonly text: string; readonly tone?: "muted" | "quote" }
  | { readonly type: "facts"; readonly facts: readonly Fact[] }
  /** One line of a list, with its one obvious button. */
  | {
      readonly type: "item";
      readonly title: string;
      readonly detail?: string;
      readonly button?: Button;
    }
  /** Two lists side by side; read as the left one, then the right one. */
  | { readonly type: "columns"; readonly left: Column; readonly right: Column }
  /** Opens a page of the bot in the browser; the address is the bot's own, never one that was typed. */
  | { readonly type: "link"; readonly label: string; readonly url: string }
  | { readonly type: "actions"; readonly buttons: readonly Button[] }
  | { readonly type: "divider" };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Column {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Button {
  readonly label: string;
  /** Names the handler in `Feature.actions` that runs on a press. */
  readonly action: string;
  /** Comes back untouched with the press; an id or several joined by `|`. A request, not a right. */
  readonly value: string;
  /** What it is about, so that no two buttons of a message sound alike: "Done: fix page menu". */
  readonly about?: string;
  readonly style?: "primary" | "danger";
  /**
   * A press may be answered by a form; some platforms must know before the press to open a dialog.
   * Set on the way out from what the features declare (`Feature.asks`).
   */
  readonly asks?: true;
}

/** Every button of a card, in reading order. */
export const buttonsOf = ({ body }: Card): readonly Button[] =>
  body.flatMap((block) => {
    if (block.type === "actions") return block.buttons;
    return block.type === "item" && block.button ? [block.button] : [];
  });

/** Questions asked together: a dialog where the platform has one, an inline card where it has not. */
export interface Form {
  /** Names the handler in `Feature.forms` that receives the answers. */
  readonly form: string;
  readonly title: Brief;
  readonly submit: Brief;
  readonly cancel: Brief;
  /** Comes back untouched with the answers; an id or several joined by `|`. Never a secret or a right. */
  readonly context: string;
  readonly inputs: readonly Input[];
  /** What it is written in; set on the way out. */
  readonly locale?: Locale;
}

interface Question {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** How what stands in it is read, or what is wrong with it: in the hint's place while it stands there. */
  readonly reading?: string;
  readonly optional?: true;
  /** Asks to be told of a change while the form is open (`Feature.forms[…].change`). */
  readonly live?: true;
}

export type Input =
  | (Question & {
      readonly type: "text";
      readonly value?: string;
      readonly multiline?: true;
      readonly maxLength?: number;
    })
  | (Question & {
      readonly type: "choice";
      readonly value?: string;
      readonly options: readonly Option[];
      /** All options visible at once; for up to five short ones. */
      readonly open?: true;
    })
  /** Several of a list; the answer is the values that were chosen, none of which has a comma in it. */
  | (Question & {
      readonly type: "choices";
      readonly value?: readonly string[];
      readonly options: readonly Option[];
    })
  /** An amount, not below nothing; the answer is a number as it is written with a point: "1200.50". */
  | (Question & { readonly type: "money"; readonly value?: string })
  /** From one day to another; the answer is both days, "" for one that was left out. */
  | (Question & {
      readonly type: "days";
      readonly value?: readonly [start: string, end: string];
      /** What the second day is called; the first one has the label. */
      readonly endLabel: string;
    })
  /** Answers are addresses of people on the platform the form was shown on; not all of them are known. */
  | (Question & {
      readonly type: "people";
      readonly value?: readonly string[];
      /** An adapter's own: of `value`, whom it could not show. They are part of the answer. */
      readonly unseen?: readonly string[];
    })
  /** The answer is the address of a channel. */
  | (Question & { readonly type: "channel"; readonly value?: string })
  /** Something to read between the questions. `reading`: how what stands in them is read. */
  | {
      readonly type: "note";
      readonly text: string;
      readonly title?: string;
      readonly reading?: true;
    };

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** What was filled in, by input id: one string, or several for `people`, `choices` and `days`. Unanswered ones are "". */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export const heading = (content: string): Block => ({ type: "heading", text: content });
export const text = (content: string): Block => ({ type: "text", text: content });
export const muted = (content: string): Block => ({ type: "text", text: content, tone: "muted" });
export const quote = (content: string): Block => ({ type: "text", text: content, tone: "quote" });
export const facts = (...list: readonly Fact[]): Block => ({ type: "facts", facts: list });
export const actions = (...buttons: readonly Button[]): Block => ({ type: "actions", buttons });
export const divider: Block = { type: "divider" };
export const item = (title: string, detail?: string, button?: Button): Block => ({
  type: "item",
  title,
  ...(detail ? { detail } : {}),
  ...(button ? { button } : {}),
});
/** A line that was made for a home, in any card. */
export const lineItem = (line: {
  readonly title: string;
  readonly detail?: string;
  readonly button: Button;
}): Block => item(line.title, line.detail, line.button);

/** Code points in one block. */
const QUOTED_AT_ONCE = 2000;
const MOST_QUOTES = 10;

/** As many blocks as a long text needs, so that none of it is cut on any platform. */
export function quotes(content: string): readonly Block[] {
  const characters = Array.from(content);
  return Array.from({ length: MOST_QUOTES }, (_, n) =>
    characters.slice(n * QUOTED_AT_ONCE, (n + 1) * QUOTED_AT_ONCE).join(""),
  )
    .filter((part) => part.trim() !== "")
    .map(quote);
}

/** The amount that a text is, as `money` answers it; undefined when it is none, or below nothing. */
export function amountIn(answered: string | undefined): number | undefined {
  const written = answered?.trim() ?? "";
  return /^\d{1,12}(?:\.\d+)?$/u.test(written) ? Number(written) : undefined;
}

/** What was chosen of several; none when it was left out. */
export function chosen(answers: Answers, id: string): readonly string[] {
  const value = answers[id];
  return typeof value === "object" ? value.filter(Boolean) : value ? [value] : [];
}

/** A text answer without the blanks around it; "" when it was left out. */
export function answer(answers: Answers, id: string): string {
  const value = answers[id];
  return typeof value === "string" ? value.trim() : "";
}
