/** One Adaptive Card on the page. Until the library is there, its words stand in for it. */
import { useEffect, useRef, useState } from "react";
import type { SeenInput, SubmitBody } from "../../contract.ts";
import { answerOf, type Place, prepared } from "./prepare.ts";

export type CardPress = (button: string, answers: SubmitBody["answers"]) => void;

interface CardViewProps {
  readonly card: unknown;
  readonly inputs: readonly SeenInput[];
  readonly place: Place;
  /** Shown while the card cannot be. */
  readonly words: string;
  readonly onPress: CardPress;
  /** The card stands there, each time it is drawn. */
  readonly onDrawn?: (card: HTMLElement) => void;
}

export function CardView({ card, inputs, place, words, onPress, onDrawn }: CardViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"coming" | "drawn" | "failed">("coming");
  const source = JSON.stringify(prepared(card, inputs, place));
  const drawn = useRef(onDrawn);
  const press = useRef<(button: string, values: Values) => void>(() => undefined);
  useEffect(() => {
    press.current = (button, values) => {
      const answers = Object.entries(values).map(([id, value]) => {
        const input = inputs.find((one) => one.id === id);
        return [id, answerOf(value, input)] as const;
      });
      onPress(button, Object.fromEntries(answers));
    };
    drawn.current = onDrawn;
  }, [inputs, onPress, onDrawn]);

  useEffect(() => {
    let current = true;
    import("./draw.ts")
      .then(({ drawCard }) => {
        if (!current) return;
        const element = drawCard(JSON.parse(source), {
          headingLevel: place === "dialog" ? 3 : 4,
          onPress: (button, values) => {
            press.current(button, values);
          },
        });
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
  }, [source, place]);

  return (
    <>
      {state !== "drawn" && <p className="card-words">{words}</p>}
      {state === "failed" && <p className="hint">The card could not be drawn.</p>}
      <div className="card" ref={box} aria-busy={state === "coming"} />
    </>
  );
}

type Values = Readonly<Record<string, string | undefined>>;
