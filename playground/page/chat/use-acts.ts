/** What one person does on the page: each act goes to the server, then the screen is read again. */
import { useCallback, useRef, useState } from "react";
import { api, type Answer } from "../api.ts";
import type { Pressed } from "../blocks/surface.ts";
import type { Answers } from "../form/field.ts";

export interface Refused {
  /** Where the act came from, so that the sentence stands there. */
  readonly at: "form" | "pane";
  readonly sentence: string;
}

export function useActs(as: string, refresh: () => void) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async (at: Refused["at"], act: () => Promise<Answer<unknown>>): Promise<boolean> => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      const answer = await act();
      running.current = false;
      setBusy(false);
      setRefused(answer.ok ? null : { at, sentence: answer.error });
      refresh();
      return answer.ok;
    },
    [refresh],
  );

  return {
    busy,
    refused,
    forget: () => {
      setRefused(null);
    },
    say: (place: string, text: string, thread: string | null) =>
      run("pane", () => api.say({ as, in: place, text, ...(thread === null ? {} : { thread }) })),
    press: (message: string, pressed: Pressed) =>
      run("pane", () => api.press({ as, message, ...pressed })),
    shortcut: (message: string, shortcut: string) =>
      run("pane", () => api.shortcut({ as, shortcut, message })),
    home: () => run("pane", () => api.home({ as })),
    submit: (form: string, answers: Answers) =>
      run("form", () => api.submit({ as, form, answers })),
    change: (form: string, answers: Answers) =>
      run("form", () => api.change({ as, form, answers })),
    close: (form: string) => run("form", () => api.close({ as, form })),
    /** What was typed goes along first: the bot may draw the dialog anew. */
    pressInForm: (form: string, pressed: Pressed, answers: Answers) =>
      run("form", async () => {
        const unsent = Object.keys(answers).length > 0;
        const told = unsent ? await api.change({ as, form, answers }) : null;
        return told?.ok === false ? told : api.press({ as, message: form, ...pressed });
      }),
  };
}
