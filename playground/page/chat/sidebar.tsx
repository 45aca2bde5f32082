/** Where a person can go: the conversation with the bot, its home on Slack, the channels. */
import type { Screen } from "../../contract.ts";
import { conversations, unreadCount } from "../unread.ts";

interface SidebarProps {
  /** Tells the panes apart when both are the same person's. */
  readonly side: string;
  readonly screen: Screen;
  readonly place: string;
  readonly read: ReadonlySet<string>;
  readonly onGo: (place: string) => void;
}

interface EntryProps {
  readonly sign: string;
  readonly label: string;
  readonly unread: number;
  readonly current: boolean;
  readonly place: string;
  readonly onGo: () => void;
}

function Entry({ sign, label, unread, current, place, onGo }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        className="entry"
        aria-current={current ? "page" : undefined}
        data-unread={unread > 0}
        data-place={place}
        onClick={onGo}
      >
        <span className="entry-sign" aria-hidden="true">
          {sign}
        </span>
        <span className="entry-label">{label}</span>
        {unread > 0 && (
          <span className="count">
            {unread}
            <span className="visually-hidden"> new</span>
          </span>
        )}
      </button>
    </li>
  );
}

export function Sidebar({ side, screen, place, read, onGo }: SidebarProps) {
  const counts = new Map(
    conversations(screen).map(({ place: id, messages }) => [
      id,
      unreadCount(messages, read, screen.me.id),
    ]),
  );
  const teams = screen.me.platform === "teams";
  const entry = (id: string, sign: string, label: string) => (
    <Entry
      key={id}
      place={id}
      sign={sign}
      label={label}
      unread={counts.get(id) ?? 0}
      current={place === id}
      onGo={() => {
        onGo(id);
      }}
    />
  );
  return (
    <nav className="sidebar" aria-label={`Conversations of ${screen.me.name} (${side})`}>
      <h2>{teams ? "Chat" : "Apps"}</h2>
      <ul>
        {!teams && entry("home", "⌂", "Home")}
        {entry("dm", "✉", "Liaison")}
      </ul>
      {screen.channels.length > 0 && (
        <>
          <h2>{teams ? "Teams and channels" : "Channels"}</h2>
          <ul>{screen.channels.map(({ id, name }) => entry(id, teams ? "▤" : "#", name))}</ul>
        </>
      )}
    </nav>
  );
}
