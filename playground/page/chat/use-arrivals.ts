/** Tells what is new on a screen: for the unread marks, and aloud for those who do not see them. */
import { useEffect, useRef, useState } from "react";
import type { Screen, SeenMessage } from "../../contract.ts";
import { shortName } from "../people.ts";
import { arrived, conversations, idsOn } from "../unread.ts";

const SPOKEN_CHARACTERS = 240;

function spoken(message: SeenMessage, screen: Screen, names: ReadonlyMap<string, string>): string {
  const channel = screen.channels.find(({ id }) => id === message.channel)?.name;
  const from = message.from === "bot" ? "Liaison" : shortName(names.get(message.from) ?? "");
  const where = channel === undefined ? "" : ` in ${channel}`;
  return `${from}${where}: ${message.text.slice(0, SPOKEN_CHARACTERS)}`;
}

export interface Arrivals {
  readonly read: ReadonlySet<string>;
  /** Ids that came since the page first saw this person's screen. */
  readonly fresh: ReadonlySet<string>;
  readonly announcement: string;
}

export function useArrivals(
  screen: Screen | null,
  place: string,
  names: ReadonlyMap<string, string>,
): Arrivals {
  const known = useRef(new Map<string, ReadonlySet<string>>());
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [announcement, setAnnouncement] = useState("");

  useEffect(() => {
    if (screen === null) return;
    const before = known.current.get(screen.me.id);
    const now = idsOn(screen);
    known.current.set(screen.me.id, now);
    if (before === undefined) {
      // What stood there when the page opened is not news.
      setRead((marks) => new Set([...marks, ...now]));
      return;
    }
    const news = arrived(before, screen);
    if (news.length === 0) return;
    setFresh(new Set(news.map(({ id }) => id)));
    setAnnouncement(news.map((message) => spoken(message, screen, names)).join(". "));
  }, [screen, names]);

  useEffect(() => {
    const here = screen && conversations(screen).find((entry) => entry.place === place);
    if (!here) return;
    setRead((marks) => {
      const unseen = here.messages.filter(({ id }) => !marks.has(id));
      return unseen.length === 0 ? marks : new Set([...marks, ...unseen.map(({ id }) => id)]);
    });
  }, [screen, place]);

  return { read, fresh, announcement };
}
