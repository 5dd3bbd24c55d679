import type { ConfigEnv, UserManifest } from 'wxt';

/**
 * The manifest, for both browsers. Permissions are compared with the last release by a guard
 * (docs/releases/permissions.json): one added here fails the tests until someone says so there.
 */
export function manifest({ browser }: ConfigEnv): UserManifest {
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
    // Nothing on any site until the person turns it on there; http only where browsers give a camera.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: { extension_pages: CSP },
    action: { default_title: '__MSG_iconIdle__' },
    commands: {
      // Not E: in Firefox on Linux it opens the Edit menu.
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
    },
    web_accessible_resources: [{ resources: ['coach.html'], matches: ['*://*/*'] }],
    ...(browser === 'firefox' ? FIREFOX : CHROME),
  } as UserManifest;
}

/** wasm needs 'wasm-unsafe-eval'; the coach is framed by call pages, so no frame-ancestors. */
const CSP = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const CHROME = {
  minimum_chrome_version: '116',
  // Without these the worker dies silently on call pages that ask for COEP (docs/adr/0001).
  cross_origin_embedder_policy: { value: 'require-corp' },
  cross_origin_opener_policy: { value: 'same-origin' },
};

const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'eyelevel@eyelevel.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};
