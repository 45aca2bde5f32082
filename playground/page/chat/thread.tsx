/** The replies under a message, opened in place. */
import { useEffect, useRef } from "react";
import type { SeenMessage } from "../../contract.ts";
import { Composer } from "./composer.tsx";
import { Message, type MessageContext } from "./message.tsx";

export type Fold = "shut" | "open" | "replying";

interface ThreadProps {
  readonly title: string;
  readonly replies: readonly SeenMessage[];
  readonly fold: Fold;
  readonly onFold: (fold: Fold) => void;
  readonly context: MessageContext;
  readonly fresh: ReadonlySet<string>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
}

export function Thread(props: ThreadProps) {
  const { title, replies, fold, onFold, context, fresh, text, onText, onSend } = props;
  const box = useRef<HTMLDivElement>(null);
  const open = fold !== "shut";
  const replying = fold === "replying" || (open && text !== "");
  const count = replies.length === 1 ? "1 reply" : `${replies.length} replies`;

  useEffect(() => {
    if (fold === "replying") box.current?.querySelector("textarea")?.focus();
  }, [fold]);

  return (
    <div className="thread" ref={box}>
      {replies.length > 0 && (
        <button
          type="button"
          className="thread-toggle"
          aria-expanded={open}
          onClick={() => {
            onFold(open ? "shut" : "open");
          }}
        >
          <span aria-hidden="true">{open ? "▾" : "▸"}</span> {count}
        </button>
      )}
      {open && replies.length > 0 && (
        <ol className="thread-list" aria-label="Replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Message message={reply} context={context} fresh={fresh.has(reply.id)} />
            </li>
          ))}
        </ol>
      )}
      {open && replies.length > 0 && !replying && (
        <button
          type="button"
          className="thread-toggle"
          onClick={() => {
            onFold("replying");
          }}
        >
          Reply
        </button>
      )}
      {replying && (
        <Composer
          label={`Reply in the thread of ${title}`}
          placeholder={context.me.platform === "teams" ? "Reply" : "Reply in thread"}
          text={text}
          commands={[]}
          busy={context.busy}
          onText={onText}
          onSend={onSend}
        />
      )}
    </div>
  );
}
