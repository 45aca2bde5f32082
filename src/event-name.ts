/** What an event is of, in the words of whoever declared it: for logs, without free text. */

import type { ChatEvent } from "./ports.ts";

export function nameOf(event: ChatEvent): string | null {
  switch (event.type) {
    case "action":
      return event.action;
    case "form":
    case "change":
      return event.form;
    case "shortcut":
      return event.shortcut;
    case "command":
    case "said":
    case "home":
    case "person":
    case "channel":
    case "installed":
    case "uninstalled":
      return null;
  }
}
