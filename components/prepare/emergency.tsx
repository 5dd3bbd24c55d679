import type { Words } from '../../utils/languages/words.ts';
import { EMERGENCY_NUMBERS } from '../../utils/prepare/emergency.ts';

/** Where to call, by country. The browser itself knows the names of countries in every language. */
export function Emergency(props: {
  readonly words: Words;
  readonly country: string | null;
  readonly onCountry: (country: string | null) => void;
}) {
  const { words, country } = props;
  const names = new Intl.DisplayNames(words.language, { type: 'region' });
  const countries = Object.keys(EMERGENCY_NUMBERS)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
  const numbers = country ? EMERGENCY_NUMBERS[country] : undefined;
  return (
    <section class="emergency">
      <h2>{words.t('prepare.emergency.title')}</h2>
      <div role="status">
        <p class="emergency-number">
          {numbers
            ? words.t('prepare.emergency.call', { number: numbers.emergency })
            : words.t('prepare.emergency.elsewhere')}
        </p>
        {numbers?.advice && (
          <p>{words.t('prepare.emergency.advice', { number: numbers.advice })}</p>
        )}
      </div>
      <label class="country">
        <span>{words.t('prepare.emergency.country')}</span>
        <select
          value={numbers && country ? country : ''}
          onChange={({ currentTarget }) => props.onCountry(currentTarget.value || null)}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
          <option value="">{words.t('prepare.emergency.another')}</option>
        </select>
      </label>
    </section>
  );
}
