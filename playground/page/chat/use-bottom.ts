/** Keeps a list at what came last, unless the reader has scrolled up. */
import { useEffect, useRef } from "react";

const NEAR_PX = 48;

/**
 * The end of the list; but the beginning of the newest message where it does not fit, and the newest
 * reply where it stands in an older thread. Answers whether that is the end of the list.
 */
function showNewest(list: HTMLElement, id: string): boolean {
  list.scrollTop = list.scrollHeight;
  const newest = list.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
  if (newest === null) return true;
  const above = newest.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (above < 0) list.scrollTop += above;
  return above >= 0;
}

/** `place` is the conversation, `newest` the id of the message that came last. */
export function useBottom(place: string, newest: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);

  useEffect(() => {
    const element = scroller.current;
    if (element !== null) following.current = showNewest(element, newest);
  }, [place, newest]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    const left = element.scrollHeight - element.clientHeight - element.scrollTop;
    following.current = left < NEAR_PX;
  };
  return { scroller, onScroll };
}
