import type { ComponentChildren } from 'preact';
import type { BrowserName } from './permission-explainer.tsx';

/*
 * Drawn browser windows for the welcome page. Drawn and not photographed: a picture of last year's browser
 * would mislead more. Text in them is the app's own word, given by the caller.
 */

function Picture(props: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <svg
      class="step-picture"
      role="img"
      aria-label={props.name}
      viewBox="0 0 320 150"
      fill="none"
      stroke="currentColor"
      stroke-width="2.500"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <rect x="2" y="2" width="316" height="146" rx="10" />
      <path d="M2 38h316" />
      {props.children}
    </svg>
  );
}

/** Address field and puzzle piece. */
const toolbar = (
  <>
    <rect x="16" y="11" width="200" height="18" rx="9" />
    <path d="M278 13h6a4 4 0 0 1 8 0h6v6a4 4 0 0 1 0 8v3h-20v-4a3.500 3.500 0 0 0 0-7z" />
  </>
);

const pin = <path d="M-5-10h10M-3-10l-1 9-5 5h18l-5-5-1-9M0 4v8" />;
const gear = (
  <>
    <circle r="4" />
    <circle r="9" stroke-width="4" stroke-dasharray="3.500 3.570" />
  </>
);

/** The mark of Eyelevel at a place of a picture. */
const eye = (
  <>
    <path d="M-12 0C-8-6-4-9 0-9s8 3 12 9c-4 6-8 9-12 9s-8-3-12-9z" />
    <circle r="3.500" fill="currentColor" />
  </>
);

/** Step 1: the list under the puzzle piece, with the pin (Chrome) or the gear (Firefox) ringed. */
export function PinPicture(props: { readonly name: string; readonly browserName: BrowserName }) {
  return (
    <Picture name={props.name}>
      {toolbar}
      <rect class="picture-raised" x="110" y="46" width="198" height="92" rx="8" />
      <path d="M288 46v-8" />
      <path class="picture-faint" d="M128 66h90M128 122h70" />
      <g transform="translate(138 94)">{eye}</g>
      <text class="picture-text" x="160" y="100">
        Eyelevel
      </text>
      <g transform="translate(284 93)">{props.browserName === 'chrome' ? pin : gear}</g>
      <g class="picture-ring">
        <circle cx="284" cy="94" r="18" />
        <circle cx="290" cy="21" r="18" />
      </g>
    </Picture>
  );
}

/** Step 2: the popup with its large button. */
export function TurnOnPicture(props: { readonly name: string; readonly button: string }) {
  return (
    <Picture name={props.name}>
      {toolbar}
      <g transform="translate(250 21)">{eye}</g>
      <g class="picture-ring">
        <circle cx="250" cy="20" r="18" />
      </g>
      <path class="picture-faint" d="M20 62h70M20 80h90M20 98h60" />
      <rect class="picture-raised" x="128" y="50" width="180" height="88" rx="8" />
      <path class="picture-faint" d="M144 68h110" />
      <rect class="picture-button" x="144" y="84" width="148" height="38" rx="8" />
      <text class="picture-button-text" x="218" y="109" text-anchor="middle">
        {props.button}
      </text>
    </Picture>
  );
}

/** Step 3: a call, and the panel in its corner. */
export function FollowPicture(props: { readonly name: string }) {
  return (
    <Picture name={props.name}>
      <rect x="16" y="11" width="200" height="18" rx="9" />
      <circle cx="96" cy="82" r="17" />
      <path d="M56 142c0-24 16-34 40-34s40 10 40 34" />
      <rect class="picture-raised" x="184" y="52" width="124" height="84" rx="8" />
      {[0, 1, 2, 3, 4].map((place) => (
        <rect
          key={place}
          class={place === 1 ? 'picture-better' : ''}
          x={192 + place * 22.5}
          y="60"
          width="18"
          height="18"
          rx="4"
        />
      ))}
      <rect x="192" y="88" width="108" height="38" rx="6" />
      <path d="M202 102h86M202 113h56" />
    </Picture>
  );
}
