import { useEffect } from "preact/hooks";
import type { RefObject } from "preact";

/**
 * Tell when a part of the page comes into sight or leaves it, a little before it does.
 * @param place - The part.
 * @param away - Whether it is not drawn at all.
 * @param tell - What is told.
 */
export function useSeen(place: RefObject<HTMLElement | null>, away: boolean, tell: (seen: boolean) => void): void {
  useEffect(() => {
    if (place.current === null) return;
    const watcher = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        tell(isIntersecting);
      },
      { rootMargin: "150px" },
    );
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
    };
  }, [away]);
}
