import { Press } from '../../components/press.tsx';
import type { Words } from '../../utils/languages/words.ts';
import type { ListedClinic } from './view.tsx';

/** One press a clinic; the browser itself asks whether Eyelevel may be there. */
export function ClinicList(props: {
  readonly words: Words;
  readonly clinics: readonly ListedClinic[];
  readonly onClinic: (id: string) => void;
}) {
  const { words } = props;
  return (
    <ul class="clinics">
      {props.clinics.map(({ id, name, on }) => (
        <li key={id} data-clinic={id} data-on={on}>
          {on ? (
            <p>{words.t('relatives.clinic.is-on', { clinic: name })}</p>
          ) : (
            <Press onPress={() => props.onClinic(id)}>
              {words.t('relatives.clinic.turn-on', { clinic: name })}
            </Press>
          )}
        </li>
      ))}
    </ul>
  );
}
