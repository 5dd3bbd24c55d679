import { NOT_SELF_MAX, type TrackOrigin } from '../messages/tap-overlay.ts';
import { openChannel } from './channel.ts';
import { chooseOwn } from './choose.ts';
import { createConnectionWatch } from './connection-watch.ts';
import { createConnections } from './connections.ts';
import { getOwnPropertyDescriptor, quietly } from './natives.ts';
import { AT_START, nextPhase } from './phase.ts';
import { createQualityWatch } from './quality-watch.ts';
import { createLocalTracks } from './tracks.ts';
import { noteOutcome, wrapMethod } from './wrap.ts';

/** With a connection open: also the pace of the far end's level, which finds the pauses of the talk. */
const LOOK_IN_CALL_MS = 200;
/** With only a camera live: the page's own stop() fires no event, so it has to be looked at. */
const LOOK_IN_PREVIEW_MS = 500;

/** Calls that create or carry a connection, and calls by which a late tap meets one that runs. */
const CONNECTION_CALLS = [
  'addTrack',
  'addTransceiver',
  'addStream',
  'setRemoteDescription',
  'addIceCandidate',
  'getSenders',
  'getStats',
];

/**
 * The tap: stands in the page's world, lets everything through, and tells the overlay which track is the
 * patient's and where the call is. What it wraps and what of it a page can see: docs/for-clinics.md.
 */
