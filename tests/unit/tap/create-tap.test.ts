import { afterEach, describe, expect, test, vi } from 'vitest';
import { PORT_EVENT, TAP_EVENT } from '../../../utils/messages/tap-overlay.ts';
import { createTap } from '../../../utils/tap/create-tap.ts';
import { createWorld } from './world.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const one of close.splice(0)) one();
  vi.unstubAllGlobals();
});

function start() {
  const world = createWorld();
  const overlay = world.listen();
  createTap(world.window);
  close.push(() => {
    overlay.link.turnOff();
    overlay.close();
  });
  const { messages, handed } = overlay;
  const phases = () =>
    messages.flatMap((message) => (message.kind === 'phase' ? message.phase : []));
  return { ...world, overlay, messages, handed, phases, devices: new world.Devices() };
}

describe('hand-shake', () => {
  test.each(['overlay first', 'tap first'])('%s', async (order) => {
    const world = createWorld();
    if (order === 'tap first') createTap(world.window);
    const overlay = world.listen();
    if (order !== 'tap first') createTap(world.window);
    close.push(overlay.link.turnOff, overlay.close);
    await vi.waitFor(() =>
      expect(overlay.messages[0]).toEqual({ kind: 'tap-ready', fromStart: true }),
    );
  });

  test('a late tap says so', async () => {
    const world = createWorld();
    world.document.readyState = 'complete';
    createTap(world.window);
    const overlay = world.listen();
    close.push(overlay.link.turnOff, overlay.close);
    await vi.waitFor(() =>
      expect(overlay.messages[0]).toEqual({ kind: 'tap-ready', fromStart: false }),
    );
  });

  test('a second tap goes away, and wraps nothing again', async () => {
    const { Devices, Connection, window } = start();
    const before = [Devices.prototype.getUserMedia, Connection.prototype.addTrack];
    createTap(window);
    expect([Devices.prototype.getUserMedia, Connection.prototype.addTrack]).toEqual(before);
  });

  test('a newer overlay hears everything from the start', async () => {
    const { devices, listen, handed } = start();
    await devices.getUserMedia({ video: true });
    await vi.waitFor(() => expect(handed).toHaveLength(1));
    const newer = listen();
    close.push(newer.close);
    await vi.waitFor(() => expect(newer.handed).toHaveLength(1));
    expect(newer.messages).toContainEqual({ kind: 'phase', phase: 'preview' });
  });

  test('events that a page makes up do no harm', async () => {
    const { document, devices } = start();
    document.dispatchEvent(new Event(PORT_EVENT));
    document.dispatchEvent(new Event(TAP_EVENT));
    const channel = new MessageChannel();
    document.dispatchEvent(new MessageEvent(PORT_EVENT, { ports: [channel.port2] }));
    channel.port1.postMessage(null);
    channel.port1.postMessage({ kind: 'hello', trackEvent: {} });
    await expect(devices.getUserMedia({ video: true })).resolves.toBeDefined();
    channel.port1.close();
  });
});

describe('getUserMedia', () => {
  test('the page gets the very stream; the overlay hears of it at the call', async () => {
    const { devices, device, Stream, Track, messages, handed } = start();
    const camera = new Track('video', 'camera');
    const microphone = new Track('audio', 'microphone');
    const stream = new Stream([microphone, camera]);
    device.answer = async () => stream;
    expect(await devices.getUserMedia({ video: true, audio: true })).toBe(stream);
    await vi.waitFor(() => expect(handed).toHaveLength(1));
    expect(handed[0]).toMatchObject({ video: camera, audio: microphone, origin: 'camera' });
    await vi.waitFor(() => expect(messages).toContainEqual({ kind: 'camera-asked' }));
  });

  test('the page gets the very error', async () => {
    const { devices, device, messages } = start();
    const error = new DOMException('no', 'NotAllowedError');
    device.answer = () => Promise.reject(error);
    await expect(devices.getUserMedia({ video: true })).rejects.toBe(error);
    await vi.waitFor(() =>
      expect(messages).toContainEqual({ kind: 'camera-failed', name: 'NotAllowedError' }),
    );
  });

  test('getters of the page are not run, and sound alone asks for no camera', async () => {
    const { devices, messages, phases } = start();
    const getter = vi.fn(() => true);
    await devices.getUserMedia(Object.defineProperty({}, 'video', { get: getter }));
    await devices.getUserMedia({ audio: true });
    await vi.waitFor(() => expect(phases()).toContain('preview'));
    expect(getter).not.toHaveBeenCalled();
    expect(messages).not.toContainEqual({ kind: 'camera-asked' });
  });

  test('turned off: the original is back, the connection’s too', async () => {
    const world = createWorld();
    const originals = [
      world.Devices.prototype.getUserMedia,
      world.Connection.prototype.addTrack,
      world.Connection.prototype.getStats,
    ];
    const overlay = world.listen();
    close.push(overlay.close);
    createTap(world.window);
    const now = () => [
      world.Devices.prototype.getUserMedia,
      world.Connection.prototype.addTrack,
      world.Connection.prototype.getStats,
    ];
    expect(now()).not.toEqual(originals);
    overlay.link.turnOff();
    await vi.waitFor(() => expect(now()).toEqual(originals));
  });
});

