import { describe, expect, it } from 'vitest';
import { isWordKey } from '../../../utils/languages/words.ts';
import { SYSTEM_NAMES, systemName } from '../../../utils/platform/system-name.ts';
import { WHERES } from '../../../utils/prepare/answers.ts';
import { LIST_ITEMS } from '../../../utils/prepare/checklist.ts';
import {
  DEVICE_KINDS,
  DEVICE_TROUBLES,
  troubleOfError,
} from '../../../utils/prepare/device-trouble.ts';
import { EMERGENCY_NUMBERS, likelyCountry } from '../../../utils/prepare/emergency.ts';
import { GRADES } from '../../../utils/prepare/line.ts';
import { MENDS } from '../../../utils/prepare/outcome.ts';

describe('Prepare', () => {
  it('has words for all that it can say', () => {
    const troubles = DEVICE_TROUBLES.flatMap((trouble) => {
      if (trouble === 'refused') return ['refused.chrome', 'refused.firefox', 'refused.owner'];
      if (trouble !== 'refused-by-system') return [trouble];
      return SYSTEM_NAMES.map((system) => `${trouble}.${system}`);
    });
    const keys = [
      ...troubles.map((id) => `trouble.${id}`),
      ...WHERES.flatMap((id) => [`where.${id}`, `where.${id}.what`]),
      ...LIST_ITEMS.map((id) => `list.${id}`),
      ...MENDS.flatMap((id) => [`mend.${id}`, `mend.${id}.button`]),
      ...GRADES.flatMap((id) => [`connection.sound.${id}`, `connection.picture.${id}`]),
      ...DEVICE_KINDS.flatMap((id) => [`device.${id}`, `setting.${id}`, `${id}.choose`]),
    ];
    expect(keys.filter((key) => !isWordKey(`prepare.${key}`))).toEqual([]);
  });
});

describe('a device that does not open', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'refused'],
    ['NotAllowedError', 'Permission dismissed', 'refused'],
    ['NotAllowedError', 'Permission denied by system', 'refused-by-system'],
    ['SecurityError', '', 'refused'],
    ['NotFoundError', 'Requested device not found', 'missing'],
    ['OverconstrainedError', '', 'missing'],
    ['NotReadableError', 'Could not start video source', 'in-use'],
    ['AbortError', 'Starting videoinput failed', 'in-use'],
    ['TypeError', 'x', 'unknown'],
  ])('%s: %s', (name, message, trouble) => {
    expect(troubleOfError({ name, message })).toBe(trouble);
  });
});

describe('the system', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Firefox/140.0', 'mac'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0', 'chromebook'],
    ['Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile', 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', 'other'],
  ])('of %s', (agent, system) => expect(systemName(agent)).toBe(system));
});

describe('the country', () => {
  it.each([
    ['Europe/Stockholm', ['en-US'], 'SE'],
    ['Europe/Oslo', ['sv-SE'], 'NO'],
    ['America/New_York', ['en-US', 'sv-SE'], 'US'],
    ['UTC', ['sv', 'fi-FI'], 'FI'],
    ['Asia/Tokyo', ['ja-JP'], null],
    ['UTC', [], null],
  ])('of %s with %j is %s', (zone, languages, country) => {
    expect(likelyCountry(zone, languages)).toBe(country);
  });

  it('has a number, and a name in both languages', () => {
    for (const [code, { emergency, advice }] of Object.entries(EMERGENCY_NUMBERS)) {
      expect(emergency).toMatch(/^\d{3}$/);
      expect(advice ?? '111').toMatch(/^\d{3,6}$/);
      expect(new Intl.DisplayNames('sv', { type: 'region' }).of(code)).not.toBe(code);
    }
  });
});
