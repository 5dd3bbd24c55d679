import { describe, expect, it } from 'vitest';
import { cameraOfQuery } from '../../../demo/camera/virtual-camera.ts';
import { variantsOf } from '../../../demo/clinic/variants.ts';
import { wordsIn } from '../../../demo/clinic/words.ts';

const variants = (query: string) => variantsOf(new URLSearchParams(query));

describe('variants of the call page', () => {
  it('are all off by default', () => {
    expect(variants('')).toEqual({
      lang: 'sv',
      waitS: 8,
      askOnPress: false,
      controls: true,
      self: 'video',
      background: false,
      gumCalls: 1,
      stopCamera: false,
      replace: false,
      share: 'no',
      adapter: false,
      microphone: true,
    });
  });

  it.each([
    ['wait=0', { waitS: 0 }],
    ['wait=never', { waitS: undefined }],
    ['self=canvas', { self: 'canvas' }],
    ['self=hidden&lang=en', { self: 'hidden', lang: 'en' }],
    ['self=other&lang=xx', { self: 'video', lang: 'sv' }],
    ['gum=5', { gumCalls: 5 }],
    ['gum=-2', { gumCalls: 1 }],
    ['share=1', { share: 'screen' }],
    ['share=drawn', { share: 'drawn' }],
    ['microphone=0', { microphone: false }],
    ['controls=0&adapter=1&replace=1', { controls: false, adapter: true, replace: true }],
  ])('%s', (query, expected) => {
    expect(variants(query)).toMatchObject(expected);
  });

  it('know their cameras', () => {
    expect(cameraOfQuery(new URLSearchParams(''))).toBe('sitter');
    expect(cameraOfQuery(new URLSearchParams('camera=denied'))).toBe('denied');
    expect(cameraOfQuery(new URLSearchParams('camera=other'))).toBe('sitter');
  });

  it('speak Swedish and English', () => {
    expect(wordsIn('sv')('toWaitingRoom')).not.toBe(wordsIn('en')('toWaitingRoom'));
  });
});
