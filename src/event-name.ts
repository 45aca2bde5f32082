import type { ChatEvent } from "./ports.ts";

/** What was pressed, submitted or chosen, by the name a feature declared; null for everything else. */
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
