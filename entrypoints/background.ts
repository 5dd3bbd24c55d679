import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createAnswer } from '../utils/background/answer.ts';
import { moveCoaches } from '../utils/background/coaches.ts';
import { showAllPresences } from '../utils/background/icon.ts';
import { watchLiveCoaches } from '../utils/background/live-coaches.ts';
import { keepLog } from '../utils/background/log.ts';
import { isNewStart } from '../utils/background/new-start.ts';
import { registerScripts } from '../utils/background/scripts.ts';
import { onPermissionAdded, onPermissionRemoved } from '../utils/background/sites.ts';
import { watchTabs } from '../utils/background/tab-watch.ts';
import { deferUpdates } from '../utils/background/updates.ts';
import { readWords } from '../utils/languages/read-words.ts';
import { onRequest } from '../utils/messages/runtime.ts';
import { languageSetting, panelCornerSetting } from '../utils/settings/items.ts';

export default defineBackground(() => {
  const isNew = isNewStart();
  const coaches = watchLiveCoaches();
  const sessions = keepLog(isNew, coaches);
  onRequest(createAnswer({ sessions, words: readWords }));
  watchTabs(readWords);
  deferUpdates(coaches);
  languageSetting.onChange(() => showAllPresences(readWords));
  panelCornerSetting.onChange(moveCoaches);

  browser.permissions.onAdded.addListener(onPermissionAdded);
  browser.permissions.onRemoved.addListener(() => onPermissionRemoved(readWords));
  // Also what starts the background with the browser, before the first page.
  browser.runtime.onStartup.addListener(registerScripts);
  void isNew.then((yes) => (yes ? registerScripts() : undefined));
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await registerScripts();
    if (reason === 'install') await browser.tabs.create({ url: '/welcome.html' });
  });
});
