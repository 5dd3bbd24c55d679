import type { DeviceTrouble } from '../../utils/prepare/device-trouble.ts';
import { StateMark } from '../pictograms.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { DeviceHelp } from './device-help.tsx';
import { LevelMeter } from './level-meter.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';
import { TurnOn } from './turn-on.tsx';

/** Speak, see the bar move, and hear oneself if one wants to. */
export function MicrophoneStep(props: StepProps) {
  const { words, answers, live, press } = props;
  const works = answers.microphone === 'works';
  const isOn = live.microphone.run === 'on';
  return (
    <>
      <TurnOn {...props} device="microphone" />
      {isOn && (
        <>
          {!works && <p>{words.t('prepare.microphone.say')}</p>}
          <LevelMeter
            name={words.t('prepare.microphone.meter')}
            levelDbfs={live.heard?.levelDbfs ?? -100}
          />
          <WhatIsHeard {...props} works={works} />
          <HearBack {...props} />
          <DeviceChoice
            words={words}
            label="prepare.microphone.choose"
            choices={live.microphone.choices}
            usedId={live.microphone.usedId}
            onChoose={(id) => press.choose('microphone', id)}
          />
        </>
      )}
      <StepNav words={words} onNext={press.next} isDone={isOn && works} onBack={press.back} />
    </>
  );
}

function WhatIsHeard(props: StepProps & { readonly works: boolean }) {
  const { words, live, surroundings, press, works } = props;
  const trouble = works ? null : troubleOf(live.heard?.hearing);
  return (
    <>
      <div
        role="status"
        data-hearing={works ? 'works' : (live.heard?.hearing ?? 'listening')}
        data-thin={live.heard?.thin ?? false}
      >
        {works && (
          <p class="works">
            <StateMark state="good" />
            <span>{words.t('prepare.microphone.works')}</span>
          </p>
        )}
        {live.heard?.clipped && <p>{words.t('prepare.microphone.clipped')}</p>}
        {works && live.heard?.thin && <p>{words.t('prepare.microphone.thin')}</p>}
      </div>
      {trouble && (
        <DeviceHelp
          words={words}
          device="microphone"
          trouble={trouble}
          surroundings={surroundings}
        />
      )}
      {trouble === 'no-voice' && (
        <button
          type="button"
          class="button button-wide"
          data-press="bar-moves"
          onClick={press.barMoves}
        >
          {words.t('prepare.microphone.bar-moves')}
        </button>
      )}
    </>
  );
}

function troubleOf(hearing: string | undefined): DeviceTrouble | null {
  if (hearing === 'silent') return 'silent';
  return hearing === 'quiet' || hearing === 'steady' ? 'no-voice' : null;
}

/** What is recorded is played once, and gone. */
function HearBack({ words, live, press }: StepProps) {
  const { hearBack } = live;
  const busy = hearBack === 'recording' || hearBack === 'playing';
  return (
    <>
      <button
        type="button"
        class="button button-wide"
        data-press="hear-back"
        aria-disabled={busy}
        onClick={press.hearBack}
      >
        {words.t('prepare.hear-back')}
      </button>
      <p role="status" data-hear-back={hearBack}>
        {hearBack !== 'idle' && words.t(`prepare.hear-back.${hearBack}`)}
      </p>
    </>
  );
}
