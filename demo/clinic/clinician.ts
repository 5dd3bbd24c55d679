import { createVoice } from '../camera/voice.ts';

/** When the clinician is heard: taking turns (6 s of every 15), always, or never. */
export type Talking = 'turns' | boolean;

export interface Clinician {
  readonly stream: MediaStream;
  setTalking(talking: Talking): void;
  /** Muted, packets of silence are sent. */
  setMuted(muted: boolean): void;
  remove(): void;
}

const SIZE_PX = { width: 480, height: 270 };
const FRAMES_PER_SECOND = 10;
const TURN_MS = { talks: 6000, every: 15_000 };
const SPEECH_DBFS = -26;
const ROOM_DBFS = -65;

/** A friendly drawing: simple on purpose, so that nobody takes it for a person. */
export function createClinician(): Clinician {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE_PX.width;
  canvas.height = SIZE_PX.height;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const voice = createVoice({ seed: 7, pitchHz: 120 });
  if (voice) stream.addTrack(voice.track());
  const startMs = performance.now();
  let talking: Talking = 'turns';

  const draw = () => {
    const nowMs = performance.now() - startMs;
    const talks = talking === 'turns' ? nowMs % TURN_MS.every < TURN_MS.talks : talking;
    voice?.set(talks ? SPEECH_DBFS : undefined, ROOM_DBFS);
    drawClinician(context, nowMs, talks);
  };
  draw();
  const timer = setInterval(draw, 1000 / FRAMES_PER_SECOND);
  return {
    stream,
    setTalking(next) {
      talking = next;
    },
    setMuted(muted) {
      for (const track of stream.getAudioTracks()) track.enabled = !muted;
    },
    remove() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      voice?.remove();
    },
  };
}

function drawClinician(g: CanvasRenderingContext2D, nowMs: number, talks: boolean): void {
  const { width, height } = SIZE_PX;
  const x = width / 2 + 3 * Math.sin(nowMs / 900);
  const y = height * 0.43 + 2 * Math.sin(nowMs / 700);
  const shape = (style: string, draw: () => void) => {
    g.fillStyle = style;
    g.beginPath();
    draw();
    g.fill();
  };
  shape('#cfe0e2', () => g.rect(0, 0, width, height));
  shape('#b6cdd0', () => g.rect(40, 30, 90, 60));
  shape('#e9f1f1', () => g.rect(46, 36, 78, 48));
  // Coat, blouse, neck, hair, face.
  shape('#ffffff', () => g.ellipse(x, height + 30, 120, 115, 0, 0, 2 * Math.PI));
  shape('#2f7f8c', () => g.ellipse(x, height + 12, 34, 92, 0, 0, 2 * Math.PI));
  shape('#5b3b2a', () => g.ellipse(x, y - 2, 64, 72, 0, 0, 2 * Math.PI));
  shape('#b97f5c', () => g.rect(x - 18, y + 38, 36, 44));
  shape('#c68c68', () => g.ellipse(x, y + 8, 50, 60, 0, 0, 2 * Math.PI));
  shape('#5b3b2a', () => g.ellipse(x, y - 40, 54, 24, 0, 0, 2 * Math.PI));
  const blink = nowMs % 4100 < 150 ? 1 : 6;
  for (const side of [-1, 1]) {
    shape('#2a1c14', () => g.ellipse(x + side * 19, y + 2, 5, blink, 0, 0, 2 * Math.PI));
    shape('#4a3021', () => g.ellipse(x + side * 19, y - 10, 11, 5, 0, Math.PI, 2 * Math.PI));
  }
  // A smile: the lower half of an oval, open while talking.
  const open = talks ? 6 + 6 * Math.abs(Math.sin(nowMs / 120)) : 5;
  shape('#8a3f3b', () => g.ellipse(x, y + 34, 17, open, 0, 0, Math.PI));
}
