/**
 * Without this a full-screen element, or a dialog that was opened later, lies over the panel: the top
 * layer is ordered by time. Showing the popover again puts it on top. In browsers that refuse (an element
 * that is not connected) it stays a fixed box, which its own style sees to.
 */
export function raise(element: HTMLElement): void {
  try {
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  } catch {
    // It stays where it is.
  }
}
