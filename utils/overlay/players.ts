import {
  PLAYER_SOUNDS,
  type PlayerSound,
  type PlayersObservation,
} from '../playback-observation.ts';
import { findMedia } from './find-media.ts';

/** Walking the whole page takes a millisecond or two on a large one; players hardly ever come and go. */
const FIND_EVERY_MS = 10_000;

/** What a player is, as far as it matters here. */
export type Player = Pick<
  HTMLMediaElement,
  'srcObject' | 'muted' | 'volume' | 'paused' | 'isConnected'
> & { readonly sinkId?: string };

export interface Players {
  /** @param clinics ids of tracks that come from the far end */
  look(nowMs: number, clinics: readonly string[]): PlayersLook;
  /** Nothing of the page is held on to. */
  forget(): void;
}

export interface PlayersLook extends Omit<PlayersObservation, 'showsPicture'> {
  /** Ids of the far end's tracks that the players have. */
  readonly held: ReadonlySet<string>;
  /** A player shows the clinic's picture, with nothing in front of it. */
  showsPicture(): boolean;
}

/** Watches how the page's players give what comes from the clinic. Nothing of what they play is read. */
export function createPlayers(document: Document): Players {
  let elements: readonly HTMLMediaElement[] = [];
  let foundAtMs = Number.NEGATIVE_INFINITY;
  return {
    look(nowMs, clinics) {
      const isGone = elements.some(({ isConnected }) => !isConnected);
      if (isGone || nowMs - foundAtMs >= FIND_EVERY_MS) {
        elements = findMedia(document);
        foundAtMs = nowMs;
      }
      const tracks = elements.flatMap((one) => [
        ...liveTracks(one, 'audio'),
        ...liveTracks(one, 'video'),
      ]);
      return {
        held: new Set(tracks.map(({ id }) => id).filter((id) => clinics.includes(id))),
        sound: soundOf(elements, clinics),
        isOtherSpeaker: hasOtherSpeaker(elements, clinics),
        showsPicture: () => elements.some((one) => showsPicture(one, clinics)),
      };
    },
    forget() {
      elements = [];
      foundAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}

/** The best of the players that have the clinic's sound; null: none has. */
export function soundOf(
  players: readonly Player[],
  clinics: readonly string[],
): PlayerSound | null {
  // Music while on hold, or a copy of the clinic's sound under another name: whatever sounds may be it.
  const sounds = players.filter((player) => hasClinicsSound(player, clinics)).map(stateOf);
  if (sounds.length === 0) return null;
  if (players.some((player) => mayHaveSound(player) && stateOf(player) === 'on')) return 'on';
  return PLAYER_SOUNDS.find((sound) => sounds.includes(sound)) ?? null;
}

export function hasOtherSpeaker(players: readonly Player[], clinics: readonly string[]): boolean {
  return players.some(
    (player) =>
      hasClinicsSound(player, clinics) &&
      player.sinkId !== undefined &&
      player.sinkId !== '' &&
      player.sinkId !== 'default',
  );
}

function stateOf(player: Player): PlayerSound {
  if (player.paused) return 'paused';
  // A page may also turn the sound off at the track.
  const isOff = liveTracks(player, 'audio').every(({ enabled }) => !enabled);
  const hasStream = player.srcObject instanceof MediaStream;
  return player.muted || player.volume === 0 || (hasStream && isOff) ? 'off' : 'on';
}

const hasClinicsSound = (player: Player, clinics: readonly string[]) =>
  liveTracks(player, 'audio').some(({ id }) => clinics.includes(id));

/** Not the patient's own microphone, which a page may let them hear. */
function mayHaveSound(player: Player): boolean {
  if (!(player.srcObject instanceof MediaStream)) return true;
  return liveTracks(player, 'audio').some((track) => !track.getSettings().groupId);
}

function liveTracks({ srcObject }: Player, kind: 'audio' | 'video'): MediaStreamTrack[] {
  if (!(srcObject instanceof MediaStream)) return [];
  const tracks = kind === 'audio' ? srcObject.getAudioTracks() : srcObject.getVideoTracks();
  return tracks.filter(({ readyState }) => readyState === 'live');
}

/** A page that puts a drawing or a name in front of a picture does so because it knows that none comes. */
function showsPicture(element: HTMLMediaElement, clinics: readonly string[]): boolean {
  const isClinics = liveTracks(element, 'video').some(({ id }) => clinics.includes(id));
  if (!isClinics || element.paused) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  return POINTS.some(
    ([x, y]) => root.elementFromPoint(left + x * width, top + y * height) === element,
  );
}

/** Where a face is, and where our own panel or a button is not at the same time. */
const POINTS = [
  [0.5, 0.4],
  [0.3, 0.5],
  [0.7, 0.5],
] as const;
