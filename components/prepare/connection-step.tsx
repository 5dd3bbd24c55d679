import type { WordKey, Words } from '../../utils/languages/words.ts';
import { type ConnectionVerdict, type Grade, gradeOf } from '../../utils/prepare/line.ts';
import { AreaPictogram, StateMark } from '../pictograms.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';

/** What this computer can, what the browser says of the line, and what nobody can know beforehand. */
export function ConnectionStep({ words, answers, live, press }: StepProps) {
  const { connection } = answers;
  return (
    <>
      <div role="status" data-testing={live.testing}>
        {connection ? (
          <Verdict words={words} verdict={connection} />
        ) : (
          <p>{words.t('prepare.connection.testing')}</p>
        )}
      </div>
      {connection && (
        <>
          <p class="small">{words.t('prepare.connection.cannot-know')}</p>
          <button
            type="button"
            class="button button-wide"
            data-press="test-again"
            onClick={press.testAgain}
          >
            {words.t('prepare.connection.again')}
          </button>
        </>
      )}
      <StepNav words={words} onNext={press.next} isDone={connection !== null} onBack={press.back} />
    </>
  );
}

function Verdict(props: { readonly words: Words; readonly verdict: ConnectionVerdict }) {
  const { words, verdict } = props;
  return (
    <div class="verdict" data-online={verdict.online}>
      <ul class="grades">
        {(['sound', 'picture'] as const).map((of) => {
          const grade = gradeOf(verdict, of);
          return (
            <li key={of} data-of={of} data-grade={grade}>
              <AreaPictogram area={of} sizeRem={2} />
              <StateMark state={markOf(grade)} />
              <span>{words.t(`prepare.connection.${of}.${grade}`)}</span>
            </li>
          );
        })}
      </ul>
      {helpOf(verdict).map((key) => (
        <p key={key}>{words.t(key)}</p>
      ))}
    </div>
  );
}

function markOf(grade: Grade) {
  if (grade === 'not-known') return 'not-judged';
  return grade === 'good' ? 'good' : 'could-be-better';
}

/** What the grades come from, and what helps. */
function helpOf({ online, computer, line }: ConnectionVerdict): WordKey[] {
  if (!online) return ['prepare.connection.offline'];
  const isSlow = line.sound === 'weak' || line.picture === 'weak';
  const ofLine = isSlow ? 'weak' : line.picture === 'good' ? 'good' : 'not-known';
  const grades = Object.values(computer);
  const ofComputer = (['none', 'weak'] as const).find((grade) => grades.includes(grade));
  return [
    ...(ofComputer ? ([`prepare.connection.computer-${ofComputer}`] as const) : []),
    `prepare.connection.line-${ofLine}`,
  ];
}
