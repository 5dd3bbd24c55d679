import { writeFile } from 'node:fs/promises';

/** 16-bit mono PCM in a WAV file, for Chromium's fake microphone. Samples are -1 to 1. */
export async function writeWav(
  path: string,
  sampleRateHz: number,
  seconds: number,
  sampleAt: (s: number, index: number) => number,
): Promise<void> {
  const count = Math.round(sampleRateHz * seconds);
  const bytes = Buffer.alloc(44 + 2 * count);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 2 * count, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRateHz, 24);
  bytes.writeUInt32LE(2 * sampleRateHz, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(2 * count, 40);
  for (let index = 0; index < count; index++) {
    const sample = Math.max(-1, Math.min(1, sampleAt(index / sampleRateHz, index)));
    bytes.writeInt16LE(Math.round(sample * 32_767), 44 + 2 * index);
  }
  await writeFile(path, bytes);
}
