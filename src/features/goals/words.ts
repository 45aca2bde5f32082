/** Tells a goal's title from a subcommand: "list 2" is one, "List of books updated by May" is not. */

import { distance } from "fastest-levenshtein";
import { TITLE_LIMIT } from "../../goal/goal-draft.ts";
import { lengthOf } from "../../plain-text.ts";

export type GoalWords =
  | { readonly kind: "nothing" }
  | { readonly kind: "title"; readonly title: string }
  | { readonly kind: "list"; readonly filter: ListFilter; readonly page: number }
  /** `id` is "" when it was left out. */
  | { readonly kind: "show" | "edit"; readonly id: string }
  | { readonly kind: "help" }
  /** Looks like a subcommand that was mistyped; `meant` is the command it would be. */
  | { readonly kind: "unclear"; readonly title: string; readonly meant: string };

/** Open ones of everybody, everything ever logged, or one's own open ones. */
export type ListFilter = "open" | "all" | "mine";

const ID = /^(?:#|g-?)?\d+$/iu;
const LIST = /^(?<filter>all|mine)?\s*(?<page>\d{1,4})?$/iu;
const SUBCOMMANDS = ["add", "list", "show", "edit", "done", "help"] as const;
type Subcommand = (typeof SUBCOMMANDS)[number];

/** What follows `goal`, understood. What is longer than a title is no slip in a subcommand. */
export function goalWords(typed: string): GoalWords {
  const words = understand(typed);
  return words.kind === "unclear" && lengthOf(words.title) > TITLE_LIMIT
    ? { kind: "title", title: words.title }
    : words;
}

function understand(typed: string): GoalWords {
  const trimmed = typed.trim();
  if (trimmed === "") return { kind: "nothing" };
  if (ID.test(trimmed)) return { kind: "show", id: trimmed };
  const [first = "", rest = ""] = split(trimmed);
  const word = first.toLowerCase();
  switch (word) {
    case "add":
      return rest === "" ? { kind: "nothing" } : { kind: "title", title: rest };
    case "list":
      return list(rest) ?? { kind: "title", title: trimmed };
    case "show":
    case "edit":
      if (rest === "" || ID.test(rest)) return { kind: word, id: rest };
      return isOneWord(rest)
        ? { kind: "unclear", title: trimmed, meant: "goal list" }
        : { kind: "title", title: trimmed };
    case "help":
      return rest === "" ? { kind: "help" } : { kind: "title", title: trimmed };
    default: {
      const near = nearest(word);
      return near && fits(near, rest)
        ? { kind: "unclear", title: trimmed, meant: `goal ${near} ${rest}`.trimEnd() }
        : { kind: "title", title: trimmed };
    }
  }
}

function list(rest: string): GoalWords | undefined {
  const { filter, page } = LIST.exec(rest)?.groups ?? {};
  if (!LIST.test(rest)) return undefined;
  const lower = filter?.toLowerCase();
  return {
    kind: "list",
    filter: lower === "all" || lower === "mine" ? lower : "open",
    page: Math.max(1, Number(page ?? 1)),
  };
}

/** One slip of a finger, or two letters swapped. */
function nearest(word: string): Subcommand | undefined {
  return SUBCOMMANDS.find((known) => {
    const isSwapped = sorted(word) === sorted(known) && distance(word, known) === 2;
    return distance(word, known) === 1 || isSwapped;
  });
}

function fits(subcommand: Subcommand, rest: string): boolean {
  switch (subcommand) {
    case "add":
    case "help":
      return rest === "";
    case "list":
      return LIST.test(rest);
    case "show":
    case "edit":
    case "done":
      return rest === "" || ID.test(rest);
  }
}

const isOneWord = (text: string): boolean => !/\s/u.test(text);
const sorted = (word: string): string => Array.from(word).sort().join("");

function split(text: string): readonly string[] {
  const [, first = "", rest = ""] = /^(\S+)\s*(.*)$/su.exec(text) ?? [];
  return [first, rest];
}
