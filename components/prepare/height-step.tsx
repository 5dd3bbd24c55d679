import { CameraHeight } from '../camera-height.tsx';
import { PictureAndTips } from './camera-step.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';
import { TurnOn } from './turn-on.tsx';

/** Light, and the camera's height: after a yes the coach knows how this person looks. May be left out. */
export function HeightStep(props: StepProps) {
  const { words, live, press, surroundings } = props;
  const isOn = live.camera.run === 'on';
  return (
    <>
      <p>{words.t('prepare.height.what')}</p>
      <TurnOn {...props} device="camera" />
      {isOn && <PictureAndTips {...props} />}
      {!surroundings.privateWindow && (
        <CameraHeight
          words={words}
          {...live.height}
          canAsk={isOn}
          onAnswer={press.heightAnswer}
          onSomeoneElse={press.someoneElse}
          onSupport={press.support}
        />
      )}
      <StepNav
        words={words}
        onNext={press.next}
        isDone={live.height.known || surroundings.privateWindow}
        onBack={press.back}
      />
    </>
  );
}
