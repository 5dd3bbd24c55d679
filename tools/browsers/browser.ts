/**
 * The two browsers behind one small interface, so that one list of checks runs in both. Playwright drives
 * Chromium, puppeteer drives stock Firefox; their pages and frames look alike where we use them.
 */
export interface DrivenFrame {
  url(): string;
  evaluate<R>(script: string | (() => R)): Promise<R>;
  click(selector: string): Promise<void>;
}

export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  frames(): DrivenFrame[];
  evaluate<R>(script: string | (() => R)): Promise<R>;
  screenshot(options: { path: `${string}.png` }): Promise<unknown>;
  bringToFront(): Promise<void>;
  readonly keyboard: { press(key: 'ArrowLeft' | 'ArrowDown'): Promise<void> };
  close(): Promise<void>;
}

export interface DrivenBrowser {
  readonly kind: 'chromium' | 'firefox';
  /** A new tab; `preload` runs before the page's own scripts. */
  newTab(preload?: string): Promise<DrivenPage>;
  /** Pages of the extension that are open in a tab (welcome opens itself after install). */
  extensionPage(path: string): Promise<DrivenPage>;
  /** Addresses asked for by pages, workers and the extension since the start. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the unpacked extension; null for a browser without it. */
  readonly extension: string | null;
  /** MJPEG or Y4M file as the camera (Chromium only). */
  readonly cameraFile?: string;
  /** Extra command line switches (Chromium). */
  readonly args?: readonly string[];
  /** Extra preferences (Firefox). */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Keep this profile folder; without it a temporary one is used and removed. */
  readonly profile?: string;
  readonly headless?: boolean;
}
