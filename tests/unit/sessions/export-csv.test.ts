import { expect, it } from 'vitest';
import { exportCsv } from '../../../utils/sessions/export-csv.ts';
import type { SessionRecord } from '../../../utils/sessions/schema.ts';

const CALL: SessionRecord = {
  schemaVersion: 2,
  id: '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10',
  startedAt: '2026-03-05T09:30Z',
  site: 'www.example.org',
  durationS: 30,
  bins: { picture: 'gg', light: 'pg', place: 'ff', sound: '--', connection: 'g-' },
  cues: [
    { id: 'too-dark', atS: 0, shown: true, cleared: true, putRight: true },
    { id: 'off-centre', direction: 'left', atS: 0, shown: false, cleared: true, putRight: false },
  ],
  endedBy: 'page',
};

it('has a row for each bin, and says what began in it', () => {
  const start = `${CALL.id},2026-03-05T09:30Z`;
  expect(exportCsv([CALL])).toBe(
    `\uFEFFid,startedAt,site,atS,picture,light,place,sound,connection,cues,shown\r
${start},www.example.org,0,good,poor,fair,not-judged,good,too-dark off-centre:left,too-dark\r
${start},www.example.org,15,good,good,fair,not-judged,not-judged,,\r
`,
  );
});

it('has its head alone where there is no call', () => {
  expect(exportCsv([]).split('\r\n')).toHaveLength(2);
});
