/** As much of the package as is used; it brings no types. */
declare module '@jitsi/rnnoise-wasm/dist/rnnoise.js' {
  /** Addresses in the wasm's memory. */
  type Pointer = number;

  interface Rnnoise {
    /** The memory; another array after it has grown. */
    readonly HEAPF32: Float32Array;
    _malloc(bytes: number): Pointer;
    /** @param model 0: the one that is built in */
    _rnnoise_create(model: 0): Pointer;
    /** @returns that somebody speaks, 0 to 1 */
    _rnnoise_process_frame(state: Pointer, output: Pointer, input: Pointer): number;
  }

  export default function createRnnoise(options: { wasmBinary: ArrayBuffer }): Promise<Rnnoise>;
}
