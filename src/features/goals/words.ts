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

/** Open ones of everybody, everything ever logged, what is done; the others narrow down the open ones. */
export const LIST_FILTERS = [
  "open",
  "all",
  "mine",
  "done",
  "common",
  "library",
  "it",
  "school",
  "short",
  "long",
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** What people type for them, in the languages there are, without accents. */
const FILTER_WORDS: Readonly<Record<ListFilter, readonly string[]>> = {
  open: ["open", "abiertas", "ouverts"],
  all: ["all", "todas", "todo", "tous", "tout"],
  mine: ["mine", "my", "mias", "mis", "miens"],
  done: ["done", "finished", "hechas", "terminadas", "faits", "termines"],
  common: ["common", "shared", "comun", "comunes", "commun", "communs"],
  library: ["library", "biblioteca", "bibliotheque"],
  it: ["it", "ti", "informatica", "informatique"],
  school: ["school", "escuela", "ecole"],
  short: ["short", "corto", "corta", "court"],
  long: ["long", "largo", "larga"],
};

const ID = /^(?:#|g-?)?\d+$/iu;
/** Looks like no title, whatever follows it. */
const WRITTEN_ID = /^g-\d+$/iu;
/** A number with more behind it: "41 by June 2". */
const ID_FIRST = /^(?:#|g-?)?\d+(?=\s)/iu;
const LIST = /^(?<filter>\p{L}+)?\s*(?<page>\d{1,4})?$/iu;
const SUBCOMMANDS = ["add", "list", "show", "edit", "done", "help"] as const;
type Subcommand = (typeof SUBCOMMANDS)[number];

/** What people type instead of a subcommand, in the languages there are. A goal that is shown can be removed. */
const INSTEAD: Readonly<Partial<Record<Subcommand, readonly string[]>>> = {
  list: ["lista", "liste"],
  show: [
    ...["open", "delete", "remove", "undo"],
    ...["ver", "abrir", "mostrar", "borrar", "eliminar", "quitar", "deshacer"],
    ...["voir", "ouvrir", "montrer", "supprimer", "retirer", "annuler"],
  ],
  edit: ["change", "update", "editar", "cambiar", "modificar", "modifier", "changer"],
  done: [
    ...["finish", "finished", "complete", "completed"],
    ...["hecho", "hecha", "listo", "lista", "terminado", "terminada", "terminar"],
    ...["fait", "faite", "fini", "terminé", "terminer"],
  ],
  help: ["ayuda", "aide"],
};

/** Whether that is which goals to list, and no title that begins so. */
export const isListed = (rest: string): boolean => list(rest.trim()) !== undefined;

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
  if (WRITTEN_ID.test(first))
    return { kind: "unclear", title: trimmed, meant: `goal show ${first}` };
  const word = first.toLowerCase();
  switch (word) {
    case "add":
      return rest === "" ? { kind: "nothing" } : { kind: "title", title: rest };
    case "list":
      if (isOneWord(rest) && !list(rest))
        return { kind: "unclear", title: trimmed, meant: "goal list" };
      return list(rest) ?? { kind: "title", title: trimmed };
    case "show":
    case "edit":
      if (rest === "" || ID.test(rest)) return { kind: word, id: rest };
      if (isOneWord(rest)) return { kind: "unclear", title: trimmed, meant: "goal list" };
      return askedBack(word, rest, trimmed) ?? { kind: "title", title: trimmed };
    case "help":
      return rest === "" ? { kind: "help" } : { kind: "title", title: trimmed };
    default: {
      const near = SUBCOMMANDS.filter((each) => isMeant(each, word));
      const asked = near.flatMap((each) => askedBack(each, rest, trimmed) ?? []);
      return asked[0] ?? { kind: "title", title: trimmed };
    }
  }
}

/** The subcommand with what it takes of `rest`: all of it, or the number that it begins with. */
function askedBack(subcommand: Subcommand, rest: string, title: string): GoalWords | undefined {
  const [id] = ID_FIRST.exec(rest) ?? [];
  const taken = id !== undefined && fits(subcommand, id) ? id : rest;
  return fits(subcommand, taken)
    ? { kind: "unclear", title, meant: `goal ${subcommand} ${taken}`.trimEnd() }
    : undefined;
}

function list(rest: string): Extract<GoalWords, { kind: "list" }> | undefined {
  const { filter: typed = "open", page } = LIST.exec(rest)?.groups ?? {};
  const word = plain(typed);
  const filter = LIST_FILTERS.find((each) => FILTER_WORDS[each].includes(word));
  return LIST.test(rest) && filter
    ? { kind: "list", filter, page: Math.max(1, Number(page ?? 1)) }
    : undefined;
}

const plain = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Typed with one slip of a finger or two letters swapped, or called something else. */
function isMeant(known: Subcommand, word: string): boolean {
  const isSwapped = sorted(word) === sorted(known) && distance(word, known) === 2;
  return distance(word, known) <= 1 || isSwapped || (INSTEAD[known] ?? []).includes(word);
}

function fits(subcommand: Subcommand, rest: string): boolean {
  switch (subcommand) {
    case "add":
    case "help":
      return rest === "";
    case "list":
      return list(rest) !== undefined;
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
