/** A real call between two peer connections in the same page: the patient's and the clinician's. */
export interface LoopbackCall {
  /** What the patient sees and hears of the clinician. */
  readonly remote: MediaStream;
  /** Sends this camera picture from now on, without a new agreement between the ends. */
  replaceCamera(track: MediaStreamTrack): Promise<void>;
  addScreen(track: MediaStreamTrack): Promise<void>;
  removeScreen(): Promise<void>;
  /** The clinician's sound or picture: off, no packet of it comes, as when a server leaves out who is muted. */
  sendFromClinic(kind: 'audio' | 'video', on: boolean): Promise<void>;
  /** Frames of the patient's camera sent so far; undefined before the first report. */
  sentVideo(): Promise<SentVideo | undefined>;
  /** The clinician's computer dies: nothing comes from it any more, and nobody tells the page. */
  dropClinic(): void;
  close(): void;
}

export interface SentVideo {
  framesSent: number;
  timestampMs: number;
  widthPx: number | undefined;
  heightPx: number | undefined;
}

export async function startLoopbackCall(
  patientStream: MediaStream,
  clinicianStream: MediaStream,
): Promise<LoopbackCall> {
  const patient = new RTCPeerConnection();
  // In a window of its own, as on a computer of its own: what it receives is none of the patient's page's.
  const elsewhere = document.createElement('iframe');
  elsewhere.hidden = true;
  document.body.append(elsewhere);
  const clinician = new (elsewhere.contentWindow as Window & typeof globalThis).RTCPeerConnection();
  const trickle = (from: RTCPeerConnection, to: RTCPeerConnection) =>
    from.addEventListener('icecandidate', ({ candidate }) => {
      // A candidate that comes after the end of the call is no error.
      void to.addIceCandidate(candidate ?? undefined).catch(() => undefined);
    });
  trickle(patient, clinician);
  trickle(clinician, patient);

  const remote = new MediaStream();
  patient.addEventListener('track', ({ track }) => remote.addTrack(track));

  let cameraSender: RTCRtpSender | undefined;
  for (const kind of ['video', 'audio'] as const) {
    const track = patientStream.getTracks().find((candidate) => candidate.kind === kind);
    const sender = track
      ? patient.addTrack(track, patientStream)
      : patient.addTransceiver(kind, { direction: 'sendrecv' }).sender;
    if (kind === 'video') cameraSender = sender;
  }
  const farSenders = clinicianStream
    .getTracks()
    .map((track) => ({ track, sender: clinician.addTrack(track, clinicianStream) }));
  await agree(patient, clinician);

  let screenSender: RTCRtpSender | undefined;
  const removeScreen = async () => {
    if (!screenSender) return;
    patient.removeTrack(screenSender);
    screenSender = undefined;
    await agree(patient, clinician);
  };
  return {
    remote,
    replaceCamera: async (track) => cameraSender?.replaceTrack(track),
    async addScreen(track) {
      await removeScreen();
      screenSender = patient.addTrack(track, new MediaStream([track]));
      await agree(patient, clinician);
    },
    removeScreen,
    async sendFromClinic(kind, on) {
      for (const { sender, track } of farSenders.filter((far) => far.track.kind === kind)) {
        // Firefox heeds `active` of a picture alone.
        if (kind === 'audio') await sender.replaceTrack(on ? track : null);
        const parameters = sender.getParameters();
        for (const encoding of parameters.encodings) encoding.active = on;
        await sender.setParameters(parameters);
      }
    },
    async sentVideo() {
      const report = await cameraSender?.getStats();
      for (const entry of report?.values() ?? []) {
        if (entry.type !== 'outbound-rtp' || entry.kind !== 'video') continue;
        return {
          framesSent: entry.framesSent ?? entry.framesEncoded ?? 0,
          timestampMs: entry.timestamp,
          widthPx: entry.frameWidth,
          heightPx: entry.frameHeight,
        };
      }
      return undefined;
    },
    dropClinic: () => clinician.close(),
    close() {
      patient.close();
      clinician.close();
      elsewhere.remove();
    },
  };
}

async function agree(patient: RTCPeerConnection, clinician: RTCPeerConnection): Promise<void> {
  await patient.setLocalDescription();
  await clinician.setRemoteDescription(patient.localDescription as RTCSessionDescription);
  await clinician.setLocalDescription();
  await patient.setRemoteDescription(clinician.localDescription as RTCSessionDescription);
}
