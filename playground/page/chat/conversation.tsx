/** The messages of one channel or direct conversation, with their threads in place. */
import { useState, type ReactNode } from "react";
import type { SeenMessage } from "../../contract.ts";
import { dateOf, dayOf } from "../time.ts";
import { Mark } from "./avatar.tsx";
import type { Command } from "./commands.ts";
import { Composer } from "./composer.tsx";
import { Message, type MessageContext } from "./message.tsx";
import { Thread, type Fold } from "./thread.tsx";
import { useBottom } from "./use-bottom.ts";

export interface Drafts {
  /** `thread` is the message it hangs on, or null for the conversation itself. */
  readonly get: (thread: string | null) => string;
  readonly set: (thread: string | null, text: string) => void;
}

/** What the platform itself writes around a conversation. */
export interface Wording {
  readonly placeholder: string;
  readonly quiet: string;
  readonly start: ReactNode;
}

interface ConversationProps {
  readonly side: string;
  readonly title: string;
  readonly about: string;
  readonly place: string;
  readonly messages: readonly SeenMessage[];
  readonly fresh: ReadonlySet<string>;
  readonly context: MessageContext;
  readonly commands: readonly Command[];
  readonly wording: Wording;
  /** Whether messages can be replied to below them. */
  readonly threads: boolean;
  readonly tools?: ReactNode;
  readonly drafts: Drafts;
  readonly onSend: (thread: string | null) => void;
}

/** What stands in a conversation before anybody has said anything. */
function Quiet({ bot, wording }: { readonly bot: boolean; readonly wording: Wording }) {
  return (
    <div className="quiet">
      <Mark />
      <p className="quiet-title">{bot ? "Only you and Liaison read this" : "Quiet so far"}</p>
      <p>
        {bot
          ? wording.quiet
          : "Liaison remembers what the library and IT promise each other. Say what you want to reach, and it takes it from there."}
      </p>
      <p>{wording.start}</p>
    </div>
  );
}

/** Threads up to this long stand open until somebody folds them. */
const SHORT_THREAD = 12;

export function Conversation(props: ConversationProps) {
  const { title, about, place, messages, fresh, context, commands, drafts, onSend } = props;
  const { side, wording, threads, tools } = props;
  const { zone } = context.me;
  const [folds, setFolds] = useState<Readonly<Record<string, Fold>>>({});
  const { scroller, onScroll } = useBottom(place, messages.at(-1)?.id ?? "");
  const roots = messages.filter(
    ({ thread }) => thread === null || !messages.some(({ id }) => id === thread),
  );
  const fold = (id: string, next: Fold) => {
    setFolds({ ...folds, [id]: next });
  };

  return (
    <div className="conversation" data-chat={place.endsWith(" dm") ? "dm" : "channel"}>
      <header className="conversation-head">
        <h2>{title}</h2>
        <p>{about}</p>
      </header>
      <div
        className="messages"
        ref={scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={`Messages in ${title}, as ${context.me.name} sees them (${side})`}
      >
        {roots.length === 0 && <Quiet bot={place.endsWith(" dm")} wording={wording} />}
        <ol className="message-list">
          {roots.map((message, index) => {
            const replies = messages.filter(({ thread }) => thread === message.id);
            const short = replies.length > 0 && replies.length <= SHORT_THREAD;
            const before = roots[index - 1];
            const newDay =
              before === undefined || dateOf(before.at, zone) !== dateOf(message.at, zone);
            return (
              <li key={message.id}>
                {newDay && <h3 className="day">{dayOf(message.at, zone)}</h3>}
                <Message
                  message={message}
                  context={context}
                  fresh={fresh.has(message.id)}
                  {...(threads
                    ? {
                        onReply: () => {
                          fold(message.id, "replying");
                        },
                      }
                    : {})}
                >
                  <Thread
                    title={title}
                    replies={replies}
                    fold={folds[message.id] ?? (short ? "open" : "shut")}
                    onFold={(next) => {
                      fold(message.id, next);
                    }}
                    context={context}
                    fresh={fresh}
                    text={drafts.get(message.id)}
                    onText={(text) => {
                      drafts.set(message.id, text);
                    }}
                    onSend={() => {
                      onSend(message.id);
                    }}
                  />
                </Message>
              </li>
            );
          })}
        </ol>
      </div>
      <Composer
        label={`Message to ${title}`}
        placeholder={wording.placeholder}
        text={drafts.get(null)}
        commands={commands}
        busy={context.busy}
        tools={tools}
        onText={(text) => {
          drafts.set(null, text);
        }}
        onSend={() => {
          onSend(null);
        }}
      />
    </div>
  );
}
