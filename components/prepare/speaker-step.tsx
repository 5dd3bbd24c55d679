import { DeviceChoice } from './device-choice.tsx';
import { HelpList } from './help-list.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';

/** A sound, and the question whether it was heard. Who does not use sound passes. */
export function SpeakerStep(props: StepProps) {
  const { words, answers, live, press } = props;
  const { playing } = live;
  const wasPlayed =
    playing === 'played' || (answers.speaker !== 'untried' && playing !== 'no-output');
  const helps = playing === 'no-output' || answers.speaker === 'not-heard';
  return (
    <>
      <p>{words.t('prepare.speaker.what')}</p>
      <button
        type="button"
        class={wasPlayed ? 'button button-wide' : 'button button-main'}
        data-press="play"
        aria-disabled={playing === 'playing'}
        onClick={press.playSound}
      >
        {words.t(wasPlayed ? 'prepare.speaker.play-again' : 'prepare.speaker.play')}
      </button>
      <div role="status" data-playing={playing}>
        {playing === 'playing' && <p>{words.t('prepare.speaker.playing')}</p>}
        {playing === 'played' && !helps && <p>{words.t('prepare.speaker.question')}</p>}
        {helps && (
          <HelpList
            words={words}
            text={words.t(
              playing === 'no-output' ? 'prepare.speaker.no-output' : 'prepare.speaker.help',
            )}
          />
        )}
      </div>
      {helps && <SpeakerChoice {...props} />}
      <div class="choices">
        {wasPlayed && (
          <>
            <button
              type="button"
              class="button button-main"
              data-press="heard"
              onClick={() => press.speaker('heard')}
            >
              {words.t('prepare.speaker.heard')}
            </button>
            {!helps && (
              <button
                type="button"
                class="button button-wide"
                data-press="not-heard"
                onClick={() => press.speaker('not-heard')}
              >
                {words.t('prepare.speaker.not-heard')}
              </button>
            )}
          </>
        )}
        <button
          type="button"
          class="button button-wide"
          data-press="not-used"
          onClick={() => press.speaker('not-used')}
        >
          {words.t('prepare.speaker.not-used')}
        </button>
      </div>
      <StepNav
        words={words}
        {...(helps && { onNext: press.next, nextLabel: 'prepare.next-anyway' as const })}
        isDone={false}
        onBack={press.back}
      />
    </>
  );
}

/** The browser names speakers only after it was asked, or after the microphone was allowed. */
function SpeakerChoice({ words, answers, live, surroundings, press }: StepProps) {
  if (!surroundings.canChooseSpeaker) return null;
  return (
    <>
      <DeviceChoice
        words={words}
        label="prepare.speaker.choose"
        choices={live.speakers}
        usedId={answers.chosen.speaker}
        onChoose={(id) => press.choose('speaker', id)}
      />
      {surroundings.asksForSpeaker && (
        <button type="button" class="button button-wide" onClick={press.askForSpeaker}>
          {words.t('prepare.speaker.choose')}
        </button>
      )}
      {!surroundings.asksForSpeaker && live.speakers.length === 0 && (
        <p>{words.t('prepare.speaker.choose-later')}</p>
      )}
    </>
  );
}
