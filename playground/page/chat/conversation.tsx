/** The messages of one channel or direct conversation, with their threads in place. */
import { useEffect, useRef, useState } from "react";
import type { SeenMessage } from "../../contract.ts";
import { dateOf, dayOf } from "../time.ts";
import type { Command } from "./commands.ts";
import { Composer } from "./composer.tsx";
import { Message, type MessageContext } from "./message.tsx";

export interface Drafts {
  /** `thread` is the message it hangs on, or null for the conversation itself. */
  readonly get: (thread: string | null) => string;
  readonly set: (thread: string | null, text: string) => void;
}

interface ConversationProps {
  readonly title: string;
  readonly about: string;
  readonly place: string;
  readonly messages: readonly SeenMessage[];
  readonly fresh: ReadonlySet<string>;
  readonly context: MessageContext;
  readonly commands: readonly Command[];
  readonly drafts: Drafts;
  readonly onSend: (thread: string | null) => void;
}

/** Threads up to this long stand open until somebody folds them. */
const SHORT_THREAD = 4;

function Thread({
  root,
  replies,
  open,
  onToggle,
  props,
}: {
  readonly root: SeenMessage;
  readonly replies: readonly SeenMessage[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly props: ConversationProps;
}) {
  const { context, fresh, drafts, onSend } = props;
  const count = replies.length === 1 ? "1 reply" : `${replies.length} replies`;
  return (
    <div className="thread">
      {replies.length > 0 && (
        <button type="button" className="thread-toggle" aria-expanded={open} onClick={onToggle}>
          <span aria-hidden="true">{open ? "▾" : "▸"}</span> {count}
        </button>
      )}
      {open && (
        <>
          <ol className="thread-list" aria-label="Replies">
            {replies.map((reply) => (
              <li key={reply.id}>
                <Message message={reply} context={context} fresh={fresh.has(reply.id)} />
              </li>
            ))}
          </ol>
          <Composer
            label={`Reply in the thread of ${props.title}`}
            placeholder="Reply in thread"
            text={drafts.get(root.id)}
            commands={[]}
            busy={context.busy}
            onText={(text) => {
              drafts.set(root.id, text);
            }}
            onSend={() => {
              onSend(root.id);
            }}
          />
        </>
      )}
    </div>
  );
}

export function Conversation(props: ConversationProps) {
  const { title, about, place, messages, fresh, context, commands, drafts, onSend } = props;
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  const scroller = useRef<HTMLDivElement>(null);
  const roots = messages.filter(
    ({ thread }) => thread === null || !messages.some(({ id }) => id === thread),
  );

  const newest = messages.at(-1)?.id;
  useEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [place, newest, messages.length]);

  return (
    <section className="conversation" aria-label={title}>
      <header className="conversation-head">
        <h2>{title}</h2>
        <p>{about}</p>
      </header>
      <div className="messages" ref={scroller} tabIndex={0} role="region" aria-label="Messages">
        {roots.length === 0 && (
          <p className="empty">Nothing here yet. Type below, or press / for the commands.</p>
        )}
        <ol className="message-list">
          {roots.map((message, index) => {
            const replies = messages.filter(({ thread }) => thread === message.id);
            const open =
              toggled[message.id] ?? (replies.length > 0 && replies.length <= SHORT_THREAD);
            const before = roots[index - 1];
            const newDay = before === undefined || dateOf(before.at) !== dateOf(message.at);
            return (
              <li key={message.id}>
                {newDay && <h3 className="day">{dayOf(message.at)}</h3>}
                <Message
                  message={message}
                  context={context}
                  fresh={fresh.has(message.id)}
                  onReply={() => {
                    setToggled({ ...toggled, [message.id]: true });
                  }}
                >
                  <Thread
                    root={message}
                    replies={replies}
                    open={open}
                    onToggle={() => {
                      setToggled({ ...toggled, [message.id]: !open });
                    }}
                    props={props}
                  />
                </Message>
              </li>
            );
          })}
        </ol>
      </div>
      <Composer
        label={`Message to ${title}`}
        placeholder={`Message ${title}, or / for commands`}
        text={drafts.get(null)}
        commands={commands}
        busy={context.busy}
        onText={(text) => {
          drafts.set(null, text);
        }}
        onSend={() => {
          onSend(null);
        }}
      />
    </section>
  );
}
