/** Where a person types: Enter sends, Shift+Enter starts a line, a slash opens the commands. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { offered, type Command } from "./commands.ts";

interface ComposerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly commands: readonly Command[];
  readonly busy: boolean;
  /** What else can be started from here. */
  readonly tools?: ReactNode;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
}

const MAX_ROWS = 6;
/** About what fits on a line; browsers that can size the field by its content do so instead. */
const ROW_CHARACTERS = 34;

function rowsFor(text: string): number {
  const rows = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / ROW_CHARACTERS)), 0);
  return Math.min(MAX_ROWS, rows);
}

export function Composer(props: ComposerProps) {
  const { label, placeholder, text, commands, busy, tools, onText, onSend } = props;
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [queued, setQueued] = useState(false);
  const sent = useRef<string | null>(null);
  const list = useId();
  const choices = dismissed === text ? [] : offered(commands, text);
  const active = choices[Math.min(at, choices.length - 1)];
  const hint = commands.find(({ name }) => text.startsWith(`${name} `))?.hint;

  const choose = (command: Command) => {
    onText(`${command.name} `);
    setAt(0);
  };
  const move = (by: number) => {
    setAt(
      (current) => (Math.min(current, choices.length - 1) + by + choices.length) % choices.length,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (active !== undefined && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (active !== undefined && event.key === "Escape") {
      event.stopPropagation();
      setDismissed(text);
    } else if (active !== undefined && (event.key === "Tab" || event.key === "Enter")) {
      if (event.shiftKey || (event.key === "Enter" && active.name === text)) {
        send(event);
        return;
      }
      event.preventDefault();
      choose(active);
    } else if (event.key === "Enter" && !event.shiftKey) {
      send(event);
    }
  };
  const send = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    sendNow();
  };
  const sendNow = () => {
    if (text.trim() === "") return;
    if (busy) {
      setQueued(text !== sent.current);
      return;
    }
    sent.current = text;
    onSend();
  };
  useEffect(() => {
    // Typed while something else was on its way; what is on its way already is not sent twice.
    if (!queued || busy) return;
    setQueued(false);
    sendNow();
  });

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        sendNow();
      }}
    >
      {choices.length > 0 && (
        <ul className="commands" id={list} role="listbox" aria-label="Commands">
          {choices.map((command) => (
            <li
              key={command.name}
              id={`${list}${command.name}`}
              role="option"
              aria-selected={command === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(command);
              }}
            >
              <strong>{command.name}</strong> <span>{command.hint}</span>
            </li>
          ))}
        </ul>
      )}
      <textarea
        className="input"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={choices.length > 0 ? list : undefined}
        aria-activedescendant={active === undefined ? undefined : `${list}${active.name}`}
        placeholder={placeholder}
        rows={rowsFor(text)}
        value={text}
        onChange={({ target }) => {
          sent.current = null;
          onText(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="send" aria-disabled={busy || text.trim() === ""}>
        Send
      </button>
      {hint !== undefined && choices.length === 0 && <p className="hint composer-hint">{hint}</p>}
      {tools}
    </form>
  );
}
