/** One Adaptive Card on the page. Until the library is there, its words stand in for it. */
import { useEffect, useRef, useState } from "react";
import type { SeenButton, SeenInput, SubmitBody } from "../../contract.ts";
import { createKept } from "../form/kept.ts";
import type { Values } from "./draw.ts";
import { answerOf, type Place, prepared, withTyped } from "./prepare.ts";

export type CardPress = (button: string, answers: SubmitBody["answers"]) => void;

interface CardViewProps {
  readonly card: unknown;
  /** Which card it is, for as long as it is the same one. */
  readonly id: string;
  readonly inputs: readonly SeenInput[];
  readonly buttons: readonly SeenButton[];
  readonly place: Place;
  /** Shown while the card cannot be. */
  readonly words: string;
  readonly onPress: CardPress;
  /** The card stands there, each time it is drawn. */
  readonly onDrawn?: (card: HTMLElement) => void;
}

/** By the card, for when another conversation is looked at in between. */
const kept = createKept<Values>();

export function CardView(props: CardViewProps) {
  const { card, id, inputs, buttons, place, words, onPress, onDrawn } = props;
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"coming" | "drawn" | "failed">("coming");
  const source = JSON.stringify(prepared(card, inputs, place));
  const drawn = useRef(onDrawn);
  const known = useRef(buttons);
  const typed = useRef<() => unknown>(() => null);
  const press = useRef<(button: string, values: Values) => void>(() => undefined);
  useEffect(() => {
    press.current = (button, values) => {
      const answers = Object.entries(values).map(([id, value]) => {
        const input = inputs.find((one) => one.id === id);
        return [id, answerOf(value, input)] as const;
      });
      // What it answers may be drawn in other words than were typed.
      kept.forget(id);
      onPress(button, Object.fromEntries(answers));
    };
    drawn.current = onDrawn;
    known.current = buttons;
    typed.current = () => prepared(card, withTyped(inputs, kept.of(id)), place);
  });

  useEffect(() => {
    let current = true;
    import("./draw.ts")
      .then(({ drawCard }) => {
        if (!current) return;
        const element = drawCard(structuredClone(typed.current()), {
          headingLevel: place === "dialog" ? 3 : 4,
          onPress: (button, values) => {
            press.current(button, values);
          },
          onTyped: (values) => {
            kept.keep(id, values);
          },
        });
        nameButtons(element, known.current);
        box.current?.replaceChildren(element);
        setState("drawn");
        drawn.current?.(element);
      })
      .catch(() => {
        if (current) setState("failed");
      });
    return () => {
      current = false;
    };
  }, [source, id, place]);

  return (
    <>
      {state !== "drawn" && <p className="card-words">{words}</p>}
      {state === "failed" && <p className="hint">The card could not be drawn.</p>}
      <div className="card" ref={box} aria-busy={state === "coming"} />
    </>
  );
}

/** Lets the page find a button by what the bot calls it, as in Slack. */
function nameButtons(card: HTMLElement, buttons: readonly SeenButton[]): void {
  for (const button of card.querySelectorAll<HTMLElement>(".ac-pushButton")) {
    const label = button.getAttribute("aria-label");
    const { action } = buttons.find(({ accessibleName }) => accessibleName === label) ?? {};
    if (action !== undefined) button.dataset["action"] = action;
  }
}
