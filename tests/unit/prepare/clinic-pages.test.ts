import { describe, expect, it } from 'vitest';
import { CLINICS } from '../../../utils/clinics/index.ts';
import { clinicPages } from '../../../utils/prepare/clinic-pages.ts';

describe('the clinic’s page', () => {
  it.each([
    ['an origin', 'https://se.visibacare.com', 'Visiba Care', 'https://se.visibacare.com/'],
    ['a pattern', 'https://se.visibacare.com/*', 'Visiba Care', 'https://se.visibacare.com/'],
    ['one organisation of many', 'https://a.kaddio.com', 'Kaddio', 'https://a.kaddio.com/'],
    ['an unknown one', 'https://clinic.example', 'clinic.example', 'https://clinic.example/'],
    ['a name that ends alike', 'https://akaddio.com', 'akaddio.com', 'https://akaddio.com/'],
  ])('of %s', (_, site, name, address) => {
    expect(clinicPages([site], CLINICS)).toEqual([{ name, address }]);
  });

  it('is none where many organisations were chosen at once', () => {
    expect(clinicPages(['https://*.kaddio.com/*'], CLINICS)).toEqual([]);
  });
});
