import { PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { HEAD_SHAPES, headShapeOf, interocularCm } from '../../../demo/sitter/head-shapes.ts';
import { poseAt } from '../../../demo/sitter/movement.ts';
import { GOOD_SITUATION, type Situation } from '../../../demo/sitter/situation.ts';
import { aim, seenBy } from '../../../demo/sitter/view.ts';

const STILL = { ...poseAt(GOOD_SITUATION, 1, 0), xCm: 0, yCm: 0, zCm: 0 };

function see(changes: Partial<Situation>, [width, height] = [640, 360], nowMs = 0) {
  const situation = { ...GOOD_SITUATION, ...changes };
  const camera = new PerspectiveCamera(40, (width as number) / (height as number), 2, 2000);
  aim(camera, situation, 1, nowMs);
  return { camera, seen: seenBy(camera, situation, STILL, width as number) };
}

describe('the camera', () => {
  it('sees 40 degrees across the shorter side, upright as well', () => {
    expect(see({}).camera.fov).toBeCloseTo(40);
    const { camera, seen } = see({ offsetYRatio: 0 }, [360, 640]);
    const halfWidth = Math.tan((camera.fov * Math.PI) / 360) * camera.aspect;
    expect((Math.atan(halfWidth) * 360) / Math.PI).toBeCloseTo(40);
    // The same sensor, turned: faces are as large in pixels.
    expect(seen.iodPx).toBeCloseTo(see({ offsetYRatio: 0 }).seen.iodPx);
  });

  it('sees more, and all of it smaller, with a wider lens', () => {
    const [narrow, wide] = [30, 60].map(
      (verticalFovDeg) => see({ verticalFovDeg, offsetYRatio: 0 }).seen.iodPx,
    );
    expect((narrow as number) / (wide as number)).toBeCloseTo(
      Math.tan(Math.PI / 6) / Math.tan(Math.PI / 12),
    );
  });

  it.each([...HEAD_SHAPES.keys()])(
    'sees the eyes of head %i at their own distance and in their place',
    (headShape) => {
      const { seen } = see({ headShape, offsetXRatio: 0.2, offsetYRatio: -0.1 });
      expect(seen.eyesXRatio).toBeCloseTo(0.7);
      expect(seen.eyesYRatio).toBeCloseTo(0.6);
      const canonical = see({ offsetXRatio: 0.2, offsetYRatio: -0.1 }).seen.iodPx;
      const ratio = interocularCm(headShapeOf(headShape)) / interocularCm(headShapeOf(0));
      expect(seen.iodPx / canonical).toBeCloseTo(ratio);
    },
  );

  it('shakes in the hand, never beyond what is asked, and never twice alike', () => {
    const still = see({}).seen.eyesXRatio;
    const places = Array.from({ length: 600 }, (_, i) => {
      return see({ cameraShakeDeg: 2 }, [640, 360], i * 50).seen.eyesXRatio - still;
    });
    // Two degrees at the middle of a picture about 66 degrees wide.
    const most = Math.tan((2 * Math.PI) / 180) / (2 * Math.tan(Math.PI / 9) * (16 / 9));
    expect(Math.max(...places.map(Math.abs))).toBeLessThan(1.1 * most);
    expect(Math.max(...places.map(Math.abs))).toBeGreaterThan(0.5 * most);
    const turns = places.filter((_, i) => {
      const [a, b, c] = places.slice(i - 1, i + 2);
      return a !== undefined && c !== undefined && (Number(b) - a) * (c - Number(b)) < 0;
    }).length;
    // Over 30 s: more often than once a second, less than ten times.
    expect(turns).toBeGreaterThan(30);
    expect(turns).toBeLessThan(300);
    expect(new Set(places.map((place) => place.toFixed(6))).size).toBeGreaterThan(550);
  });
});
