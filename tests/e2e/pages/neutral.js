/**
 * Notes all that a call page can see of its camera and connections, as plain data. The same notes are
 * taken in a browser without Eyelevel and compared (tests/e2e/neutral.spec.ts). What is known to differ
 * is said in docs/for-clinics.md and not noted here: `toString()` and one microtask.
 */
const { prototype: connectionProto } = RTCPeerConnection;
const WRAPPED = [
  [MediaDevices.prototype, ['getUserMedia', 'getDisplayMedia']],
  [
    connectionProto,
    [
      'addTrack',
      'addTransceiver',
      'addStream',
      'setRemoteDescription',
      'addIceCandidate',
      'getSenders',
      'getStats',
    ],
  ],
  [RTCRtpSender.prototype, ['replaceTrack']],
];

const messages = [];
addEventListener('message', ({ data }) => messages.push(data));
const rejections = [];
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  rejections.push(event.reason);
});
let handledLate = 0;
addEventListener('rejectionhandled', () => {
  handledLate += 1;
});

const ask = (constraints) => navigator.mediaDevices.getUserMedia(constraints);
const after = (ms) => new Promise((done) => setTimeout(done, ms));

/** An error or a value as data; `same` says that it is the very object that is expected. */
function asData(value, same) {
  if (value instanceof Error || value instanceof DOMException) {
    const { name, message, code, constraint } = value;
    return { error: name, type: value.constructor.name, message, code, constraint, same };
  }
  if (typeof value !== 'object' || value === null) return { value, same };
  return { type: Object.prototype.toString.call(value), own: Reflect.ownKeys(value).length, same };
}

/** How a call ends: by value or throw, at once or by a promise. */
async function outcome(call, expected) {
  try {
    const result = call();
    const promised = result instanceof Promise;
    const isOf = promised && result.constructor === Promise;
    try {
      const value = await result;
      return { promised, isOf, ...asData(value, value === expected) };
    } catch (error) {
      return { promised, isOf, rejected: asData(error, error === expected) };
    }
  } catch (error) {
    return { thrown: asData(error, error === expected) };
  }
}

const globals = () => ({
  window: Reflect.ownKeys(window).map(String).sort(),
  document: Reflect.ownKeys(document).map(String).sort(),
  navigator: Reflect.ownKeys(navigator).map(String),
  devices: Reflect.ownKeys(navigator.mediaDevices).map(String),
  prototypes: WRAPPED.map(([owner]) => Reflect.ownKeys(owner).map(String)),
});

const functions = () =>
  WRAPPED.flatMap(([owner, names]) =>
    names.map((name) => {
      const { value, ...flags } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      if (!value) return { name, missing: true };
      let constructs = true;
      try {
        Reflect.construct(Object, [], value);
      } catch {
        constructs = false;
      }
      const own = Object.getOwnPropertyDescriptors(value);
      return {
        name,
        flags,
        own,
        constructs,
        prototype: Object.getPrototypeOf(value) === Function.prototype,
      };
    }),
  );

const elements = () => Array.from(document.querySelectorAll('*'), ({ localName }) => localName);

function settingsOf(track) {
  const { id, kind, label, enabled, muted, readyState, contentHint } = track;
  const own = Reflect.ownKeys(track).length;
  const settings = track.getSettings();
  const constraints = track.getConstraints();
  return { id, kind, label, enabled, muted, readyState, contentHint, own, settings, constraints };
}

let stream;
let before;

