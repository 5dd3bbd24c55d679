import type { Page } from '@playwright/test';
import type { TracedLook } from './page/scenario.ts';
import { looksOf, type Scenario } from './scenario.ts';
import { keyOf, type Store } from './store.ts';
import { startTraceSite } from './trace-page.ts';

/** Two cores, two pages; more would wait for each other. */
const PAGES = 2;

/** Only what changes the trace: how it is scored does not. */
export function traceKey(scenario: Scenario): string {
  const { name, pictureOf = name, seed, picture, base, steps, lengthMs } = scenario;
  return keyOf(pictureOf, { seed, picture, base, steps, lengthMs });
}

/** Renders and looks at every scenario that has no fresh trace. */
export async function traceAll(scenarios: readonly Scenario[], store: Store): Promise<void> {
  const missing = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    const key = traceKey(scenario);
    if (!(await store.isFresh(key))) missing.set(key, scenario);
  }
  if (missing.size === 0) return;
  const total = [...missing.values()].reduce((sum, scenario) => sum + looksOf(scenario), 0);
  console.log(`Tracing ${missing.size} scenarios, ${total} looks.`);
  const site = await startTraceSite();
  const progress = createProgress(total);
  const queue = [...missing.values()].sort((a, b) => (personOf(a) < personOf(b) ? -1 : 1));
  const work = async (page: Page) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const looks: TracedLook[] = await page.evaluate((s) => window.traceScenario(s), next);
      await store.write(traceKey(next), looks);
      progress.done(looks.length);
    }
  };
  try {
    const pages = await Promise.all(Array.from({ length: PAGES }, () => site.open('scenario')));
    await Promise.all(pages.map(work));
  } finally {
    progress.end();
    await site.close();
  }
}

/** Painting a face takes the sitter as long as twenty looks: films of one person come one after the other. */
const personOf = ({ picture, base }: Scenario) =>
  JSON.stringify([picture.widthPx, picture.heightPx, base.skinTone, base.headShape]);

const SAY_EVERY_MS = 10_000;

function createProgress(total: number) {
  const startMs = Date.now();
  let looks = 0;
  let saidMs = 0;
  const say = () => {
    const spentMs = Date.now() - startMs;
    const leftMin = (spentMs * (total - looks)) / Math.max(1, looks) / 60_000;
    const each = (spentMs / Math.max(1, looks)).toFixed(0);
    console.log(`  ${looks} of ${total} looks, ${each} ms each, ${leftMin.toFixed(1)} min left`);
    saidMs = Date.now();
  };
  return {
    done(more: number) {
      looks += more;
      if (Date.now() - saidMs >= SAY_EVERY_MS) say();
    },
    end: say,
  };
}
