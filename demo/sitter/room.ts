import { CanvasTexture, Color, Group, LinearFilter, Mesh, PlaneGeometry } from 'three';
import { type CameraUniforms, createSurface } from './shader.ts';

/** The room behind the sitter, in cm from the eyes; wide enough for every camera height. */
const WALL_CM = { width: 760, height: 620, behind: 150 };
const TEXTURE_PX = { width: 512, height: 416 };
const WINDOW_CM = { width: 190, height: 150, x: 12, y: 18, behind: 146 };

export interface Room {
  root: Group;
  /** @param deep the wall is twice as far away, so that someone fits between */
  set(reflectance: number, hasWindow: boolean, deep: boolean): void;
}

export function createRoom(camera: CameraUniforms): Room {
  const root = new Group();
  const texture = new CanvasTexture(document.createElement('canvas'));
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  const wallShape = new PlaneGeometry(WALL_CM.width, WALL_CM.height);
  wallShape.translate(0, 0, -WALL_CM.behind);
  root.add(new Mesh(wallShape, createSurface(camera, { painted: texture, kind: 'wall' })));

  const windowGroup = new Group();
  const pane = new PlaneGeometry(WINDOW_CM.width, WINDOW_CM.height);
  pane.translate(WINDOW_CM.x, WINDOW_CM.y, -WINDOW_CM.behind);
  const sky = createSurface(camera, { colour: new Color('#f2f6ff'), kind: 'window' });
  windowGroup.add(new Mesh(pane, sky));
  const frame = createSurface(camera, { colour: new Color('#cfc9bf'), kind: 'wall' });
  for (const [width, height] of [
    [5, WINDOW_CM.height],
    [WINDOW_CM.width, 5],
  ] as const) {
    const bar = new PlaneGeometry(width, height);
    bar.translate(WINDOW_CM.x, WINDOW_CM.y, -WINDOW_CM.behind + 1);
    windowGroup.add(new Mesh(bar, frame));
  }
  root.add(windowGroup);

  let painted: string | undefined;
  return {
    root,
    set(reflectance, hasWindow, deep) {
      root.scale.setScalar(deep ? 2 : 1);
      windowGroup.visible = hasWindow;
      const key = `${reflectance.toFixed(2)} ${hasWindow}`;
      if (painted !== key) {
        texture.image = paintWall(reflectance, hasWindow);
        texture.needsUpdate = true;
        painted = key;
      }
    },
  };
}

function paintWall(reflectance: number, hasWindow: boolean): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = TEXTURE_PX.width;
  canvas.height = TEXTURE_PX.height;
  const g = canvas.getContext('2d') as CanvasRenderingContext2D;
  const code = Math.round(Math.sqrt(reflectance) * 255);
  const px = TEXTURE_PX.width / WALL_CM.width;
  /** In cm from the eyes: + right in the picture, + up. */
  const rect = (x: number, y: number, width: number, height: number, style: string) => {
    g.fillStyle = style;
    g.fillRect(
      (x + WALL_CM.width / 2) * px,
      (WALL_CM.height / 2 - y - height) * px,
      width * px,
      height * px,
    );
  };
  const tint = (share: number) =>
    `rgb(${code * share} ${code * share * 0.985} ${code * share * 0.95})`;
  rect(-400, -320, 800, 640, tint(1));
  // Corners are darker than the middle of a wall.
  const gradient = g.createRadialGradient(256, 200, 60, 256, 208, 330);
  gradient.addColorStop(0, 'rgba(0, 0, 0, 0)');
  gradient.addColorStop(1, 'rgba(0, 0, 0, 0.3)');
  g.fillStyle = gradient;
  g.fillRect(0, 0, canvas.width, canvas.height);
  rect(-400, 130, 800, 200, tint(1.12));
  rect(-400, 126, 800, 4, tint(0.85));
  rect(-400, -320, 800, 200, tint(0.6));
  rect(-400, -122, 800, 8, tint(0.9));
  if (!hasWindow) {
    // A picture and a shelf with books, so that a moving camera can be told from a moving person.
    rect(-118, 8, 62, 46, tint(0.55));
    rect(-114, 12, 54, 38, '#9fb4b8');
    rect(-114, 12, 54, 15, '#6f8f74');
  }
  rect(62, -40, 78, 4, '#6a5140');
  rect(62, 6, 78, 4, '#6a5140');
  const books = ['#8c4a3f', '#3f5f7a', '#c0a468', '#4f6b52', '#5b4a6b', '#a8755a'];
  for (let i = 0; i < 12; i++) {
    rect(65 + i * 5.6, -36, 4.6, 26 + ((i * 7) % 9), books[i % books.length] as string);
    if (i < 7)
      rect(65 + i * 5.6, 10, 4.6, 24 + ((i * 5) % 8), books[(i + 3) % books.length] as string);
  }
  rect(118, 10, 12, 10, '#b06a48');
  rect(114, 20, 20, 18, '#4f7a4a');
  return canvas;
}
