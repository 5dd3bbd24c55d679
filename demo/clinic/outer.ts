import { variantsOf } from './variants.ts';
import { type Word, wordsIn } from './words.ts';

// The page around the call, on the other of the two origins: many clinics embed a vendor's call so.
const query = new URLSearchParams(location.search);
const words = wordsIn(variantsOf(query).lang);
document.documentElement.lang = variantsOf(query).lang;
for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
  element.textContent = words(element.dataset.word as Word);
}

query.delete('frame');
const otherHost = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const frame = document.createElement('iframe');
frame.title = words('startHeading');
frame.allow = 'camera; microphone; fullscreen; display-capture; autoplay';
frame.src = `http://${otherHost}:${location.port}/?${query}`;
document.querySelector('#frame-place')?.append(frame);
