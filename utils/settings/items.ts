import * as v from 'valibot';
import type { Neutral } from '../circumstances.ts';
import { CAMERA_SUPPORTS, type CameraSupport, CUE_IDS } from '../cues/types.ts';
import { LANGUAGES, type LanguageChoice } from '../languages/languages.ts';
import { KEEPS, type Keep } from '../sessions/messages.ts';
import {
  CORNERS,
  type Corner,
  TEXT_SIZES,
  type TextSize,
  TIP_PROFILES,
  type TipProfile,
} from './choices.ts';
import { defineStored } from './stored.ts';

/** The language inside Eyelevel; `auto` follows the browser. */
export const languageSetting = defineStored<LanguageChoice>({
  key: 'language',
  owner: 'visitor',
  schema: v.picklist(['auto', ...LANGUAGES]),
  fallback: 'auto',
});

/** "I can't change this": cues never asked again on this computer until reset. */
export const cannotChange = defineStored({
  key: 'cannotChange',
  owner: 'visitor',
  schema: v.array(v.picklist(CUE_IDS)),
  fallback: [],
});

export const textSizeSetting = defineStored<TextSize>({
  key: 'textSize',
  owner: 'visitor',
  schema: v.picklist(TEXT_SIZES),
  fallback: 'normal',
});

/** Fewer words on the panel, and fewer tips. */
export const simpleModeSetting = defineStored({
  key: 'simpleMode',
  owner: 'visitor',
  schema: v.boolean(),
  fallback: false,
});

export const tipProfileSetting = defineStored<TipProfile>({
  key: 'tipProfile',
  owner: 'visitor',
  schema: v.picklist(TIP_PROFILES),
  fallback: 'all',
});

/** Tips that the person turned off in the settings, one by one. */
export const tipsOffSetting = defineStored({
  key: 'tipsOff',
  owner: 'visitor',
  schema: v.array(v.picklist(CUE_IDS)),
  fallback: [],
});

/** A soft sound when a tip comes. */
export const chimeSetting = defineStored({
  key: 'chime',
  owner: 'visitor',
  schema: v.boolean(),
  fallback: false,
});

/** Each step of Prepare is read out loud. */
export const readAloudSetting = defineStored({
  key: 'readAloud',
  owner: 'visitor',
  schema: v.boolean(),
  fallback: false,
});

/** Where the panel stands at first, on every site. */
export const panelCornerSetting = defineStored<Corner>({
  key: 'panelCorner',
  owner: 'visitor',
  schema: v.picklist(CORNERS),
  fallback: 'top-right',
});

/** What is kept of calls: asked after the first one. */
export const keepSetting = defineStored<Keep>({
  key: 'keep',
  owner: 'visitor',
  schema: v.picklist(KEEPS),
  fallback: 'undecided',
});

/** What the camera sits on; the words about its height come from it. */
export const cameraSupport = defineStored<CameraSupport>({
  key: 'cameraSupport',
  owner: 'visitor',
  schema: v.picklist(CAMERA_SUPPORTS),
  fallback: 'unknown',
});

/** What looks right for this person: three numbers, and nothing else gets through. */
export const neutralSetting = defineStored<Neutral | null>({
  key: 'neutral',
  owner: 'visitor',
  schema: v.strictObject({
    elevationDeg: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
    distanceCm: v.pipe(v.number(), v.minValue(1), v.maxValue(1000)),
    eyesY: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  fallback: null,
});

const placeSchema = v.object({
  corner: v.picklist(CORNERS),
  xPx: v.pipe(v.number(), v.minValue(0)),
  yPx: v.pipe(v.number(), v.minValue(0)),
  folded: v.boolean(),
});

/** Where the panel stands, by site (the origin at the top of the tab). */
export const panelPlaces = defineStored({
  key: 'panelPlaces',
  owner: 'visitor',
  schema: v.record(v.string(), placeSchema),
  fallback: {},
});

/** The origins that were turned on together, by the site where the person pressed Turn on. */
export const sites = defineStored({
  key: 'sites',
  owner: 'station',
  schema: v.record(v.string(), v.array(v.string())),
  fallback: {},
});

const deviceId = v.nullable(v.string());

/**
 * What the person chose in Prepare, so that the next time is short. The ids of devices are the browser's: random,
 * and for this extension alone.
 */
export const prepared = defineStored({
  key: 'prepared',
  owner: 'visitor',
  schema: v.nullable(
    v.strictObject({
      finished: v.boolean(),
      chosen: v.strictObject({ camera: deviceId, microphone: deviceId, speaker: deviceId }),
      where: v.nullable(v.picklist(['link', 'app', 'computer'])),
      country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
    }),
  ),
  fallback: null,
});
