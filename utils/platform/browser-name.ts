/**
 * Which browser this package is built for. Without it the welcome page and the popup would describe the
 * other browser's toolbar and question.
 */
export const browserName: 'chrome' | 'firefox' =
  import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
