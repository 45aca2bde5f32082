/** One message: who, when, what, and what can be done with it. */
import type { ReactNode } from "react";
import type { ChannelState, PersonState, SeenMessage } from "../../contract.ts";
import { BlockList } from "../blocks/block-list.tsx";
import { Mrkdwn } from "../blocks/mrkdwn.tsx";
import { blocksOf, plainText } from "../blocks/read.ts";
import { SurfaceProvider, type Pressed } from "../blocks/surface.ts";
import { Menu, type MenuItem } from "../frame/menu.tsx";
import { shortName } from "../people.ts";
import { TeamsContent } from "../teams/content.tsx";
import type { CardPress } from "../teams/card-view.tsx";
import { timeOf } from "../time.ts";
import { Avatar } from "./avatar.tsx";

export interface MessageContext {
  readonly me: PersonState;
  readonly people: readonly PersonState[];
  readonly channels: readonly ChannelState[];
  readonly busy: boolean;
  readonly shortcuts: readonly { readonly name: string }[];
  readonly onPress: (message: string, pressed: Pressed) => void;
  /** A button of an Adaptive Card. */
  readonly onCard: (message: string, ...pressed: Parameters<CardPress>) => void;
  readonly onShortcut: (message: string, shortcut: string) => void;
}

interface MessageProps {
  readonly message: SeenMessage;
  readonly context: MessageContext;
  readonly fresh: boolean;
  /** Offered in the message's menu; left out where threads do not exist. */
  readonly onReply?: () => void;
  readonly children?: ReactNode;
}

const NOT_PEOPLE: Readonly<Record<string, string>> = { bot: "Liaison", slackbot: "Slackbot" };

/** The bot writes to one person in that person's language; in a channel it is the school's. */
function languageOf(message: SeenMessage, { me, people }: MessageContext): string | undefined {
  if (message.from === "bot") return message.to === null ? undefined : me.locale;
  return people.find(({ id }) => id === message.from)?.locale;
}

function Content({
  message,
  context,
}: {
  readonly message: SeenMessage;
  readonly context: MessageContext;
}) {
  if (context.me.platform === "teams") {
    const press: CardPress = (button, answers) => {
      context.onCard(message.id, button, answers);
    };
    return <TeamsContent message={message} onPress={press} />;
  }
  const blocks = blocksOf(message.raw);
  if (blocks.length > 0) return <BlockList blocks={blocks} headings="h4" />;
  return <Mrkdwn text={plainText(message.raw) ?? message.text} />;
}

export function Message({ message, context, fresh, onReply, children }: MessageProps) {
  const { me, people, channels, busy, shortcuts, onPress, onShortcut } = context;
  const sender = people.find(({ id }) => id === message.from);
  const name = NOT_PEOPLE[message.from] ?? shortName(sender?.name ?? message.from);
  const lang = languageOf(message, context);
  const time = timeOf(message.at, me.zone);
  const items: readonly MenuItem[] = message.private
    ? []
    : [
        ...(onReply === undefined
          ? []
          : [{ id: "reply", label: me.platform === "teams" ? "Reply" : "Reply in thread" }]),
        ...shortcuts.map((shortcut) => ({ id: shortcut.name, label: shortcut.name })),
      ];
  return (
    <article
      className="message"
      data-private={message.private}
      data-mine={message.from === me.id}
      data-fresh={fresh}
      data-message={message.id}
      aria-label={`${name}, ${time}`}
      tabIndex={-1}
    >
      <Avatar id={message.from} name={sender?.name ?? name} />
      <div className="message-body">
        {message.private && <p className="private-note">Only visible to you</p>}
        <header className="message-head">
          <strong>{name}</strong>
          {message.from in NOT_PEOPLE && <span className="badge">app</span>}
          <time dateTime={message.at}>{time}</time>
          {message.edited !== null && <span className="edited">edited</span>}
        </header>
        <div lang={lang} dir="auto">
          <SurfaceProvider
            value={{
              lang: lang ?? "en",
              people,
              channels,
              busy,
              press: (pressed) => {
                onPress(message.id, pressed);
              },
            }}
          >
            <Content message={message} context={context} />
          </SurfaceProvider>
        </div>
        {children}
      </div>
      {items.length > 0 && (
        <div className="message-tools">
          <Menu
            className="icon"
            label={<span aria-hidden="true">⋯</span>}
            name={`Message actions: ${name}, ${time}`}
            items={items}
            onChoose={(id) => {
              if (id === "reply") onReply?.();
              else onShortcut(message.id, id);
            }}
          />
        </div>
      )}
    </article>
  );
}
