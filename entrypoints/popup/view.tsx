import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { type BrowserName, PermissionExplainer } from '../../components/permission-explainer.tsx';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { SessionList } from '../../components/session-list.tsx';
import type { Language } from '../../utils/languages/languages.ts';
import type { Words } from '../../utils/languages/words.ts';
import type { PopupPage } from '../../utils/popup/popup-page.ts';
import type { Keep, StoreProblem } from '../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';

export type { BrowserName, PopupPage };

export interface PopupViewProps {
  readonly words: Words;
  readonly page: PopupPage;
  readonly browserName: BrowserName;
  /** Clinics to choose from where the page under the popup is none; empty: the choice is not shown. */
  readonly clinics: readonly { readonly id: string; readonly name: string }[];
  readonly privateWindow: boolean;
  readonly lastCall: SessionRecord | null;
  readonly logProblem: StoreProblem | null;
  readonly damagedCalls: number;
  readonly keep: Keep;
  readonly onLanguage: (language: Language) => void;
  /** Turn on here, and the same for a missing permission: must ask the browser within this press. */
  readonly onTurnOn: () => void;
  readonly onTurnOff: () => void;
  readonly onChooseClinic: (id: string) => void;
  readonly onReload: () => void;
  /** A null id: all calls. */
  readonly onLookBack: (id: string | null) => void;
  readonly onExport: (id: string) => void;
  readonly onForget: (id: string) => void;
  readonly onHelp: () => void;
  readonly onPrepare: () => void;
  readonly onRelatives: () => void;
  readonly onSettings: () => void;
}

export function PopupView(props: PopupViewProps) {
  const { words, page, clinics } = props;
  const choosing = clinics.length > 0 && (page.kind === 'off' || page.kind === 'unsupported');
  return (
    <main class="popup" data-page={page.kind}>
      <header class="popup-head">
        <EyelevelMark sizeRem={2} />
        <h1>{words.t('popup.title')}</h1>
        <LanguageSwitch words={words} onLanguage={props.onLanguage} />
      </header>
      <section class="here">
        <Here {...props} />
      </section>
      {props.privateWindow && <p class="private">{words.t('popup.private')}</p>}
      {choosing && (
        <details class="clinics">
          <summary class="button">{words.t('popup.clinics')}</summary>
          <p>{words.t('popup.clinics.what')}</p>
          <ul>
            {clinics.map((clinic) => (
              <li key={clinic.id}>
                <button
                  type="button"
                  class="button"
                  onClick={() => props.onChooseClinic(clinic.id)}
                >
                  {clinic.name}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <SessionList
        words={words}
        call={props.lastCall}
        problem={props.logProblem}
        damaged={props.damagedCalls}
        keep={props.keep}
        onLookBack={props.onLookBack}
        onAllCalls={() => props.onLookBack(null)}
        onExport={props.onExport}
        onForget={props.onForget}
      />
      <button type="button" class="button" onClick={props.onPrepare}>
        {words.t('popup.prepare')}
      </button>
      <button type="button" class="button" onClick={props.onRelatives}>
        {words.t('popup.relatives')}
      </button>
      <button type="button" class="button" onClick={props.onHelp}>
        {words.t('popup.help')}
      </button>
      <button type="button" class="button" onClick={props.onSettings}>
        {words.t('popup.settings')}
      </button>
    </main>
  );
}

/** The page under the popup: what is so, and the one thing to do about it. */
function Here(props: PopupViewProps) {
  const { words, page } = props;
  switch (page.kind) {
    case 'loading':
      return <p aria-busy="true">{words.t('popup.loading')}</p>;
    case 'unsupported':
      return <p>{words.t('popup.unsupported')}</p>;
    case 'off':
      return (
        <>
          <h2>{words.t('popup.off.title')}</h2>
          <p class="site">{page.site}</p>
          <p>{words.t('popup.off.what')}</p>
          <PermissionExplainer words={words} browserName={props.browserName} hosts={page.hosts} />
          <MainButton onPress={props.onTurnOn}>{words.t('popup.off.button')}</MainButton>
        </>
      );
    case 'on':
      return (
        <>
          <h2>{words.t('popup.on.title')}</h2>
          <p class="site">{page.site}</p>
          <p>{words.t(page.coaching ? 'popup.on.coaching' : 'popup.on.waiting')}</p>
          <TurnOff {...props} />
        </>
      );
    case 'needs-permission':
      return (
        <>
          <h2>{words.t('popup.needs-permission.title')}</h2>
          <p>{words.t('popup.needs-permission.what')}</p>
          <PermissionExplainer words={words} browserName={props.browserName} hosts={page.hosts} />
          <MainButton onPress={props.onTurnOn}>
            {words.t('popup.needs-permission.button')}
          </MainButton>
          <TurnOff {...props} />
        </>
      );
    case 'frame-too-small':
      return (
        <>
          <h2>{words.t('popup.frame-too-small.title')}</h2>
          <p>{words.t('popup.frame-too-small.what')}</p>
          <TurnOff {...props} />
        </>
      );
    case 'reload-needed':
      return (
        <>
          <h2>{words.t('popup.reload-needed.title')}</h2>
          <p>{words.t('popup.reload-needed.what')}</p>
          <MainButton onPress={props.onReload}>{words.t('popup.reload-needed.button')}</MainButton>
          <TurnOff {...props} />
        </>
      );
  }
}

function MainButton(props: { readonly onPress: () => void; readonly children: ComponentChildren }) {
  return (
    <button type="button" class="button button-main" onClick={props.onPress}>
      {props.children}
    </button>
  );
}

function TurnOff(props: PopupViewProps) {
  return (
    <button type="button" class="button" onClick={props.onTurnOff}>
      {props.words.t('popup.on.button')}
    </button>
  );
}
