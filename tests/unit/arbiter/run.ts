import type { Area, Phase } from '../../../utils/areas.ts';
import { createArbiter } from '../../../utils/cues/arbiter/arbiter.ts';
import { AREA_OF_GROUP, GROUP_OF } from '../../../utils/cues/arbiter/rules.ts';
import type {
  CueDirection,
  CueId,
  HoldingCue,
  Judgement,
  Presented,
  SceneChange,
  Speech,
} from '../../../utils/cues/types.ts';

/** A stretch of time in seconds: from (included) to (not included). */
type Stretch = readonly [fromS: number, toS: number];
const FOR_EVER = Number.POSITIVE_INFINITY;

export interface Script {
  readonly lengthS: number;
  /** When each cue holds, by id or `id:direction`. */
  readonly holds?: Readonly<Record<string, readonly Stretch[]>>;
  readonly scenes?: readonly { readonly scene: SceneChange; readonly at: Stretch }[];
  /** When the call is on; before it is `before`, after it `ended`. Default: from 0. */
  readonly inCall?: Stretch;
  readonly before?: Phase;
  /** Instead of both, for calls that come and go. */
  readonly phase?: (atS: number) => Phase;
  /** Default: both sides silent all the time. */
  readonly speech?: (atS: number) => Speech;
  readonly sharing?: Stretch;
  readonly paused?: Stretch;
  /** Cue -> when "I can't change this" was pressed. */
  readonly cannotChange?: Readonly<Partial<Record<CueId, number>>>;
  /** Nothing can be judged (no frame yet). */
  readonly blind?: Stretch;
  /** Somebody is there whose face cannot be judged. */
  readonly faceless?: readonly Stretch[];
  /** "Someone is with me". */
  readonly accompanied?: Stretch;
}

/** One thing that appeared on screen: a tip, or "good now". */
export interface Shown {
  readonly what: string;
  readonly fromS: number;
  /** When it went; the end of the script if it was still there. */
  readonly toS: number;
  readonly announce: boolean;
}

const TICK_S = 0.25;
/** The judgement's clock has another origin than the call's: nothing may depend on it. */
const JUDGE_CLOCK_MS = 7_000_000;

const within = (atS: number, [fromS, toS]: Stretch) => atS >= fromS && atS < toS;

/** Runs the arbiter over a script at 4 Hz, and gives what a person would have seen. */
export function run(script: Script): readonly Shown[] {
  const arbiter = createArbiter();
  const shown: Shown[] = [];
  let last = 'none';
  for (let atS = 0; atS < script.lengthS; atS += TICK_S) {
    const presented = arbiter.decide(judgementAt(script, atS), {
      nowMs: atS * 1000,
      phase: phaseAt(script, atS),
      speech: script.speech?.(atS) ?? 'silent',
      sharing: within(atS, script.sharing ?? [0, 0]),
      paused: within(atS, script.paused ?? [0, 0]),
      cannotChange: new Set(
        Object.entries(script.cannotChange ?? {})
          .filter(([, pressedS]) => atS >= pressedS)
          .map(([id]) => id as CueId),
      ),
      accompanied: within(atS, script.accompanied ?? [0, 0]),
    });
    const what = nameOf(presented);
    const previous = shown.at(-1);
    if (previous && previous.toS === FOR_EVER && what !== last) {
      shown[shown.length - 1] = { ...previous, toS: atS };
    }
    if (what !== last && what !== 'none') {
      const announce = announced(presented);
      shown.push({ what, fromS: atS, toS: FOR_EVER, announce });
    }
    last = what;
  }
  return shown.map((entry) => ({ ...entry, toS: Math.min(entry.toS, script.lengthS) }));
}

/** `id@second` of everything that appeared, in order. */
export function moments(script: Script): readonly string[] {
  return run(script).map(({ what, fromS }) => `${what}@${fromS}`);
}

function nameOf(presented: Presented): string {
  if (presented.kind === 'tip') {
    const { id, direction } = presented.tip;
    return direction ? `${id}:${direction}` : id;
  }
  return presented.kind === 'good-now' ? `good-now(${presented.cleared})` : presented.kind;
}

function announced(presented: Presented): boolean {
  if (presented.kind === 'tip') return presented.tip.announce;
  return presented.kind === 'faceless' && presented.announce;
}

function phaseAt(script: Script, atS: number): Phase {
  const { inCall = [0, FOR_EVER], before = 'preview' } = script;
  if (script.phase) return script.phase(atS);
  if (atS < inCall[0]) return before;
  return atS < inCall[1] ? 'in-call' : 'ended';
}

export function judgementAt(script: Script, atS: number): Judgement {
  const holding: HoldingCue[] = [];
  for (const [name, stretches] of Object.entries(script.holds ?? {})) {
    const stretch = stretches.find((each) => within(atS, each));
    if (!stretch) continue;
    const [id, direction] = name.split(':') as [CueId, CueDirection | undefined];
    const sinceMs = JUDGE_CLOCK_MS + stretch[0] * 1000;
    holding.push(direction ? { id, direction, sinceMs } : { id, sinceMs });
  }
  const blind = within(atS, script.blind ?? [0, 0]);
  const state = (area: Area) => {
    if (blind || area === 'sound') return 'not-judged';
    const spoiled = holding.some(({ id }) => AREA_OF_GROUP[GROUP_OF[id]] === area);
    return spoiled ? 'could-be-better' : 'good';
  };
  return {
    atMs: JUDGE_CLOCK_MS + atS * 1000,
    holding,
    unsettled: false,
    areas: {
      picture: state('picture'),
      light: state('light'),
      place: state('place'),
      sound: state('sound'),
      connection: state('connection'),
    },
    scene: script.scenes?.find(({ at }) => within(atS, at))?.scene ?? null,
    faceless: script.faceless?.some((stretch) => within(atS, stretch)) ?? false,
  };
}
