/** Keeps a list at its newest entry, unless the reader has scrolled up or it is taller than the list. */
import { useEffect, useRef } from "react";

const NEAR_PX = 48;

/** The end of the list, or the beginning of its last entry when that does not fit. */
function showNewest(list: HTMLElement): boolean {
  const last = list.querySelector<HTMLElement>(".message-list > li:last-child > article");
  const fits = last === null || last.offsetHeight <= list.clientHeight;
  if (fits) list.scrollTop = list.scrollHeight;
  else list.scrollTop += last.getBoundingClientRect().top - list.getBoundingClientRect().top;
  return fits;
}

export function useBottom(newest: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    following.current = showNewest(element);
  }, [newest]);

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
