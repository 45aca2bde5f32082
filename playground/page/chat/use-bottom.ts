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

/**
 * `place` is the conversation, `newest` the id of the message that came last. Cards are drawn a moment
 * after they came: until the reader does something, the list stays at the newest as it grows.
 */
export function useBottom(place: string, newest: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const untouched = useRef(true);
  const last = useRef(newest);

  useEffect(() => {
    const element = scroller.current;
    last.current = newest;
    untouched.current = true;
    if (element !== null) following.current = showNewest(element, newest);
  }, [place, newest]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (untouched.current) following.current = showNewest(element, last.current);
      else if (following.current) element.scrollTop = element.scrollHeight;
    });
    const touched = () => {
      untouched.current = false;
    };
    const touches = ["wheel", "pointerdown", "keydown", "focusin"] as const;
    observer.observe(element);
    if (element.lastElementChild !== null) observer.observe(element.lastElementChild);
    for (const touch of touches) element.addEventListener(touch, touched, { passive: true });
    return () => {
      observer.disconnect();
      for (const touch of touches) element.removeEventListener(touch, touched);
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
