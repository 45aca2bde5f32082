/** The process that reads one calendar: waits for its text, answers with what is in it, and ends. */

import { importCalendar, type Imported, type NamedImport } from "../school-calendar/import.ts";
import { within } from "../school-calendar/within.ts";

export interface ReadingRequest {
  readonly text: string;
  readonly options: NamedImport;
}

/** Should nobody be left who stops it. */
const LONGEST_MS = 30_000;

process.once("message", ({ text, options }: ReadingRequest) => {
  let imported: Imported | undefined;
  within(LONGEST_MS, () => {
    imported = importCalendar(text, options);
  });
  if (process.connected)
    process.send?.(imported, () => {
      if (process.connected) process.disconnect();
    });
});
process.send?.("ready");
