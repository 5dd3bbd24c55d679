import type { ComponentChildren } from 'preact';
import type { DeviceKind } from '../../utils/prepare/device-trouble.ts';
import type { BrowserName } from '../permission-explainer.tsx';

/*
 * Where to press, drawn and not photographed: a picture of last year's browser would mislead more. The one thing to
 * press has a ring and an arrow.
 */

function Picture(props: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <svg
      class="step-picture"
      role="img"
      aria-label={props.name}
      viewBox="0 0 320 130"
      fill="none"
      stroke="currentColor"
      stroke-width="2.500"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {props.children}
    </svg>
  );
}

/** Small drawings about their own middle, 24 wide. */
const DEVICES: Readonly<Record<DeviceKind, ComponentChildren>> = {
  camera: (
    <>
      <rect x="-12" y="-8" width="16" height="16" rx="3" />
      <path d="M4-3l8-4v14l-8-4" />
    </>
  ),
  microphone: (
    <>
      <rect x="-4" y="-12" width="8" height="15" rx="4" />
      <path d="M-8-1a8 8 0 0 0 16 0M0 7v5M-5 12H5" />
    </>
  ),
};

/** The address field. Chrome puts the crossed sign at its right end, Firefox at its left. */
export function AddressPicture(props: {
  readonly name: string;
  readonly browserName: BrowserName;
  readonly device: DeviceKind;
}) {
  const x = props.browserName === 'chrome' ? 236 : 96;
  return (
    <Picture name={props.name}>
      <rect x="2" y="2" width="316" height="126" rx="10" />
      <path d="M2 56h316" />
      {/* Back, on, and the address. */}
      <path d="M26 22l-7 7 7 7M42 22l7 7-7 7" />
      <rect class="picture-raised" x="64" y="9" width="204" height="40" rx="20" />
      <path
        class="picture-faint"
        d={props.browserName === 'chrome' ? 'M84 29h116' : 'M132 29h112'}
      />
      <path d="M286 29h.1M295 29h.1M304 29h.1" />
      <g transform={`translate(${x} 29)`}>
        {DEVICES[props.device]}
        <path d="M-13-13L13 13" stroke-width="3.500" />
      </g>
      <g class="picture-ring">
        <circle cx={x} cy="29" r="22" />
        <path d={`M${x} 104V62M${x - 10} 72l10-10 10 10`} />
      </g>
    </Picture>
  );
}

/** A row of the computer's own settings, with its switch. */
export function SettingsPicture(props: {
  readonly name: string;
  readonly label: string;
  readonly device: DeviceKind;
}) {
  return (
    <Picture name={props.name}>
      <rect x="2" y="2" width="316" height="126" rx="10" />
      <path d="M100 2v126" />
      <path class="picture-faint" d="M18 24h64M18 46h50M18 90h58" />
      <path d="M18 68h60" stroke-width="5" />
      <rect class="picture-raised" x="114" y="38" width="192" height="54" rx="8" />
      <g transform="translate(138 65)">{DEVICES[props.device]}</g>
      <text class="picture-text" x="160" y="71">
        {props.label}
      </text>
      <rect class="picture-button" x="258" y="54" width="38" height="22" rx="11" />
      <circle class="picture-knob" cx="285" cy="65" r="8" />
      <g class="picture-ring">
        <rect x="249" y="45" width="56" height="40" rx="20" />
      </g>
    </Picture>
  );
}
