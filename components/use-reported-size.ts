import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Large text makes the panel taller before it makes it wider: a wider one finds no place beside a face. */
const WIDTH_AT_MOST_PX = 400;

/**
 * Tells how large the panel wants to be, at the start and whenever it changes: `widthRem` in CSS px at
 * the reader's text size, and the height of its content at the width it has now. The width is not
 * measured, since the iframe's own width would answer. After each render it is measured at once: an observer
 * waits for the next painted frame, which on a busy computer comes seconds later, and the tip is cut off so long.
 */
export function useReportedSize(
  ref: RefObject<HTMLElement | null>,
  widthRem: number,
  onSize: (widthPx: number, heightPx: number) => void,
): void {
  const reported = useRef('');
  const report = useRef(() => {});
  report.current = () => {
    if (!ref.current) return;
    const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const widthPx = Math.min(Math.ceil(widthRem * remPx), WIDTH_AT_MOST_PX);
    const heightPx = Math.ceil(ref.current.getBoundingClientRect().height);
    const size = `${widthPx} ${heightPx}`;
    if (size === reported.current) return;
    reported.current = size;
    onSize(widthPx, heightPx);
  };
  useLayoutEffect(() => report.current());
  // What changes without a render: the reader's text size, a disclosure that is opened, the iframe's width.
  useLayoutEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(() => report.current());
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
}
