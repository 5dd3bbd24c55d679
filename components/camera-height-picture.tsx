/** Where the camera stands, seen from the side, in the picture's units. The eyes are at 38. */
const CAMERA_Y = { level: 38, low: 68 } as const;
const EYE = { x: 108, y: 38 };
const CAMERA_X = 34;
const TABLE_Y = 116;

/** How to see it: seen from the side, the line from the eyes to the camera goes straight ahead, or down. */
export function CameraHeightPicture(props: {
  readonly camera: 'level' | 'low';
  readonly name: string;
}) {
  const level = props.camera === 'level';
  const y = CAMERA_Y[props.camera];
  const lidFoot = y + 40;
  return (
    <svg
      class="height-picture"
      role="img"
      aria-label={props.name}
      viewBox="0 0 160 124"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={`M4 ${TABLE_Y}h78`} />
      {/* A laptop: lid and keyboard, and books under it where they are wanted. */}
      <path d={`M${CAMERA_X - 4} ${y + 5}L${CAMERA_X + 4} ${lidFoot}h36`} />
      <circle cx={CAMERA_X - 5} cy={y} r="3.500" fill="currentColor" />
      {level && (
        <path
          d={`M30 ${lidFoot + 7}h46v12H30zM26 ${lidFoot + 19}h52v${TABLE_Y - lidFoot - 19}H26z`}
        />
      )}
      {/* A person, looking at it. */}
      <path d="M104 32a20 20 0 1 1 2 20M104 32l-5 12 6 2" />
      <circle cx={EYE.x} cy={EYE.y} r="2" fill="currentColor" />
      <path d="M96 122c1-28 8-40 26-40s28 12 30 40M117 60v20M133 59v21" />
      <path
        class={level ? 'height-line height-line-level' : 'height-line'}
        d={`M${EYE.x - 13} ${EYE.y + (level ? 0 : 4)}L${CAMERA_X + 5} ${y}`}
      />
    </svg>
  );
}
