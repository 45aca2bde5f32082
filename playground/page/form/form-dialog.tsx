/** A dialog of the bot: its text, its inputs, and what was wrong with them. */
import type { InputBlock } from "@slack/types";
import { useEffect, useMemo, useRef, type SyntheticEvent } from "react";
import type { ChannelState, PersonState, SeenForm } from "../../contract.ts";
import { BlockList } from "../blocks/block-list.tsx";
import { blocksOf, closeLabel } from "../blocks/read.ts";
import { SurfaceProvider, type Pressed } from "../blocks/surface.ts";
import { Dialog } from "../frame/dialog.tsx";
import { colleagues } from "../people.ts";
import { FieldView } from "./field-view.tsx";
import { changed, fieldOf, seenOf, type Answers, type Field, type Pool } from "./field.ts";
import { useAnswers } from "./use-answers.ts";

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

function words(lang: string) {
  if (lang.startsWith("es")) return { cancel: "Cancelar", close: "Cerrar" };
  if (lang.startsWith("fr")) return { cancel: "Annuler", close: "Fermer" };
  return { cancel: "Cancel", close: "Close" };
}

export function FormDialog(props: FormDialogProps) {
  const { form, me, people, channels, busy, refusal, onSubmit, onChange, onPress, onClose } = props;
  const { answers, type, sent } = useAnswers(form);
  const body = useRef<HTMLFormElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(answers);
  useEffect(() => {
    latest.current = answers;
  }, [answers]);
  const saving = useRef(false);
  const blocks = blocksOf(form.raw);
  const { cancel, close } = words(me.locale);

  const pool: Pool = useMemo(
    () => ({
      people: colleagues(people, me).map(({ id, name }) => ({ value: id, label: name })),
      channels: channels.map(({ id, name }) => ({ value: id, label: name })),
    }),
    [people, channels, me],
  );

  const refused = form.inputs.filter(({ problem }) => problem !== null);
  useEffect(() => {
    // Only a refused Save moves the focus; a form that is drawn anew leaves it where it is.
    if (!saving.current || busy) return;
    saving.current = false;
    body.current
      ?.querySelector<HTMLElement>("[data-problem=true] :is(input,select,textarea)")
      ?.focus();
  }, [form, busy]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );

  const tell = (fresh: Answers) => {
    if (Object.keys(fresh).length === 0) return;
    sent(fresh);
    onChange(fresh);
  };
  const settle = (field: Field) => {
    if (!field.live) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      tell(changed(form, latest.current));
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
          type(field.id, value);
        }}
        onSettled={() => {
          settle(field);
        }}
      />
    );
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    window.clearTimeout(timer.current);
    saving.current = true;
    sent(answers);
    onSubmit(answers);
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
            const { button, chosen } = pressed;
            const menu = chosen !== undefined && form.inputs.some(({ id }) => id === button);
            if (menu) tell({ ...changed(form, answers), [button]: chosen });
            else onPress(pressed, changed(form, answers));
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
                {refused.map(({ problem }) => problem).join(" ")}
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
          <div className="dialog-foot">
            <button type="button" className="button" onClick={onClose}>
              {closeLabel(form.raw) ?? (form.submit === null ? close : cancel)}
            </button>
            {form.submit !== null && (
              <button type="submit" className="button primary" aria-disabled={busy}>
                {form.submit}
              </button>
            )}
          </div>
        </form>
      </SurfaceProvider>
    </Dialog>
  );
}
