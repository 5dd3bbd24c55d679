import { render } from 'preact';
import { browser } from 'wxt/browser';
import { CLINICS, originsOf } from '../../utils/clinics/index.ts';
import type { Language } from '../../utils/languages/languages.ts';
import { readWords } from '../../utils/languages/read-words.ts';
import { createReader } from '../../utils/platform/reader.ts';
import { onChoices, readChoices, writeChoices } from '../../utils/settings/chosen.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import { languageSetting, sites } from '../../utils/settings/items.ts';
import { askForSite } from '../../utils/settings/permitted.ts';
import { type ListedClinic, PARTS, type Part, RelativesView, titleOf } from './view.tsx';

const root = document.getElementById('root');
if (root) await start(root);

function openedPart(): Part {
  return PARTS.find((part) => location.hash === `#${part}`) ?? 'start';
}

async function readClinics(): Promise<readonly ListedClinic[]> {
  return Promise.all(
    CLINICS.map(async (clinic) => ({
      id: clinic.id,
      name: clinic.name,
      on: await browser.permissions.contains({ origins: originsOf(clinic) }),
    })),
  );
}

async function start(container: HTMLElement): Promise<void> {
  await followTextSize(document.documentElement);
  let words = await readWords();
  let choices = await readChoices();
  let clinics = await readClinics();
  let on = await sites.read();
  const reader = createReader();
  const privateWindow = browser.extension.inIncognitoContext;
  const writeLanguage = (language: Language) =>
    privateWindow ? languageSetting.writeForNow(language) : languageSetting.write(language);
  const open = (page: '/prepare.html' | '/by-phone.html') =>
    void browser.tabs.create({ url: browser.runtime.getURL(page) });

  const show = () => {
    const part = openedPart();
    document.documentElement.lang = words.language;
    document.title = `${words.t(titleOf(part))} – Eyelevel`;
    render(
      <RelativesView
        key={part}
        words={words}
        part={part}
        nowMs={Date.now()}
        choices={choices}
        canRead={reader.canRead(words.language)}
        clinics={clinics}
        sites={sitesByName(clinics, Object.keys(on))}
        privateWindow={privateWindow}
        onLanguage={writeLanguage}
        onChoose={(changed) => writeChoices(changed, privateWindow)}
        onApply={async ({ language, textSize, simpleMode }) => {
          await writeLanguage(language);
          await writeChoices({ textSize, simpleMode }, privateWindow);
        }}
        onClinic={(id) => {
          const clinic = CLINICS.find((candidate) => candidate.id === id);
          const [site] = clinic?.pageOrigins ?? [];
          if (!clinic || !site) return;
          const origins = originsOf(clinic);
          void askForSite({ tabId: -1, site, origins, privateTab: privateWindow });
        }}
        onCopy={(text) =>
          navigator.clipboard.writeText(text).then(
            () => true,
            () => false,
          )
        }
        onPrepare={() => open('/prepare.html')}
        onByPhone={() => open('/by-phone.html')}
        onPrint={() => print()}
      />,
      container,
    );
  };

  const refresh = async () => {
    [words, choices, clinics, on] = await Promise.all([
      readWords(),
      readChoices(),
      readClinics(),
      sites.read(),
    ]);
    show();
  };
  addEventListener('hashchange', () => {
    show();
    scrollTo(0, 0);
  });
  reader.onVoices(show);
  languageSetting.onChange(refresh);
  onChoices(refresh);
  sites.onChange(refresh);
  browser.permissions.onAdded.addListener(refresh);
  browser.permissions.onRemoved.addListener(refresh);
  show();
}

/** As a person knows them: a clinic by its name, any other site by its host. */
function sitesByName(clinics: readonly ListedClinic[], origins: readonly string[]): string[] {
  const listed = new Set(CLINICS.flatMap(({ pageOrigins }) => pageOrigins));
  const names = origins
    .filter((origin) => !listed.has(origin))
    .map((origin) => new URL(origin).host);
  return [...clinics.filter(({ on }) => on).map(({ name }) => name), ...names];
}
