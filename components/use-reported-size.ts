import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Tells how large the panel wants to be, at the start and whenever it changes: `widthRem` in CSS px at
 * the reader's text size, and the height of its content at the width it has now. The width is not
 * measured, since the iframe's own width would answer.
 */
export function useReportedSize(
  ref: RefObject<HTMLElement | null>,
  widthRem: number,
  onSize: (widthPx: number, heightPx: number) => void,
): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    let reported = '';
    const report = () => {
      const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const widthPx = Math.ceil(widthRem * remPx);
      const heightPx = Math.ceil(element.getBoundingClientRect().height);
      const size = `${widthPx} ${heightPx}`;
      if (size === reported) return;
      reported = size;
      onSize(widthPx, heightPx);
    };
    const observer = new ResizeObserver(report);
    observer.observe(element);
    report();
    return () => observer.disconnect();
  }, [ref, widthRem, onSize]);
}