export function createTap(window: Window & typeof globalThis): void {
  const { document, MediaDevices, RTCPeerConnection, RTCRtpSender, performance } = window;
  // An insecure page has no mediaDevices; some browsers are built without WebRTC.
  if (!MediaDevices) return;
  const setTimeout = window.setTimeout.bind(window);
  const clearTimeout = window.clearTimeout.bind(window);

  const tracks = createLocalTracks();
  const connections =
    RTCPeerConnection &&
    createConnections({
      RTCPeerConnection,
      RTCRtpSender,
      tracks,
      onReceived: (track) => addNotSelf([track]),
    });

  const fromStart = document.readyState === 'loading' && document.scripts.length === 0;
  let phase = AT_START;
  let sharing = false;
  let asking = false;
  let notSelf: readonly string[] = [];
  let handed: { tracks: readonly MediaStreamTrack[]; origin: TrackOrigin } | null = null;
  let farLevelSaid: number | null = null;

  const channel = openChannel(document, {
    hello() {
      channel?.send({ kind: 'tap-ready', fromStart });
      channel?.send({ kind: 'phase', phase: phase.phase });
      channel?.send({ kind: 'sharing', active: sharing });
      if (notSelf.length > 0) channel?.send({ kind: 'not-self', trackIds: notSelf });
      if (asking) channel?.send({ kind: 'camera-asked' });
      handed = null;
      lookSoon();
    },
    turnOff: () => turnOff(),
  });
  if (!channel) return;

  const quality = createQualityWatch({
    statsOf: (track) => connections?.statsOf(track) ?? null,
    onQuality: (said) => channel.send({ kind: 'send-quality', quality: said }),
  });

  const line = createConnectionWatch({
    ask: () => connections?.reports() ?? [],
    onConnection: (connection) => channel.send({ kind: 'connection', connection }),
  });

  const addNotSelf = (added: readonly MediaStreamTrack[]) => {
    const ids = new Set([...notSelf, ...added.map(({ id }) => id)]);
    if (ids.size === notSelf.length) return;
    notSelf = [...ids].slice(-NOT_SELF_MAX);
    channel.send({ kind: 'not-self', trackIds: notSelf });
  };

  /** Looks once. @returns ms until the next look, or null when there is nothing to follow */
  const look = (): number | null => {
    const cameras = tracks.live('video');
    const nowMs = performance.now();
    const seen = connections?.look(nowMs) ?? {
      sent: [],
      ownSender: () => false,
      remote: false,
      callOpen: false,
      open: false,
    };

    const before = phase.phase;
    phase = nextPhase(phase, {
      nowMs,
      cameraLive: cameras.length > 0,
      sent: seen.sent.some(({ kind, live }) => live && kind !== 'screen'),
      sentAllEnded: seen.sent.length > 0 && seen.sent.every(({ live }) => !live),
      remote: seen.remote,
      callOpen: seen.callOpen,
      begun: tracks.given + (connections?.made ?? 0),
    });
    if (phase.phase !== before) channel.send({ kind: 'phase', phase: phase.phase });

    const sharingNow = seen.sent.some(
      ({ kind, live, track }) => live && kind === 'screen' && track.kind === 'video',
    );
    if (sharingNow !== sharing) {
      sharing = sharingNow;
      channel.send({ kind: 'sharing', active: sharing });
    }

    const own = (kind: 'audio' | 'video') => {
      const chosen = chooseOwn(
        seen.sent.filter(({ track }) => track.kind === kind),
        { live: tracks.live(kind), everGiven: tracks.given > 0, ownSender: seen.ownSender(kind) },
      );
      if (chosen?.origin === 'sender') connections?.markOwn(chosen.track);
      return chosen;
    };
    const video = own('video');
    const audio = own('audio');
    if (video) hand([video.track, ...(audio ? [audio.track] : [])], video.origin);

    const farLevel = phase.phase === 'in-call' ? (connections?.farLevel(nowMs) ?? null) : null;
    if (farLevel !== null || farLevelSaid !== null)
      channel.send({ kind: 'far-level', level: farLevel });
    farLevelSaid = farLevel;

    const sent = phase.phase === 'in-call' && video?.origin === 'sender' ? video.track : null;
    quality.look(sent, nowMs);
    line.look(phase.phase === 'in-call', nowMs);

    if (seen.open) return LOOK_IN_CALL_MS;
    return cameras.length > 0 || phase.phase === 'in-call' ? LOOK_IN_PREVIEW_MS : null;
  };

  const hand = (chosen: readonly MediaStreamTrack[], origin: TrackOrigin) => {
    const same =
      handed?.origin === origin &&
      handed.tracks.length === chosen.length &&
      chosen.every((track) => handed?.tracks.includes(track));
    if (same) return;
    handed = { tracks: chosen, origin };
    channel.hand(chosen, origin);
  };

  let timer: number | undefined;
  let on = true;
  const lookAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      let nextMs: number | null = LOOK_IN_PREVIEW_MS;
      quietly(() => {
        nextMs = look();
      });
      if (on && nextMs !== null) lookAfter(nextMs);
    }, ms);
  };
  /** Not inside the page's own call: it shall not wait for us. */
  const lookSoon = () => lookAfter(0);

  const onAsked = (result: unknown, args: readonly unknown[]) => {
    const video = asksForVideo(args[0]);
    asking = video;
    if (video) quietly(() => channel.send({ kind: 'camera-asked' }));
    return noteOutcome(
      result,
      (stream) => {
        asking = false;
        tracks.addCamera(stream as MediaStream);
        lookSoon();
      },
      (error) => {
        asking = false;
        const { name } = error as DOMException;
        if (video) channel.send({ kind: 'camera-failed', name });
      },
    );
  };

  const mediaDevices = MediaDevices.prototype;
  const connection = RTCPeerConnection?.prototype;
  const restore = [
    wrapMethod(mediaDevices, 'getUserMedia', (result, _self, args) => onAsked(result, args)),
    wrapMethod(mediaDevices, 'getDisplayMedia', (result) =>
      noteOutcome(
        result,
        (stream) => {
          tracks.addScreen(stream as MediaStream);
          addNotSelf((stream as MediaStream).getVideoTracks());
        },
        () => undefined,
      ),
    ),
    ...(connections
      ? CONNECTION_CALLS.map((name) =>
          wrapMethod(connection, name, (result, self) => {
            quietly(() => {
              connections.note(self);
              if (on && timer === undefined) lookSoon();
            });
            return result;
          }),
        )
      : []),
    ...(connections && RTCRtpSender
      ? [
          wrapMethod(RTCRtpSender.prototype, 'replaceTrack', (result, self) => {
            quietly(() => {
              connections.noteSender(self);
              lookSoon();
            });
            return result;
          }),
        ]
      : []),
  ];

  const turnOff = () => {
    on = false;
    clearTimeout(timer);
    for (const undo of restore) undo();
    channel.remove();
  };
}

/** Reads `video` without running a getter of the page; not plain data, or a proxy that throws, counts as no. */
function asksForVideo(constraints: unknown): boolean {
  if (typeof constraints !== 'object' || constraints === null) return false;
  let video: unknown;
  quietly(() => {
    video = getOwnPropertyDescriptor(constraints, 'video')?.value;
  });
  return Boolean(video);
}
