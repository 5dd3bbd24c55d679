import { render } from 'preact';
import { browser } from 'wxt/browser';
import { CLINICS, originsOf } from '../../utils/clinics/index.ts';
import { readWords } from '../../utils/languages/read-words.ts';
import { ask } from '../../utils/messages/runtime.ts';
import { browserName } from '../../utils/platform/browser-name.ts';
import { callsUrl } from '../../utils/platform/calls-url.ts';
import { saveAsFile } from '../../utils/platform/save-as-file.ts';
import { type PageUnder, readPageUnder } from '../../utils/popup/page.ts';
import { exportJson } from '../../utils/sessions/export.ts';
import type { SessionList } from '../../utils/sessions/messages.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import { keepSetting, languageSetting } from '../../utils/settings/items.ts';
import { askForSite } from '../../utils/settings/permitted.ts';
import { PopupView } from './view.tsx';

const LOADING: PageUnder = {
  tabId: null,
  site: null,
  privateWindow: false,
  page: { kind: 'loading' },
  origins: [],
};

const root = document.getElementById('root');
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  await followTextSize(document.documentElement);
  let words = await readWords();
  let under = LOADING;
  let log: SessionList = { records: [], damaged: 0 };
  let keep = await keepSetting.read();

  const show = () => {
    document.documentElement.lang = words.language;
    render(
      <PopupView
        words={words}
        page={under.page}
        browserName={browserName}
        clinics={CLINICS}
        privateWindow={under.privateWindow}
        lastCall={log.records[0] ?? null}
        logProblem={log.problem ?? null}
        damagedCalls={log.damaged}
        keep={keep}
        onLanguage={(language) =>
          under.privateWindow
            ? languageSetting.writeForNow(language)
            : languageSetting.write(language)
        }
        onTurnOn={() => turnOn(under.site, under.origins)}
        onTurnOff={async () => {
          if (under.site) await ask<'site-off'>({ kind: 'site-off', site: under.site });
          await refresh();
        }}
        onChooseClinic={(id) => {
          const clinic = CLINICS.find((candidate) => candidate.id === id);
          const [page] = clinic?.pageOrigins ?? [];
          if (clinic && page) turnOn(page, originsOf(clinic));
        }}
        onReload={async () => {
          if (under.tabId !== null) await browser.tabs.reload(under.tabId);
          close();
        }}
        onLookBack={(id) => browser.tabs.create({ url: callsUrl(id) })}
        onExport={(id) =>
          saveAsFile(
            'eyelevel.json',
            'application/json',
            exportJson(log.records.filter((call) => call.id === id)),
          )
        }
        onForget={async (id) => {
          await ask<'session'>({ kind: 'session', message: { op: 'forget', id } });
          await refresh();
        }}
        onHelp={() => browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
        onSettings={() => browser.runtime.openOptionsPage()}
        onRelatives={() => browser.tabs.create({ url: browser.runtime.getURL('/relatives.html') })}
        onPrepare={() => browser.tabs.create({ url: browser.runtime.getURL('/prepare.html') })}
      />,
      container,
    );
  };

  /** Chromium closes the popup when the browser asks. */
  function turnOn(site: string | null, origins: readonly string[]): void {
    if (site === null || origins.length === 0) return;
    const { privateWindow: privateTab } = under;
    void askForSite({ tabId: under.tabId ?? -1, site, origins, privateTab }).then(refresh, refresh);
  }

  async function refresh(): Promise<void> {
    const list = ask<'session'>({ kind: 'session', message: { op: 'list' } });
    [under, log] = await Promise.all([readPageUnder(), list as Promise<SessionList>]);
    show();
  }

  keepSetting.onChange(async (next) => {
    keep = next;
    await refresh();
  });
  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  // Firefox leaves the popup open after its question: it shows what came of the press.
  browser.storage.session.onChanged.addListener(refresh);
  show();
  await refresh();
}
