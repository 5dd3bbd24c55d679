import type { CoachHello } from '../messages/overlay-coach.ts';
import { ask } from '../messages/runtime.ts';

export interface ClaimedPort {
  readonly port: MessagePort;
  /** Nothing may be written for a private tab. */
  readonly privateTab: boolean;
}

/**
 * Waits for the one overlay that may talk to this coach. The page is web accessible, so any page can frame
 * it and post to it; only the overlay knows the nonce that the background gives us for this tab. Without it
 * nothing is ever shown (fact 14). A wrong nonce is answered by silence.
 */
export function claimPort(): Promise<ClaimedPort> {
  return new Promise((done) => {
    const listener = async (event: MessageEvent) => {
      const hello = event.data as Partial<CoachHello> | null;
      const port = event.ports[0];
      if (hello?.kind !== 'eyelevel-hello' || !port) return;
      const claim = await ask<'coach-claim'>({ kind: 'coach-claim' }).catch(() => null);
      if (!claim || claim.nonce !== hello.nonce) return;
      removeEventListener('message', listener);
      done({ port, privateTab: claim.privateTab });
    };
    addEventListener('message', listener);
  });
}
