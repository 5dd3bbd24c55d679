import { type Clinician, createClinician, type Talking } from './clinician.ts';
import { type LoopbackCall, type SentVideo, startLoopbackCall } from './loopback-call.ts';
import { createOwnMedia } from './own-media.ts';
import type { PageElements } from './page.ts';
import { drawnScreen, sharedScreen } from './screen.ts';
import { createSelfView } from './self-view.ts';
import type { Variants } from './variants.ts';
import type { Word, Words } from './words.ts';

export type Phase = 'start' | 'preview' | 'waiting' | 'in-call' | 'ended';

/** `window.clinic`: a whole visit, for tests; the buttons do the same. */
export interface Clinic {
  readonly phase: Phase;
  /** Asks for the camera; the page does so itself unless `?ask=press`. */
  turnOnCamera(): Promise<void>;
  toWaitingRoom(): void;
  clinicianJoins(): Promise<void>;
  leave(): void;
  /** Nothing comes from the clinician any more, and the page does not know. */
  dropClinician(): void;
  setCamera(on: boolean): Promise<void>;
  setMic(on: boolean): void;
  /** The page's own sound, with the button for it. */
  setSpeaker(on: boolean): void;
  /** `muted`: silence is sent. `none`: nothing is sent. */
  setClinicianSound(sound: 'on' | 'muted' | 'none'): Promise<void>;
  /** `frozen`: nothing comes, and the page goes on showing the last one. `off`: the page takes it away. */
  setClinicianPicture(picture: 'on' | 'frozen' | 'off'): Promise<void>;
  /** Gets a new camera track and puts it on the sender, as when a person changes cameras. */
  replaceCamera(): Promise<void>;
  shareScreen(): Promise<void>;
  stopSharing(): Promise<void>;
  setClinicianTalking(talking: Talking): void;
  sentVideo(): Promise<SentVideo | undefined>;
  /** Frames of the patient's camera sent a second, since the last time this was asked. */
  sentFps(): Promise<number>;
}

const HEADINGS: Record<Phase, readonly [Word, Word | undefined]> = {
  start: ['startHeading', 'startText'],
  preview: ['startHeading', 'startText'],
  waiting: ['waitingHeading', 'waitingText'],
  'in-call': ['callHeading', undefined],
  ended: ['endedHeading', 'endedText'],
};

