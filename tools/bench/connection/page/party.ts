/** One party's page: a call without a server, whose descriptions the test program carries from one to the other. */
import { type ConnectionCounters, readConnection } from '../../../../utils/tap/connection-stats.ts';
import { LOOK_EVERY_MS, type Look, throughSchema } from '../look.ts';
import { type Film, filmCamera } from './camera.ts';

export interface PartyPage {
  /** Takes the microphone, and the browser's camera or the film in its place. */
  ready(picture: 'camera' | 'film'): Promise<void>;
  offer(restartIce: boolean): Promise<string>;
  answer(offer: string): Promise<string>;
  accept(answer: string): Promise<void>;
  iceState(): RTCIceConnectionState;
  /** From now on every two seconds. */
  look(): void;
  /** What has been seen since the last time of asking. */
  takeLooks(): readonly Look[];
}

declare global {
  interface Window {
    party: PartyPage;
    /** film.js, beside this page. */
    film: Film;
  }
}

/** Whatever of the report may say something of the line; addresses, codecs and certificates do not. */
const TRACED = [
  'candidate-pair',
  'transport',
  'inbound-rtp',
  'outbound-rtp',
  'remote-inbound-rtp',
  'remote-outbound-rtp',
];

const connection = new RTCPeerConnection();
let looks: Look[] = [];
let counters: ConnectionCounters | null = null;

const remoteView = document.createElement('video');
remoteView.autoplay = true;
document.body.append(remoteView);
connection.addEventListener('track', ({ streams: [stream] }) => {
  remoteView.srcObject = stream ?? null;
});

async function described(make: () => Promise<RTCSessionDescriptionInit>): Promise<string> {
  await connection.setLocalDescription(await make());
  if (connection.iceGatheringState !== 'complete') {
    await new Promise<void>((done) => {
      connection.addEventListener('icegatheringstatechange', () => {
        if (connection.iceGatheringState === 'complete') done();
      });
    });
  }
  return connection.localDescription?.sdp ?? '';
}

async function lookOnce(): Promise<void> {
  const report = await connection.getStats();
  const iceState = connection.iceConnectionState;
  const read = readConnection([{ id: 1, iceState, report }], counters);
  if (!read) return;
  counters = read.counters;
  const observation = throughSchema(read.observation);
  const entries = [...report.values()]
    .filter(({ type }) => TRACED.includes(type))
    .map((entry) => ({ ...entry }));
  looks.push({ atMs: Date.now(), iceState, entries, observation });
}

window.party = {
  async ready(picture) {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: picture === 'camera' && { width: 640, height: 360, frameRate: 30 },
    });
    if (picture === 'film') stream.addTrack(await filmCamera(window.film));
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
  },
  offer: (restartIce) => described(() => connection.createOffer({ iceRestart: restartIce })),
  async answer(sdp) {
    await connection.setRemoteDescription({ type: 'offer', sdp });
    return described(() => connection.createAnswer());
  },
  accept: (sdp) => connection.setRemoteDescription({ type: 'answer', sdp }),
  iceState: () => connection.iceConnectionState,
  look() {
    setInterval(() => void lookOnce(), LOOK_EVERY_MS);
  },
  takeLooks() {
    const taken = looks;
    looks = [];
    return taken;
  },
};
