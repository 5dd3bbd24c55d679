/**
 * Measures a link from one of its ends. Runs in a namespace: `station.ts ADDRESS`. Each line of JSON on standard input
 * is a SendRequest, answered by one line with what came of it.
 */
import { createSocket } from 'node:dgram';
import { createInterface } from 'node:readline';

export const STATION_PORT = 4077;

export interface SendRequest {
  readonly to: string;
  readonly packets: number;
  /** Time between two packets. */
  readonly everyMs: number;
  /** Length of the IP packet. */
  readonly bytes: number;
  /** How long to wait for answers after the last packet. */
  readonly waitMs: number;
}

export interface Sent {
  readonly sent: number;
  /** Of each packet that was answered, in the order of the answers. */
  readonly roundTripsMs: readonly number[];
  /** What the other end says of the packets that reached it; null when no answer came. */
  readonly arrived: { readonly packets: number; readonly overMs: number } | null;
}

const IP_AND_UDP_BYTES = 28;
/** Run, number, when it was sent, packets that arrived in this run and over how long. */
const HEAD_BYTES = 40;
const QUESTION = 1;
const ANSWER = 2;

function serve(address: string): void {
  const socket = createSocket('udp4');
  let run = 0;
  let roundTripsMs: number[] = [];
  let arrived: Sent['arrived'] = null;
  let answering = { run: -1, packets: 0, firstMs: 0 };

  socket.on('message', (message, from) => {
    const ofRun = message.readUInt32BE(4);
    if (message.readUInt32BE(0) === QUESTION) {
      const nowMs = performance.now();
      if (ofRun !== answering.run) answering = { run: ofRun, packets: 0, firstMs: nowMs };
      answering.packets += 1;
      // Only the head goes back, so that a slow link is filled one way alone.
      const answer = Buffer.from(message.subarray(0, HEAD_BYTES));
      answer.writeUInt32BE(ANSWER, 0);
      answer.writeUInt32BE(answering.packets, 16);
      answer.writeDoubleBE(nowMs - answering.firstMs, 24);
      socket.send(answer, from.port, from.address);
    } else if (ofRun === run) {
      roundTripsMs.push(performance.now() - message.readDoubleBE(8));
      arrived = { packets: message.readUInt32BE(16), overMs: message.readDoubleBE(24) };
    }
  });

  const send = async ({ to, packets, everyMs, bytes, waitMs }: SendRequest): Promise<Sent> => {
    run += 1;
    roundTripsMs = [];
    arrived = null;
    const startMs = performance.now();
    for (let number = 0; number < packets; number++) {
      const leftMs = startMs + number * everyMs - performance.now();
      if (leftMs > 0) await later(leftMs);
      const packet = Buffer.alloc(Math.max(HEAD_BYTES, bytes - IP_AND_UDP_BYTES));
      packet.writeUInt32BE(QUESTION, 0);
      packet.writeUInt32BE(run, 4);
      packet.writeDoubleBE(performance.now(), 8);
      socket.send(packet, STATION_PORT, to);
    }
    await later(waitMs);
    return { sent: packets, roundTripsMs, arrived };
  };

  socket.bind(STATION_PORT, address, async () => {
    console.log(JSON.stringify({ ready: true }));
    for await (const line of createInterface({ input: process.stdin })) {
      console.log(JSON.stringify(await send(JSON.parse(line))));
    }
    socket.close();
  });
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const [address] = process.argv.slice(2);
if (address && process.argv[1]?.endsWith('station.ts')) serve(address);
