/** Knows whether the patient's microphone is off, from its track's state alone: nothing of it is listened to. */
export interface Microphone {
  /** The page's own track, never a clone; null: none is known now. */
  setTrack(track: MediaStreamTrack | null): void;
  /** It was sent, and is not any more, whatever its track says. */
  setWithdrawn(withdrawn: boolean): void;
  /** A call begins or ends: what the page stopped before says nothing of it. */
  forgetStopped(): void;
  /** Null: none was live in this call, so its sound may go another way, or there is none. */
  readonly muted: boolean | null;
}

export function createMicrophone(): Microphone {
  let track: MediaStreamTrack | null = null;
  /** The last one was stopped, by its page or by being unplugged. One that is only out of sight may still be heard. */
  let stopped = false;
  let withdrawn = false;

  return {
    setTrack(next) {
      if (next === track) return;
      stopped = next === null && track?.readyState === 'ended';
      track = next?.readyState === 'live' ? next : null;
    },
    setWithdrawn(next) {
      withdrawn = next;
    },
    forgetStopped() {
      stopped = false;
      if (track?.readyState === 'ended') track = null;
    },
    get muted() {
      if (withdrawn || stopped) return true;
      if (!track) return null;
      return track.readyState === 'ended' || !track.enabled || track.muted;
    },
  };
}
