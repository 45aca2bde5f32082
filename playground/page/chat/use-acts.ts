/** What one person does on the page: each act goes to the server, then the screen is read again. */
import { useCallback, useRef, useState } from "react";
import type { Seen, SubmitBody } from "../../contract.ts";
import { api, UNREACHABLE, type Answer } from "../api.ts";
import type { Pressed } from "../blocks/surface.ts";
import type { Answers } from "../form/field.ts";

export interface Told {
  /** Where the act came from, so that the sentence stands there. */
  readonly at: "form" | "pane";
  readonly sentence: string;
  /** A refusal of the server, or a notice of the platform such as "the app did not answer". */
  readonly refused: boolean;
}

export function useActs(as: string, refresh: () => void) {
  const [waiting, setWaiting] = useState(0);
  const [told, setTold] = useState<Told | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  /** One act after the other: a form that was changed and then saved is saved as changed. */
  const run = useCallback(
    (at: Told["at"], act: () => Promise<Answer<Seen>>): Promise<boolean> => {
      setWaiting((count) => count + 1);
      const done = queue.current.then(async () => {
        const answer = await act();
        setWaiting((count) => count - 1);
        const sentence = answer.ok ? answer.value.notice : answer.error;
        setTold(sentence === undefined ? null : { at, sentence, refused: !answer.ok });
        refresh();
        return answer.ok;
      });
      queue.current = done;
      return done;
    },
    [refresh],
  );

  return {
    busy: waiting > 0,
    told,
    forget: () => {
      setTold(null);
    },
    /** The playground answers again; whatever else was said still stands. */
    forgetSilence: useCallback(() => {
      setTold((last) => (last?.sentence === UNREACHABLE ? null : last));
    }, []),
    /** On Teams a new post means the bot only when it names it. */
    say: (place: string, text: string, thread: string | null) =>
      run("pane", () =>
        api.say({ as, in: place, text, mention: false, ...(thread === null ? {} : { thread }) }),
      ),
    press: (message: string, { button, value }: Pressed) =>
      run("pane", () =>
        api.press({ as, message, button, ...(value === undefined ? {} : { value }) }),
      ),
    shortcut: (message: string, shortcut: string) =>
      run("pane", () => api.shortcut({ as, shortcut, message })),
    extension: (place: string, shortcut: string) =>
      run("pane", () => api.shortcut({ as, shortcut, in: place })),
    /** A button of a card, together with what was filled in beside it. */
    pressCard: (at: Told["at"], message: string, button: string, answers: SubmitBody["answers"]) =>
      run(at, () => api.press({ as, message, button, answers })),
    install: (installed: boolean) => run("pane", () => api.install({ as, installed })),
    home: () => run("pane", () => api.home({ as })),
    submit: (form: string, answers: Answers) =>
      run("form", () => api.submit({ as, form, answers })),
    change: (form: string, answers: Answers) =>
      run("form", () => api.change({ as, form, answers })),
    close: (form: string) => run("form", () => api.close({ as, form })),
    /** What was typed goes along first: the bot may draw the dialog anew. */
    pressInForm: (form: string, { button, value }: Pressed, answers: Answers) =>
      run("form", async () => {
        const unsent = Object.keys(answers).length > 0;
        const known = unsent ? await api.change({ as, form, answers }) : null;
        if (known?.ok === false) return known;
        return api.press({ as, message: form, button, ...(value === undefined ? {} : { value }) });
      }),
  };
}
