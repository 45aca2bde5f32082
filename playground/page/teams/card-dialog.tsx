/** A dialog of Teams: a card under a title, whose own buttons send it. */
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

export function CardDialog({ form, lang, refusal, onPress, onClose }: CardDialogProps) {
  const card = cardOfForm(form.raw);
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
            inputs={form.inputs}
            place="dialog"
            words={form.text}
            onPress={onPress}
            onDrawn={(drawn) => {
              drawn.querySelector<HTMLElement>(FOCUSABLE)?.focus();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
