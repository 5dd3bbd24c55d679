import { OwnPicture } from '../own-picture.tsx';
import { CoachSays } from './coach-says.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { DeviceHelp } from './device-help.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';
import { TurnOn } from './turn-on.tsx';

/** Oneself, with a guide for the face, and the coach's tips. */
export function CameraStep(props: StepProps) {
  const { words, answers, live, press } = props;
  const isOn = live.camera.run === 'on';
  return (
    <>
      <TurnOn {...props} device="camera" />
      {isOn && (
        <>
          <p>{words.t('prepare.camera.sit')}</p>
          <PictureAndTips {...props} />
          {(answers.camera === 'covered' || answers.camera === 'no-picture') && (
            <DeviceHelp
              words={words}
              device="camera"
              trouble={answers.camera}
              surroundings={props.surroundings}
            />
          )}
          <DeviceChoice
            words={words}
            label="prepare.camera.choose"
            choices={live.camera.choices}
            usedId={live.camera.usedId}
            onChoose={(id) => press.choose('camera', id)}
          />
        </>
      )}
      <StepNav
        words={words}
        onNext={press.next}
        isDone={isOn && answers.camera === 'works'}
        onBack={press.back}
      />
    </>
  );
}

/** The camera is on. */
export function PictureAndTips({ words, live }: StepProps) {
  return (
    <div class="stage">
      <div class="guided">
        <OwnPicture name={words.t('trial.video')} stream={live.camera.stream} />
        <FaceGuide />
      </div>
      <CoachSays words={words} coach={live.coach} cameraSupport={live.height.support} />
    </div>
  );
}

/** Where head and shoulders belong. For the eye alone: the tips say the same in words. */
function FaceGuide() {
  return (
    <svg
      class="face-guide"
      aria-hidden="true"
      viewBox="0 0 160 90"
      fill="none"
      stroke-linecap="round"
    >
      {['face-guide-ground', 'face-guide-line'].map((layer) => (
        <g key={layer} class={layer}>
          <ellipse cx="80" cy="38" rx="19" ry="25" />
          <path d="M40 88c2-16 12-22 26-24M120 88c-2-16-12-22-26-24" />
        </g>
      ))}
    </svg>
  );
}
