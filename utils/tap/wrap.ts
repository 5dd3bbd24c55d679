import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  NativePromise,
  promiseThen,
  quietly,
} from './natives.ts';

/** Gives the page what its call returns. `result` is the original's; give it back, or a promise for it. */
type AfterCall = (result: unknown, self: unknown, args: readonly unknown[]) => unknown;

/**
 * Puts a function round a method so that the page cannot trip over it: same name, length and descriptor
 * (so still writable: webrtc-adapter reassigns these), no prototype, and what the original throws passes.
 * @returns restore: puts the original back unless the page has wrapped ours; there it stays a pass-through
 */
export function wrapMethod(owner: object, name: string, after: AfterCall): () => void {
  const before = getOwnPropertyDescriptor(owner, name);
  const original: unknown = before?.value;
  if (!before?.configurable || typeof original !== 'function') return () => undefined;
  let on = true;
  // A method of an object literal: like the browser's own, it cannot be called with `new`.
  const { [name]: wrapper } = {
    [name](this: unknown, ...args: unknown[]): unknown {
      const result = apply(original, this, args);
      if (!on) return result;
      try {
        return after(result, this, args);
      } catch {
        // Ours failed, for which the page's call must not pay: it gets what the browser gave.
        return result;
      }
    },
  };
  defineProperty(wrapper as object, 'length', { value: original.length, configurable: true });
  defineProperty(owner, name, { ...before, value: wrapper });
  return () => {
    on = false;
    if (getOwnPropertyDescriptor(owner, name)?.value === wrapper)
      defineProperty(owner, name, before);
  };
}

/**
 * Learns how a promise ends and gives the page one that ends the same, with the very same value or error.
 * The page gets the derived promise: a handler hung on the original beside it would swallow or add an
 * `unhandledrejection`.
 */
export function noteOutcome(
  result: unknown,
  onValue: (value: unknown) => void,
  onError: (error: unknown) => void,
): unknown {
  if (!(result instanceof NativePromise)) return result;
  return apply(promiseThen, result, [
    (value: unknown) => {
      quietly(() => onValue(value));
      return value;
    },
    (error: unknown) => {
      quietly(() => onError(error));
      throw error;
    },
  ]);
}
