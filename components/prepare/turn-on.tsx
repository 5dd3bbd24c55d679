import type { DeviceKind } from '../../utils/prepare/device-trouble.ts';
import { DeviceChoice } from './device-choice.tsx';
import { DeviceHelp } from './device-help.tsx';
import type { StepProps } from './step-props.ts';

/** While the device is off: the button that turns it on, what the browser will ask, and what stands in the way. */
export function TurnOn(props: StepProps & { readonly device: DeviceKind }) {
  const { words, live, press, surroundings, device } = props;
  const { run, trouble, choices, usedId } = live[device];
  if (run === 'on') return null;
  return (
    <>
      {trouble && (
        <DeviceHelp words={words} device={device} trouble={trouble} surroundings={surroundings} />
      )}
      {!trouble && <p>{words.t(`prepare.${device}.what`)}</p>}
      <button
        type="button"
        class="button button-main"
        data-press="turn-on"
        aria-disabled={run === 'asking'}
        onClick={press.turnOn}
      >
        {words.t(trouble ? 'prepare.try-again' : `prepare.${device}.turn-on`)}
      </button>
      <p role="status">{run === 'asking' && words.t('prepare.asking')}</p>
      {trouble && (
        <DeviceChoice
          words={words}
          label={`prepare.${device}.choose`}
          choices={choices}
          usedId={usedId}
          onChoose={(id) => press.choose(device, id)}
        />
      )}
    </>
  );
}
