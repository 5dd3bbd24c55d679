import type { Words } from '../utils/languages/words.ts';

/** Browsers word their question differently; ours must prepare for the one that comes. */
export type BrowserName = 'chrome' | 'firefox';

/**
 * Stands before the button, since the browser asks right after the press: what it will say, why it sounds
 * so, and for which addresses.
 */
export function PermissionExplainer(props: {
  readonly words: Words;
  readonly browserName: BrowserName;
  /** Host names, as a person knows them: no scheme, no path. */
  readonly hosts: readonly string[];
}) {
  const { words, hosts } = props;
  return (
    <section class="permission">
      <h2>{words.t('permission.title')}</h2>
      <p>{words.t(`permission.what.${props.browserName}`)}</p>
      <p>{words.t('permission.why')}</p>
      {hosts.length > 0 && (
        <>
          <p>{words.t('permission.where')}</p>
          <ul class="hosts">
            {hosts.map((host) => (
              <li key={host}>{host}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