describe('a call', () => {
  test('preview, waiting, in the call, ended', async () => {
    const { devices, Connection, Track, phases, handed, messages } = start();
    const stream = await devices.getUserMedia({ video: true });
    await vi.waitFor(() => expect(phases().at(-1)).toBe('preview'));

    const connection = new Connection();
    const [camera] = stream.getVideoTracks();
    if (!camera) throw new Error('no camera');
    connection.addTrack(camera);
    await vi.waitFor(() => expect(phases().at(-1)).toBe('waiting'));
    await vi.waitFor(() => expect(handed.at(-1)).toMatchObject({ origin: 'sender' }));

    connection.connectionState = 'connected';
    const far = { track: new Track('audio', 'far', {}), packets: 1 };
    connection.receivers.push(far);
    connection.dispatchEvent(Object.assign(new Event('track'), { track: far.track }));
    await vi.waitFor(() => expect(phases().at(-1)).toBe('in-call'));
    expect(messages).toContainEqual({ kind: 'not-self', trackIds: ['far'] });
    await vi.waitFor(() => expect(messages).toContainEqual({ kind: 'far-level', level: 0.5 }));

    connection.close();
    await vi.waitFor(() => expect(phases().at(-1)).toBe('ended'));
  });

  test('how the picture is sent is told, beside the page: what it puts over getStats is not called', async () => {
    const { Connection, Sender, Track, messages } = start();
    const { getStats } = Sender.prototype;
    const ofThePage = vi.fn(getStats);
    Sender.prototype.getStats = ofThePage;
    const connection = new Connection();
    connection.connectionState = 'connected';
    connection.addTrack(new Track('video', 'camera'));
    connection.receivers.push({ track: new Track('video', 'far', {}), packets: 1 });
    const quality = expect.objectContaining({ limitedBy: 'none', widthPx: 640 });
    await vi.waitFor(() => expect(messages).toContainEqual({ kind: 'send-quality', quality }));
    connection.close();
    await vi.waitFor(() =>
      expect(messages).toContainEqual({ kind: 'send-quality', quality: null }),
    );
    expect(ofThePage).not.toHaveBeenCalled();
  });

  test('sound that was sent and is not any more is told, with or without an end of its track', async () => {
    const { devices, device, Stream, Connection, Track, messages, handed } = start();
    const microphone = new Track('audio', 'microphone');
    device.answer = async () => new Stream([new Track('video', 'camera'), microphone]);
    await devices.getUserMedia({ video: true, audio: true });
    const sender = new Connection().addTrack(microphone);
    await vi.waitFor(() => expect(handed.at(-1)).toMatchObject({ audio: microphone }));
    const withdrawn = () =>
      messages.flatMap((message) => (message.kind === 'sound-withdrawn' ? message.withdrawn : []));
    // Three looks: nothing is withdrawn by being sent.
    await new Promise((done) => setTimeout(done, 600));
    expect(withdrawn()).toEqual([]);
    await sender.replaceTrack(null);
    await vi.waitFor(() => expect(withdrawn()).toEqual([true]));
    await sender.replaceTrack(microphone);
    await vi.waitFor(() => expect(withdrawn()).toEqual([true, false]));
    microphone.stop();
    await vi.waitFor(() => expect(withdrawn()).toEqual([true, false, true]));
  });

  test('what comes from the far end is told, and that the page takes it into an audio graph', async () => {
    const { Connection, Graph, Stream, Track, messages } = start();
    const connection = new Connection();
    connection.connectionState = 'connected';
    const far = new Track('audio', 'far', {});
    connection.receivers.push({ track: far, packets: 1 });
    const stream = new Stream([far]);
    expect(new Graph().createMediaStreamSource(stream)).toEqual({ stream });
    connection.addTrack(new Track('audio', 'microphone'));
    const arrival = {
      overMs: null,
      isSoundExpected: true,
      isPictureExpected: false,
      isMixed: true,
      streams: [],
    };
    await vi.waitFor(() => expect(messages).toContainEqual({ kind: 'arrival', arrival }));
    connection.close();
  });

  test('a late tap meets a running connection at getStats', async () => {
    const { Connection, Track, handed, phases } = start();
    const connection = new Connection();
    connection.connectionState = 'connected';
    connection.senders = [new Connection().addTrack(new Track('video', 'camera'))];
    connection.receivers = [{ track: new Track('video', 'far', {}), packets: 1 }];
    await connection.getStats();
    await vi.waitFor(() => expect(phases().at(-1)).toBe('in-call'));
    expect(handed.at(-1)?.video.id).toBe('camera');
  });

  test('a shared screen is told, and is not the patient; also without displaySurface', async () => {
    const { devices, Connection, messages, handed } = start();
    await devices.getUserMedia({ video: true });
    const [screen] = (await devices.getDisplayMedia()).getVideoTracks();
    if (!screen) throw new Error('no screen');
    new Connection().addTrack(screen);
    await vi.waitFor(() => expect(messages).toContainEqual({ kind: 'sharing', active: true }));
    expect(handed.map(({ video }) => video.id)).toEqual(['camera']);
    screen.stop();
    await vi.waitFor(() => expect(messages).toContainEqual({ kind: 'sharing', active: false }));
  });
});
