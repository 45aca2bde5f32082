/** What a person has typed into a dialog and the bot has not drawn yet. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { SeenForm } from "../../contract.ts";
import { stillTyped, type Answers, type FieldValue } from "./field.ts";
import { createKept } from "./kept.ts";

/** By the dialog's id, for when somebody else sits down in between. */
const kept = createKept<Answers>();

export function useAnswers(form: SeenForm) {
  const [answers, setAnswers] = useState<Answers>(() => kept.of(form.id) ?? {});
  const drawn = useRef(form);
  const told = useRef<Answers>({});

  useEffect(() => {
    const before = drawn.current;
    drawn.current = form;
    setAnswers((typed) => stillTyped(typed, told.current, before, form));
  }, [form]);

  useEffect(() => {
    kept.keep(form.id, answers);
  }, [form.id, answers]);

  const type = useCallback((id: string, value: FieldValue) => {
    setAnswers((typed) => ({ ...typed, [id]: value }));
  }, []);
  const sent = useCallback((fresh: Answers) => {
    told.current = { ...told.current, ...fresh };
  }, []);
  return { answers, type, sent };
}
