import { ModelFormatError } from './errors.ts';

/**
 * One table of a flatbuffer, read in place and without generated code. A field is named by its slot,
 * its place in the schema's list of fields. A union takes two slots: its type, then its value.
 *
 * Every reader throws ModelFormatError where an offset leads out of the file.
 */
export class FlatTable {
  /** Bytes from the start of the file to the table. */
  readonly position: number;
  readonly #view: DataView;

  private constructor(view: DataView, position: number) {
    this.#view = view;
    this.position = position;
  }

  /** The root table of `file`. `identifier` is the schema's four letters, such as TFL3. */
  static root(file: Uint8Array, identifier: string): FlatTable {
    const found = String.fromCharCode(...file.subarray(4, 8));
    if (found !== identifier) {
      throw new ModelFormatError(
        `Not a flatbuffer of the kind ${identifier}: its identifier is ${JSON.stringify(found)}.`,
      );
    }
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** An unsigned byte, `fallback` (the schema's default) where the field is absent. */
  uint8(slot: number, fallback = 0): number {
    return this.#read(() => {
      const at = this.#field(slot);
      return at === undefined ? fallback : this.#view.getUint8(at);
    });
  }

  /** A 32 bit integer, `fallback` (the schema's default) where the field is absent. */
  int32(slot: number, fallback = 0): number {
    return this.#read(() => {
      const at = this.#field(slot);
      return at === undefined ? fallback : this.#view.getInt32(at, true);
    });
  }

  /** The text of a string field, empty where it is absent. */
  string(slot: number): string {
    return new TextDecoder().decode(this.bytes(slot));
  }

  /** The bytes of a byte vector or a string, as a view into the file. Empty where it is absent. */
  bytes(slot: number): Uint8Array {
    return this.#read(() => {
      const vector = this.#vector(slot);
      return new Uint8Array(
        this.#view.buffer,
        this.#view.byteOffset + vector.position,
        vector.length,
      );
    });
  }

  /** A vector of 32 bit integers, empty where it is absent. */
  int32s(slot: number): number[] {
    return this.#elements(slot, (at) => this.#view.getInt32(at, true));
  }

  /** A vector of 32 bit floats, empty where it is absent. */
  float32s(slot: number): number[] {
    return this.#elements(slot, (at) => this.#view.getFloat32(at, true));
  }

  /** A vector of tables, empty where it is absent. */
  tables(slot: number): FlatTable[] {
    return this.#elements(slot, (at) => new FlatTable(this.#view, this.#follow(at)));
  }

  /** The table that a field refers to, undefined where it is absent. */
  table(slot: number): FlatTable | undefined {
    const position = this.target(slot);
    return position === undefined ? undefined : new FlatTable(this.#view, position);
  }

  /** Where in the file the thing lies that a field refers to, undefined where it is absent. */
  target(slot: number): number | undefined {
    return this.#read(() => {
      const at = this.#field(slot);
      return at === undefined ? undefined : this.#follow(at);
    });
  }

  #field(slot: number): number | undefined {
    const vtable = this.position - this.#view.getInt32(this.position, true);
    const entry = 4 + 2 * slot;
    if (entry >= this.#view.getUint16(vtable, true)) return undefined;
    const offset = this.#view.getUint16(vtable + entry, true);
    return offset === 0 ? undefined : this.position + offset;
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }

  #vector(slot: number): { position: number; length: number } {
    const at = this.target(slot);
    if (at === undefined) return { position: 0, length: 0 };
    return { position: at + 4, length: this.#view.getUint32(at, true) };
  }

  // Vectors of numbers and of references alike have elements of 4 bytes.
  #elements<T>(slot: number, element: (at: number) => T): T[] {
    return this.#read(() => {
      const { position, length } = this.#vector(slot);
      // Asked for first: a damaged length would otherwise allocate an array of billions.
      if (position + 4 * length > this.#view.byteLength) throw new RangeError();
      return Array.from({ length }, (_, index) => element(position + 4 * index));
    });
  }

  #read<T>(reader: () => T): T {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ModelFormatError('A flatbuffer is damaged: an offset leads out of the file.', {
        cause: error,
      });
    }
  }
}
