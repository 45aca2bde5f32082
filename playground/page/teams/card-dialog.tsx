/** A dialog of Teams: a card under a title, whose own buttons send it. */
import { useRef } from "react";
import type { SeenForm, SubmitBody } from "../../contract.ts";
import { Dialog, FOCUSABLE } from "../frame/dialog.tsx";
import { cardOfForm } from "./activity.ts";
import { CardView } from "./card-view.tsx";

interface CardDialogProps {
  readonly form: SeenForm;
  readonly lang: string;
  /** The server's sentence when it refused the last step. */
  readonly refusal: string | null;
  readonly onPress: (button: string, answers: SubmitBody["answers"]) => void;
  readonly onClose: () => void;
}

const CLOSE: Readonly<Record<string, string>> = { es: "Cerrar", fr: "Fermer" };

/** A card that is drawn anew keeps the focus on what was pressed; one with problems wants answers. */
function focusIn(card: HTMLElement, pressed: string | null, wrong: boolean): void {
  const same = [...card.querySelectorAll<HTMLElement>("button")].find(
    (button) => button.getAttribute("aria-label") === pressed,
  );
  const next = wrong ? null : same;
  (next ?? card.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}

export function CardDialog({ form, lang, refusal, onPress, onClose }: CardDialogProps) {
  const card = cardOfForm(form.raw);
  const pressed = useRef<string | null>(null);
  const problems = form.inputs.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  return (
    <Dialog
      title={form.title === "" ? "Liaison" : form.title}
      lang={lang}
      closeName={CLOSE[lang] ?? "Close"}
      onClose={onClose}
    >
      <div className="dialog-body">
        {refusal !== null && (
          <p className="refusal" role="alert" lang="en">
            {refusal}
          </p>
        )}
        {problems.length > 0 && (
          <p className="visually-hidden" role="alert">
            {problems.join(" ")}
          </p>
        )}
        {card === null ? (
          <p className="words">{form.text}</p>
        ) : (
          <CardView
            card={card}
            id={form.id}
            inputs={form.inputs}
            buttons={form.buttons}
            place="dialog"
            words={form.text}
            onPress={(button, answers) => {
              pressed.current = button;
              onPress(button, answers);
            }}
            onDrawn={(drawn) => {
              focusIn(drawn, pressed.current, problems.length > 0);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
