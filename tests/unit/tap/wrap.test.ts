import { afterEach, describe, expect, test, vi } from 'vitest';
import { noteOutcome, wrapMethod } from '../../../utils/tap/wrap.ts';

const pass = (result: unknown) => result;

/** Like the browser's own: on a prototype, enumerable, one declared parameter. */
function makeOwner() {
  const owner = {} as { ask(first: unknown, ...rest: unknown[]): unknown };
  const method = {
    ask(this: unknown, first: unknown) {
      if (first === 'throw') throw new TypeError('no');
      return [this, first];
    },
  }.ask;
  Object.defineProperty(owner, 'ask', {
    value: method,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  return { owner, method };
}

describe('wrapMethod', () => {
  test('looks like the original', () => {
    const { owner, method } = makeOwner();
    wrapMethod(owner, 'ask', pass);
    const { value, ...flags } = Object.getOwnPropertyDescriptor(owner, 'ask') ?? {};
    expect(value).not.toBe(method);
    expect(flags).toEqual({ writable: true, enumerable: true, configurable: true });
    expect([value.name, value.length, 'prototype' in value]).toEqual(['ask', 1, false]);
    expect(() => new value()).toThrow(TypeError);
  });

  test('passes this, arguments, result and what is thrown', () => {
    const { owner } = makeOwner();
    wrapMethod(owner, 'ask', pass);
    const self = {};
    expect(Reflect.apply(owner.ask, self, ['x'])).toEqual([self, 'x']);
    expect(() => owner.ask('throw')).toThrow(new TypeError('no'));
  });

  test('what fails in ours gives the page what the browser gave', () => {
    const { owner } = makeOwner();
    wrapMethod(owner, 'ask', () => {
      throw new Error('ours');
    });
    expect(owner.ask('x')).toEqual([owner, 'x']);
  });

  test('restores what nobody has wrapped again', () => {
    const { owner, method } = makeOwner();
    const restore = wrapMethod(owner, 'ask', pass);
    restore();
    expect(owner.ask).toBe(method);
  });

  test('stays a pass-through below a wrapper of the page', () => {
    const { owner } = makeOwner();
    const after = vi.fn(pass);
    const restore = wrapMethod(owner, 'ask', after);
    const ours = owner.ask;
    const pages = (...args: [unknown]) => Reflect.apply(ours, owner, args);
    owner.ask = pages;
    restore();
    expect(owner.ask).toBe(pages);
    expect(owner.ask('x')).toEqual([owner, 'x']);
    expect(after).not.toHaveBeenCalled();
  });

  test('leaves alone what is missing, sealed or no function', () => {
    const owner = { getter: 1 };
    Object.defineProperty(owner, 'sealed', { value: () => 1, configurable: false });
    const before = Object.getOwnPropertyDescriptors(owner);
    for (const name of ['missing', 'sealed', 'getter']) wrapMethod(owner, name, pass)();
    expect(Object.getOwnPropertyDescriptors(owner)).toEqual(before);
  });
});

describe('noteOutcome', () => {
  const unhandled: unknown[] = [];
  const collect = (reason: unknown) => unhandled.push(reason);
  afterEach(() => {
    process.off('unhandledRejection', collect);
    unhandled.length = 0;
  });
  const settled = () => new Promise((done) => setTimeout(done, 5));

  test('gives the very same value, and notes it', async () => {
    const value = {};
    const onValue = vi.fn();
    expect(await noteOutcome(Promise.resolve(value), onValue, vi.fn())).toBe(value);
    expect(onValue).toHaveBeenCalledExactlyOnceWith(value);
  });

  test('gives the very same error, and notes it', async () => {
    const error = new Error('denied');
    const onError = vi.fn();
    await expect(noteOutcome(Promise.reject(error), vi.fn(), onError)).rejects.toBe(error);
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
  });

  test('what goes wrong in our own notes never reaches the page', async () => {
    const broken = () => {
      throw new Error('ours');
    };
    const error = new Error('theirs');
    expect(await noteOutcome(Promise.resolve(1), broken, broken)).toBe(1);
    await expect(noteOutcome(Promise.reject(error), broken, broken)).rejects.toBe(error);
  });

  test('a rejection that the page does not handle is reported once, as without us', async () => {
    process.on('unhandledRejection', collect);
    const error = new Error('nobody cares');
    noteOutcome(Promise.reject(error), vi.fn(), vi.fn());
    await settled();
    expect(unhandled).toEqual([error]);
  });

  test('a rejection that the page handles is not reported', async () => {
    process.on('unhandledRejection', collect);
    (noteOutcome(Promise.reject(new Error('x')), vi.fn(), vi.fn()) as Promise<void>).catch(() => 1);
    await settled();
    expect(unhandled).toEqual([]);
  });

  test('what is no promise passes untouched', () => {
    expect(noteOutcome(7, vi.fn(), vi.fn())).toBe(7);
  });
});
