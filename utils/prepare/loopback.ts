import type { LoopbackFacts } from './line.ts';

/** As large and as lively as a small call: what the encoder must manage. */
const PICTURE = { widthPx: 640, heightPx: 360, perSecond: 24 } as const;
/** Encoders start slowly, so only what comes later counts. */
const WARM_UP_MS = 1_500;
const MEASURE_MS = 2_500;
/** Two ends in one page find each other at once, or not at all. */
const CONNECT_WITHIN_MS = 8_000;

/**
 * The browser calls itself: a drawn picture and a soft tone go through encoder, network stack and decoder on this
 * computer and nowhere else. There is no server in it (`iceServers` is empty), and the camera takes no part.
 *
 * The one file that may construct an RTCPeerConnection (tools/guards/page-scripts.ts): CSP does not stop WebRTC.
 */
export async function callOneself(signal: AbortSignal): Promise<LoopbackFacts> {
  const near = new RTCPeerConnection({ iceServers: [] });
  const far = new RTCPeerConnection({ iceServers: [] });
  const picture = drawPicture();
  const tone = makeTone();
  try {
    trickle(near, far);
    trickle(far, near);
    for (const track of [picture.track, tone.track]) near.addTrack(track);
    await agree(near, far);
    if (!(await isConnected(far, signal))) {
      return { framesPerSecond: null, soundPacketsPerSecond: null };
    }
    await afterMs(WARM_UP_MS, signal);
    const before = await received(far);
    await afterMs(MEASURE_MS, signal);
    const after = await received(far);
    const seconds = (after.atMs - before.atMs) / 1000;
    return {
      framesPerSecond: (after.framesDecoded - before.framesDecoded) / seconds,
      soundPacketsPerSecond: (after.soundPackets - before.soundPackets) / seconds,
    };
  } finally {
    near.close();
    far.close();
    picture.remove();
    tone.remove();
  }
}

function trickle(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    // One that comes after the end is no error.
    void to.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  });
}

async function agree(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
}

async function isConnected(end: RTCPeerConnection, signal: AbortSignal): Promise<boolean> {
  const giveUpAtMs = performance.now() + CONNECT_WITHIN_MS;
  while (end.connectionState !== 'connected') {
    if (end.connectionState === 'failed' || performance.now() > giveUpAtMs) return false;
    await afterMs(100, signal);
  }
  return true;
}

async function received(end: RTCPeerConnection) {
  let framesDecoded = 0;
  let soundPackets = 0;
  for (const entry of (await end.getStats()).values()) {
    if (entry.type !== 'inbound-rtp') continue;
    if (entry.kind === 'video') framesDecoded += entry.framesDecoded ?? 0;
    else soundPackets += entry.packetsReceived ?? 0;
  }
  return { atMs: performance.now(), framesDecoded, soundPackets };
}

/** Something that moves all over, so that there is work to do. */
function drawPicture() {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.widthPx;
  canvas.height = PICTURE.heightPx;
  const context = canvas.getContext('2d');
  let step = 0;
  const draw = () => {
    step += 1;
    if (!context) return;
    for (let x = 0; x < PICTURE.widthPx; x += 40) {
      for (let y = 0; y < PICTURE.heightPx; y += 40) {
        context.fillStyle = `hsl(${(x + y + step * 7) % 360} 50% ${30 + ((x * y + step * 3) % 40)}%)`;
        context.fillRect(x, y, 40, 40);
      }
    }
  };
  draw();
  const timer = setInterval(draw, 1000 / PICTURE.perSecond);
  const [track] = canvas.captureStream(PICTURE.perSecond).getVideoTracks();
  return {
    track: track as MediaStreamTrack,
    remove() {
      clearInterval(timer);
      track?.stop();
    },
  };
}

/** Heard by nobody: it goes to the other end alone, and nothing plays it there. */
function makeTone() {
  const context = new AudioContext();
  void context.resume().catch(() => undefined);
  const destination = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain: 0.1 })).connect(destination);
  tone.start();
  return {
    track: destination.stream.getAudioTracks()[0] as MediaStreamTrack,
    remove: () => void context.close().catch(() => undefined),
  };
}

/** @throws the signal's reason when it is aborted */
function afterMs(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const stop = () => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      done();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
