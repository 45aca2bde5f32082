/** The frame of everything that must be answered first: forms of the bot and questions of the page. */
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";

interface DialogProps {
  readonly title: string;
  readonly lang?: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly closeName?: string;
  readonly size?: "form" | "question";
}

export const FOCUSABLE =
  "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])";

const focusable = (frame: HTMLElement) => [...frame.querySelectorAll<HTMLElement>(FOCUSABLE)];

export function Dialog(props: DialogProps) {
  const { title, lang, children, onClose, closeName = "Close", size = "form" } = props;
  const frame = useRef<HTMLDivElement>(null);
  const heading = useId();

  useEffect(() => {
    const before = document.activeElement;
    const body = frame.current?.querySelector<HTMLElement>(".dialog-body");
    const first = body?.querySelector<HTMLElement>(FOCUSABLE) ?? frame.current;
    first?.focus();
    return () => {
      // What opened the dialog may be gone by now; then the browser decides.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
      return;
    }
    const current = frame.current;
    if (event.key !== "Tab" || current === null) return;
    const stops = focusable(current);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge || document.activeElement === current) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }
  };

  return (
    <div className="veil">
      <div
        ref={frame}
        className={`dialog dialog-${size}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        tabIndex={-1}
        lang={lang}
        onKeyDown={onKeyDown}
      >
        <div className="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" className="icon" aria-label={closeName} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        {children}
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly confirm: string;
  readonly deny: string;
  readonly danger?: boolean;
  readonly lang?: string;
  readonly onAnswer: (yes: boolean) => void;
}

/** Asks once more before something that cannot be taken back; it stands above the whole page. */
export function Question(props: QuestionProps) {
  const { title, text, confirm, deny, danger = false, lang, onAnswer } = props;
  return createPortal(
    <Dialog
      title={title}
      size="question"
      closeName={deny}
      {...(lang === undefined ? {} : { lang })}
      onClose={() => {
        onAnswer(false);
      }}
    >
      <div className="dialog-body">{text}</div>
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            onAnswer(false);
          }}
        >
          {deny}
        </button>
        <button
          type="button"
          className={danger ? "button danger" : "button primary"}
          onClick={() => {
            onAnswer(true);
          }}
        >
          {confirm}
        </button>
      </div>
    </Dialog>,
    document.body,
  );
}
