/**
 * Web pages of the bot: for what does not fit a chat, such as a file. Each is opened by a link that one
 * person got; a page is data, as a card is, and is drawn as HTML by `adapters/pages/`.
 */

import type { Option } from "./card.ts";
import type { Locale } from "./team/person.ts";

/** What a link lets its holder open, for a while, as one person. A request, not a right (rule 3). */
export interface PageTicket {
  /** Names the handler in `Feature.pages`. */
  readonly page: string;
  readonly districtId: string;
  readonly personId: string;
  /** What it is about, such as the id of a school. */
  readonly about: string;
}

/** Somebody opened a link, or sent the form of a page. */
export interface PageVisit extends PageTicket {
  /** Sent back: only then anything is changed. */
  readonly sent: boolean;
  /** What stands behind the link, and what was filled in; a file as its text. */
  readonly fields: Readonly<Record<string, string>>;
}

export type PageAnswer =
  | { readonly type: "page"; readonly page: Page }
  /** Saved by the browser under that name; `content` is sent as UTF-8, as it is. */
  | {
      readonly type: "file";
      readonly name: string;
      readonly content: string;
      /** CSV where nothing is said. */
      readonly media?: "text/csv" | "text/calendar";
    }
  /** The same link again, with these fields behind it: what was sent is not sent twice. */
  | { readonly type: "go"; readonly fields: Readonly<Record<string, string>> };

export interface Page {
  readonly title: string;
  readonly locale: Locale;
  /** Said beside the title in the browser, and above it: whose page it is. */
  readonly about: string;
  readonly body: readonly PageBlock[];
  /** Made for paper: as wide as the window, and across the sheet when it is printed. */
  readonly wide?: true;
}

export type PageBlock =
  | { readonly type: "heading"; readonly text: string }
  | {
      readonly type: "text";
      readonly text: string;
      readonly tone?: "muted" | "problem" | "good";
    }
  | { readonly type: "list"; readonly lines: readonly string[] }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly columns: readonly string[];
      /** A line break in a cell stays one. The first cell names its row. */
      readonly rows: readonly (readonly string[])[];
    }
  /** The same link with other fields behind it; none of it is printed. */
  | {
      readonly type: "links";
      readonly label: string;
      readonly links: readonly {
        readonly label: string;
        readonly fields: Readonly<Record<string, string>>;
      }[];
    }
  | {
      readonly type: "form";
      readonly inputs: readonly PageInput[];
      readonly buttons: readonly PageButton[];
    };

export type PageInput =
  | {
      readonly type: "file";
      readonly id: string;
      readonly label: string;
      readonly hint: string;
      /** Endings of the files that are shown to choose from: `.ics,.csv`. */
      readonly accept: string;
      readonly problem?: string;
    }
  | {
      readonly type: "text";
      readonly id: string;
      readonly label: string;
      readonly hint?: string;
      readonly value?: string;
      readonly problem?: string;
    }
  | {
      readonly type: "choice";
      readonly id: string;
      readonly label: string;
      readonly hint?: string;
      readonly value: string;
      readonly options: readonly Option[];
    }
  /** Comes back as it is, and is not shown. */
  | { readonly type: "kept"; readonly id: string; readonly value: string };

/** Its id is filled in with "yes" when it was the one that was pressed. */
export interface PageButton {
  readonly id: string;
  readonly label: string;
  readonly primary?: true;
}

/** The server of the pages, as the core sees it. */
export interface Pages {
  /** Takes visits from now on, of links that were signed with `secret`. */
  start(core: {
    readonly secret: Buffer;
    readonly visit: (visit: PageVisit) => Promise<PageAnswer>;
  }): Promise<void>;
  stop(): Promise<void>;
}
