import type { Word, Words } from './words.ts';

/** The elements of call.html by name. @throws Error if the page lacks one. */
export function pageElements() {
  return {
    root: document.documentElement,
    heading: byId('heading'),
    lead: byId('lead'),
    problem: byId('problem'),
    call: byId('call'),
    remoteView: byId('remote-view') as HTMLVideoElement,
    selfView: byId('self-view'),
    captions: byId('captions'),
    toolbar: byId('toolbar'),
    mic: byId('mic'),
    camera: byId('camera'),
    speaker: byId('speaker'),
    share: byId('share'),
    captionsButton: byId('captions-button'),
    dialogButton: byId('dialog-button'),
    fullScreen: byId('full-screen'),
    leave: byId('leave'),
    dialog: byId('dialog') as HTMLDialogElement,
    turnOn: byId('turn-on'),
    toWaitingRoom: byId('to-waiting-room'),
    again: byId('again'),
    sitterPanel: byId('sitter-panel'),
    sitterFields: byId('sitter-fields'),
    reset: byId('reset'),
    clinicianJoins: byId('clinician-joins'),
    unplug: byId('unplug'),
  };
}

export type PageElements = ReturnType<typeof pageElements>;

export function sayWords(page: PageElements, words: Words, lang: string): void {
  page.root.lang = lang;
  document.title = words('title');
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = words(element.dataset.word as Word);
  }
  page.remoteView.setAttribute('aria-label', words('remoteView'));
  page.toolbar.setAttribute('aria-label', words('toolbar'));
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`call.html has no #${id}`);
  return element;
}
