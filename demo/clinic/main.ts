import type { SitterDesk } from '../camera/sitter-desk.ts';
import { cameraOfQuery } from '../camera/virtual-camera.ts';
import { reassignAsAdapterDoes } from './adapter.ts';
import { pageElements, sayWords } from './page.ts';
import { fillSitterPanel } from './sitter-panel.ts';
import { variantsOf } from './variants.ts';
import { type Clinic, createVisit } from './visit.ts';
import { wordsIn } from './words.ts';

declare global {
  interface Window {
    sitter?: SitterDesk;
    clinic?: Clinic;
  }
}

/** When the variants that change something in the call do so. */
const INTO_THE_CALL_MS = 5000;

const query = new URLSearchParams(location.search);
const variants = variantsOf(query);
const words = wordsIn(variants.lang);
const page = pageElements();
sayWords(page, words, variants.lang);
if (variants.adapter) reassignAsAdapterDoes(navigator.mediaDevices);

const clinic = createVisit(page, variants, words);
window.clinic = clinic;

const desk = window.sitter;
if (desk && variants.controls && cameraOfQuery(query) !== 'real') {
  page.sitterPanel.hidden = false;
  fillSitterPanel(page.sitterFields, desk, words);
  page.reset.addEventListener('click', () => desk.reset());
  page.unplug.addEventListener('click', () => desk.unplug());
}
if (!variants.askOnPress) void clinic.turnOnCamera();

const whenInCall = (action: () => Promise<void>) => {
  const timer = setInterval(() => {
    if (clinic.phase !== 'in-call') return;
    clearInterval(timer);
    setTimeout(() => void action(), INTO_THE_CALL_MS);
  }, 200);
};
if (variants.replace) whenInCall(() => clinic.replaceCamera());
if (variants.share !== 'no') whenInCall(() => clinic.shareScreen());
if (variants.stopCamera) {
  whenInCall(async () => {
    await clinic.setCamera(false);
    await new Promise((resolve) => setTimeout(resolve, INTO_THE_CALL_MS));
    await clinic.setCamera(true);
  });
}