window.neutral = {
  globals,
  functions,
  elements,
  messages: () => messages.length,

  /** The camera: `nativeOutcomes` was filled by the script that ran before any extension. */
  async camera() {
    const promise = ask({ audio: true, video: true });
    stream = await promise;
    const [native] = window.nativeOutcomes;
    before = stream.getTracks().map(settingsOf);
    return {
      ...(await outcome(() => promise, native)),
      isMediaStream: stream instanceof MediaStream,
      active: stream.active,
      tracks: stream.getTracks().map((track) => ({
        known: stream.getTrackById(track.id) === track,
        isTrack: track instanceof MediaStreamTrack,
        ...settingsOf(track),
        // Made up anew by each browser.
        id: track.id.length,
        settings: Object.keys(track.getSettings()).sort(),
      })),
    };
  },

  /** After a while of coaching the tracks are as they were. */
  cameraLater() {
    const now = stream.getTracks().map(settingsOf);
    return { unchanged: JSON.stringify(now) === JSON.stringify(before), count: now.length };
  },

  async errors() {
    const detached = navigator.mediaDevices.getUserMedia;
    const mine = new Error('of the page');
    const lastNative = async (constraints) => {
      const error = await ask(constraints).catch((reason) => reason);
      return asData(error, error === window.nativeOutcomes.at(-1));
    };
    return [
      await lastNative({}),
      await lastNative(undefined),
      await lastNative({ video: { width: { exact: 99_999 } } }),
      await lastNative({ video: { deviceId: { exact: 'nobody' } } }),
      await outcome(() => detached({ video: true })),
      await outcome(() => detached.call({}, { video: true })),
      await outcome(() => detached.call(navigator.mediaDevices, 7)),
      await outcome(
        () =>
          ask({
            get video() {
              throw mine;
            },
          }),
        mine,
      ),
      await outcome(() =>
        ask(
          new Proxy(
            { video: true },
            {
              getOwnPropertyDescriptor() {
                throw mine;
              },
            },
          ),
        ),
      ),
    ];
  },

  /** Of five failing calls the page handles two at once, one late, and two never. */
  async rejections() {
    rejections.length = 0;
    const { nativeOutcomes } = window;
    const had = nativeOutcomes.length;
    const impossible = { video: { width: { exact: 99_999 } } };
    const late = ask(impossible);
    ask(impossible).catch(() => undefined);
    ask(impossible);
    ask(impossible).then(() => undefined);
    await late.then(
      () => undefined,
      () => undefined,
    );
    const unheard = ask(impossible);
    // Events about rejections come soon after; those that should not come are given the time to.
    for (let tries = 0; tries < 100 && nativeOutcomes.length < had + 5; tries++) await after(100);
    for (let tries = 0; tries < 50 && rejections.length < 3; tries++) await after(100);
    await after(200);
    unheard.catch(() => undefined);
    for (let tries = 0; tries < 50 && handledLate === 0; tries++) await after(100);
    return {
      unhandled: rejections.map((reason) => asData(reason, window.nativeOutcomes.includes(reason))),
      handledLate,
    };
  },

  /** What webrtc-adapter and its like do: put their own on top, later take it away again. */
  async adapter() {
    const { mediaDevices } = navigator;
    const inner = mediaDevices.getUserMedia.bind(mediaDevices);
    let called = 0;
    mediaDevices.getUserMedia = (constraints) => {
      called += 1;
      return inner(constraints);
    };
    const own = Reflect.ownKeys(mediaDevices).map(String);
    const given = await ask({ video: true });
    for (const track of given.getTracks()) track.stop();
    delete mediaDevices.getUserMedia;
    const before = connectionProto.addTrack;
    connectionProto.addTrack = function addTrack(...args) {
      called += 1;
      return before.apply(this, args);
    };
    const connection = new RTCPeerConnection();
    const sender = connection.addTrack(stream.getTracks()[0], stream);
    connectionProto.addTrack = before;
    connection.close();
    return { called, own, after: globals().devices, sender: asData(sender) };
  },

  async connection() {
    const connection = new RTCPeerConnection();
    const other = new RTCPeerConnection();
    const closed = new RTCPeerConnection();
    closed.close();
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    const sender = connection.addTrack(video, stream);
    const transceiver = connection.addTransceiver(audio, { direction: 'sendonly' });
    const calls = {
      'addTrack: the sender that is listed': [() => connection.getSenders()[0], sender],
      'addTrack twice': [() => connection.addTrack(video, stream)],
      'addTrack without a track': [() => connection.addTrack()],
      'addTrack of no track': [() => connection.addTrack({}, stream)],
      'addTrack when closed': [() => closed.addTrack(video)],
      'addTrack on nothing': [() => connectionProto.addTrack.call(undefined, video)],
      'addTransceiver: its sender': [() => connection.getSenders()[1], transceiver.sender],
      'addTransceiver of a wrong kind': [() => connection.addTransceiver('smell')],
      'addTransceiver with a wrong direction': [
        () => connection.addTransceiver('audio', { direction: 'up' }),
      ],
      'addTransceiver when closed': [() => closed.addTransceiver('audio')],
      'replaceTrack by nothing': [() => sender.replaceTrack(null)],
      'replaceTrack by another kind': [() => sender.replaceTrack(audio)],
      'replaceTrack back': [() => sender.replaceTrack(video)],
      'replaceTrack without argument': [() => sender.replaceTrack()],
      'replaceTrack on another object': [() => RTCRtpSender.prototype.replaceTrack.call({}, video)],
      getStats: [() => connection.getStats()],
      'getStats of a track': [() => connection.getStats(video)],
      'getStats of an unknown track': [() => other.getStats(video)],
      'getSenders on nothing': [() => connectionProto.getSenders.call({})],
      'setRemoteDescription of rubbish': [
        () => other.setRemoteDescription({ type: 'offer', sdp: 'rubbish' }),
      ],
      'setRemoteDescription, old form': [
        () =>
          new Promise((done) =>
            other.setRemoteDescription({ type: 'answer', sdp: '' }, done, ({ name }) => done(name)),
          ),
      ],
      'addIceCandidate of rubbish': [() => other.addIceCandidate({ candidate: 'rubbish' })],
      'addIceCandidate too early': [() => other.addIceCandidate()],
      addStream: [() => other.addStream?.(stream)],
      'addStream of no stream': [() => other.addStream?.({})],
    };
    const outcomes = {};
    for (const [name, [call, expected]] of Object.entries(calls)) {
      outcomes[name] = await outcome(call, expected);
    }
    outcomes.kinds = [
      connection instanceof RTCPeerConnection,
      sender instanceof RTCRtpSender,
      sender.track === video,
      Reflect.ownKeys(connection).length,
      Reflect.ownKeys(sender).length,
    ];
    connection.close();
    other.close();
    return outcomes;
  },

  /** A call that is begun and goes on while nearly every function a tap could use throws. */
  async callWhileBroken() {
    const repair = breakTheWorld();
    const media = await ask({ audio: true, video: true });
    const here = new RTCPeerConnection();
    const there = new RTCPeerConnection();
    here.onicecandidate = ({ candidate }) => void there.addIceCandidate(candidate);
    there.onicecandidate = ({ candidate }) => void here.addIceCandidate(candidate);
    here.addTrack(getVideo(media), media);
    await here.setLocalDescription();
    await there.setRemoteDescription(here.localDescription);
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription);
    let frames = 0;
    for (let tries = 0; tries < 200 && frames < 10; tries++) {
      await after(100);
      frames = decodedFrames(await apply(getStats, there, []));
    }
    const thrown = repair();
    for (const track of media.getTracks()) track.stop();
    here.close();
    there.close();
    return { frames: frames >= 10, given: media === window.nativeOutcomes.at(-1), thrown };
  },
};

