import { meterShare } from '../../utils/prepare/microphone-judge.ts';

const BLOCKS = 14;

/** How loud it is now, in blocks: as clear without colour, and nothing glides. */
export function LevelMeter(props: { readonly name: string; readonly levelDbfs: number }) {
  const share = meterShare(props.levelDbfs);
  const filled = Math.round(share * BLOCKS);
  return (
    <div class="level">
      <meter class="only-spoken" aria-label={props.name} value={share} />
      {Array.from({ length: BLOCKS }, (_, block) => (
        <span key={block} class="level-block" data-filled={block < filled} />
      ))}
    </div>
  );
}
