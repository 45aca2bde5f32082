/** A dialog of the bot: its text, its inputs, and what was wrong with them. */
import type { InputBlock } from "@slack/types";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import type { ChannelState, PersonState, SeenForm } from "../../contract.ts";
import { BlockList } from "../blocks/block-list.tsx";
import { blocksOf, closeLabel } from "../blocks/read.ts";
import { SurfaceProvider, type Pressed } from "../blocks/surface.ts";
import { Dialog } from "../frame/dialog.tsx";
import { colleagues } from "../people.ts";
import { FieldView } from "./field-view.tsx";
import { changed, fieldOf, seenOf, type Answers, type Field, type Pool } from "./field.ts";

interface FormDialogProps {
  readonly form: SeenForm;
  readonly me: PersonState;
  readonly people: readonly PersonState[];
  readonly channels: readonly ChannelState[];
  readonly busy: boolean;
  /** The server's sentence when it refused the last step. */
  readonly refusal: string | null;
  readonly onSubmit: (answers: Answers) => void;
  readonly onChange: (answers: Answers) => void;
  readonly onPress: (pressed: Pressed, answers: Answers) => void;
  readonly onClose: () => void;
}

const LIVE_DELAY_MS = 350;

/** Answers as typed so far. What the bot itself changes in an input replaces what stood there. */
function useAnswers(form: SeenForm) {
  const [answers, setAnswers] = useState<Answers>({});
  const drawn = useRef(form);
  useEffect(() => {
    const before = drawn.current;
    drawn.current = form;
    if (before.id !== form.id) {
      setAnswers({});
      return;
    }
    setAnswers((typed) =>
      Object.fromEntries(
        Object.entries(typed).filter(([id]) => {
          const was = before.inputs.find((input) => input.id === id);
          const is = form.inputs.find((input) => input.id === id);
          return is !== undefined && JSON.stringify(was?.value) === JSON.stringify(is.value);
        }),
      ),
    );
  }, [form]);
  return [answers, setAnswers] as const;
}

function words(lang: string) {
  if (lang.startsWith("es")) return { cancel: "Cancelar", close: "Cerrar" };
  if (lang.startsWith("fr")) return { cancel: "Annuler", close: "Fermer" };
  return { cancel: "Cancel", close: "Close" };
}

export function FormDialog(props: FormDialogProps) {
  const { form, me, people, channels, busy, refusal, onSubmit, onChange, onPress, onClose } = props;
  const [answers, setAnswers] = useAnswers(form);
  const body = useRef<HTMLFormElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(answers);
  latest.current = answers;
  const blocks = blocksOf(form.raw);
  const { cancel, close } = words(me.locale);

  const pool: Pool = useMemo(
    () => ({
      people: colleagues(people, me).map(({ id, name }) => ({ value: id, label: name })),
      channels: channels.map(({ id, name }) => ({ value: id, label: name })),
    }),
    [people, channels, me],
  );

  const refused = form.inputs.filter(({ problem }) => problem !== null).map(({ id }) => id);
  const refusedKey = refused.join("\n");
  useEffect(() => {
    if (refusedKey === "") return;
    body.current
      ?.querySelector<HTMLElement>("[data-problem=true] :is(input,select,textarea)")
      ?.focus();
  }, [refusedKey, form]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );

  const settle = (field: Field) => {
    if (!field.live) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const fresh = changed(form, latest.current);
      if (Object.keys(fresh).length > 0) onChange(fresh);
    }, LIVE_DELAY_MS);
  };

  const draw = (seen: SeenForm["inputs"][number], block: InputBlock | null) => {
    const field = fieldOf(seen, block, pool);
    return (
      <FieldView
        key={field.id}
        field={field}
        lang={me.locale}
        value={answers[field.id] === undefined ? field.value : (answers[field.id] ?? null)}
        onChange={(value) => {
          setAnswers((typed) => ({ ...typed, [field.id]: value }));
        }}
        onSettled={() => {
          settle(field);
        }}
      />
    );
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    window.clearTimeout(timer.current);
    if (!busy) onSubmit(answers);
  };

  return (
    <Dialog title={form.title} lang={me.locale} closeName={close} onClose={onClose}>
      <SurfaceProvider
        value={{
          lang: me.locale,
          people,
          channels,
          busy,
          press: (pressed) => {
            onPress(pressed, changed(form, answers));
          },
        }}
      >
        <form className="dialog-form" ref={body} onSubmit={submit} noValidate>
          <div className="dialog-body">
            {refusal !== null && (
              <p className="refusal" role="alert" lang="en">
                {refusal}
              </p>
            )}
            {refused.length > 0 && (
              <p className="visually-hidden" role="alert">
                {form.inputs.map(({ problem }) => problem).join(" ")}
              </p>
            )}
            {blocks.length === 0 && <p className="mrkdwn">{form.text}</p>}
            <BlockList
              headings="h3"
              blocks={blocks}
              input={(block) => {
                const seen = seenOf(form, block);
                return seen === undefined ? null : draw(seen, block);
              }}
            />
            {blocks.length === 0 && form.inputs.map((seen) => draw(seen, null))}
          </div>
          <footer className="dialog-foot">
            <button type="button" className="button" onClick={onClose}>
              {closeLabel(form.raw) ?? (form.submit === null ? close : cancel)}
            </button>
            {form.submit !== null && (
              <button type="submit" className="button primary" aria-disabled={busy}>
                {form.submit}
              </button>
            )}
          </footer>
        </form>
      </SurfaceProvider>
    </Dialog>
  );
}