// Taken before anything is broken: what this page itself needs.
const getVideo = (media) => {
  for (const track of apply(getTracks, media, [])) if (track.kind === 'video') return track;
};
const { apply } = Reflect;
const { getTracks } = MediaStream.prototype;
const { getStats } = connectionProto;
const { forEach } = RTCStatsReport.prototype;
const decodedFrames = (report) => {
  let frames = 0;
  apply(forEach, report, [
    ({ type, framesDecoded }) => {
      if (type === 'inbound-rtp' && framesDecoded > 0) frames = framesDecoded;
    },
  ]);
  return frames;
};

/** @returns puts everything back, and says how often something was called that threw */
function breakTheWorld() {
  const broken = [
    [connectionProto, 'getStats', 'getReceivers', 'getTransceivers'],
    [RTCRtpReceiver.prototype, 'getSynchronizationSources', 'getStats'],
    [MediaStreamTrack.prototype, 'getSettings', 'clone'],
    [MediaStream.prototype, 'getTracks', 'getAudioTracks', 'getVideoTracks'],
    [MessagePort.prototype, 'postMessage'],
    [Document.prototype, 'createElement', 'querySelectorAll'],
    [EventTarget.prototype, 'addEventListener', 'dispatchEvent'],
    [Promise.prototype, 'then', 'catch', 'finally'],
    [Array.prototype, 'map', 'filter', 'flatMap', 'some', 'every', 'find', 'findLast'],
    [Array.prototype, 'includes', 'push', 'slice', 'at', 'concat', 'forEach', 'join'],
    [Map.prototype, 'get', 'set', 'has', 'keys', 'values'],
    [Set.prototype, 'add', 'has', 'delete'],
    [WeakMap.prototype, 'get', 'set', 'has'],
    [Function.prototype, 'call', 'apply', 'bind'],
    [Reflect, 'apply', 'getOwnPropertyDescriptor'],
    [Performance.prototype, 'now'],
  ];
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const undo = [];
  let count = 0;
  let thrown = 0;
  for (const [owner, ...names] of broken) {
    for (const name of names) {
      const was = getOwnPropertyDescriptor(owner, name);
      if (!was) continue;
      undo[count++] = () => defineProperty(owner, name, was);
    }
  }
  for (const [owner, ...names] of broken) {
    for (const name of names) {
      if (!getOwnPropertyDescriptor(owner, name)) continue;
      defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value() {
          thrown += 1;
          throw new Error(`${name} is broken on this page`);
        },
      });
    }
  }
  return () => {
    for (let i = 0; i < count; i++) undo[i]();
    return thrown;
  };
}