export function createVisit(page: PageElements, variants: Variants, words: Words): Clinic {
  const media = createOwnMedia(variants, () => cameraLost());
  const selfView = createSelfView(page.selfView, variants.self, words('selfView'));
  let phase: Phase = 'start';
  let call: LoopbackCall | undefined;
  let clinician: Clinician | undefined;
  let screen: MediaStreamTrack | undefined;
  let cameraOn = false;
  let micOn = true;
  let waitTimer: ReturnType<typeof setTimeout> | undefined;
  let lastSent: SentVideo | undefined;

  const say = (problem: Word | undefined) => {
    page.problem.textContent = problem ? words(problem) : '';
  };
  const showSelf = () => {
    selfView.show(cameraOn && media.picture ? new MediaStream([media.picture]) : undefined);
  };
  const showButtons = () => {
    page.toolbar.hidden = phase !== 'in-call' && phase !== 'waiting';
    page.turnOn.hidden = phase !== 'start';
    page.toWaitingRoom.hidden = phase !== 'preview';
    page.again.hidden = phase !== 'ended';
    page.mic.textContent = words(micOn ? 'micOff' : 'micOn');
    page.camera.textContent = words(cameraOn ? 'cameraOff' : 'cameraOn');
    page.share.textContent = words(screen ? 'shareStop' : 'share');
    page.share.hidden = phase !== 'in-call';
    page.speaker.textContent = words(page.remoteView.muted ? 'speakerOn' : 'speakerOff');
    page.speaker.hidden = phase !== 'in-call';
  };
  const enter = (next: Phase) => {
    // A press moves the focus along, so that a screen reader says where one is.
    if (phase !== next && phase !== 'start') page.heading.focus();
    phase = next;
    page.root.dataset.clinicPhase = next;
    const [heading, lead] = HEADINGS[next];
    page.heading.textContent = words(heading);
    page.lead.textContent = lead ? words(lead) : '';
    page.call.hidden = next === 'ended';
    showButtons();
  };
  const cameraLost = () => {
    cameraOn = false;
    say('problemEnded');
    showSelf();
    showButtons();
  };
  const failed = (error: unknown) => {
    if (!(error instanceof Error)) throw error;
    say(PROBLEMS[error.name] ?? 'problemOther');
  };
  enter('start');

  const clinic: Clinic = {
    get phase() {
      return phase;
    },
    async turnOnCamera() {
      try {
        await media.start();
        say(undefined);
        cameraOn = true;
      } catch (error) {
        failed(error);
      }
      showSelf();
      enter('preview');
    },
    toWaitingRoom() {
      if (phase !== 'preview') return;
      enter('waiting');
      if (variants.waitS === undefined) return;
      waitTimer = setTimeout(() => void clinic.clinicianJoins(), variants.waitS * 1000);
    },
    async clinicianJoins() {
      if (phase !== 'preview' && phase !== 'waiting') return;
      clearTimeout(waitTimer);
      enter('in-call');
      clinician = createClinician();
      const tracks = [media.picture, media.microphone].filter((track) => track !== undefined);
      call = await startLoopbackCall(new MediaStream(tracks), clinician.stream);
      page.remoteView.srcObject = call.remote;
      page.remoteView.hidden = false;
      await play(page.remoteView);
      showButtons();
    },
    leave() {
      clearTimeout(waitTimer);
      screen?.stop();
      screen = undefined;
      call?.close();
      call = undefined;
      clinician?.remove();
      media.stop();
      cameraOn = false;
      showSelf();
      page.remoteView.srcObject = null;
      if (document.fullscreenElement) void document.exitFullscreen();
      say(undefined);
      enter('ended');
    },
    dropClinician: () => call?.dropClinic(),
    async setCamera(on) {
      try {
        await media.setCamera(on);
        cameraOn = on;
        say(undefined);
        if (on && media.picture) await call?.replaceCamera(media.picture);
      } catch (error) {
        failed(error);
      }
      showSelf();
      showButtons();
    },
    setMic(on) {
      micOn = on;
      media.setMicrophone(on);
      showButtons();
    },
    setSpeaker(on) {
      page.remoteView.muted = !on;
      showButtons();
    },
    async setClinicianSound(sound) {
      clinician?.setMuted(sound === 'muted');
      await call?.sendFromClinic('audio', sound !== 'none');
    },
    async setClinicianPicture(picture) {
      await call?.sendFromClinic('video', picture === 'on');
      page.remoteView.classList.toggle('away', picture === 'off');
    },
    async replaceCamera() {
      await media.setCamera(false);
      await clinic.setCamera(true);
    },
    async shareScreen() {
      try {
        screen = variants.share === 'drawn' ? drawnScreen() : await sharedScreen();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        say('problemShare');
        return;
      }
      screen.addEventListener('ended', () => void clinic.stopSharing());
      await call?.addScreen(screen);
      showButtons();
    },
    async stopSharing() {
      screen?.stop();
      screen = undefined;
      await call?.removeScreen();
      showButtons();
    },
    setClinicianTalking: (talking) => clinician?.setTalking(talking),
    sentVideo: async () => call?.sentVideo(),
    async sentFps() {
      const now = await call?.sentVideo();
      const before = lastSent;
      lastSent = now;
      if (!now || !before || now.timestampMs <= before.timestampMs) return 0;
      const seconds = (now.timestampMs - before.timestampMs) / 1000;
      return (now.framesSent - before.framesSent) / seconds;
    },
  };

  const onPress = (button: HTMLElement, action: () => unknown) =>
    button.addEventListener('click', () => void action());
  onPress(page.turnOn, clinic.turnOnCamera);
  onPress(page.toWaitingRoom, clinic.toWaitingRoom);
  onPress(page.clinicianJoins, clinic.clinicianJoins);
  onPress(page.leave, clinic.leave);
  onPress(page.again, () => location.reload());
  onPress(page.mic, () => clinic.setMic(!micOn));
  onPress(page.camera, () => clinic.setCamera(!cameraOn));
  onPress(page.speaker, () => clinic.setSpeaker(page.remoteView.muted));
  onPress(page.share, () => (screen ? clinic.stopSharing() : clinic.shareScreen()));
  onPress(page.dialogButton, () => page.dialog.showModal());
  onPress(page.fullScreen, () =>
    document.fullscreenElement ? document.exitFullscreen() : page.call.requestFullscreen(),
  );
  onPress(page.captionsButton, () => {
    page.captions.hidden = !page.captions.hidden;
    page.captions.textContent = words(phase === 'in-call' ? 'captionText' : 'captionWaiting');
    page.captionsButton.setAttribute('aria-pressed', String(!page.captions.hidden));
  });
  return clinic;
}

const PROBLEMS: Record<string, Word> = {
  NotAllowedError: 'problemNotAllowed',
  NotFoundError: 'problemNotFound',
};

/** Browsers refuse sound on a page that nobody has pressed; then the picture alone. */
async function play(video: HTMLVideoElement): Promise<void> {
  try {
    await video.play();
  } catch {
    video.muted = true;
    await video.play().catch(() => undefined);
  }
}
