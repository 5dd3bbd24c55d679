import type { Words } from '../../utils/languages/words.ts';
import type { DeviceKind, DeviceTrouble } from '../../utils/prepare/device-trouble.ts';
import { HelpList } from './help-list.tsx';
import { AddressPicture, SettingsPicture } from './permission-pictures.tsx';
import type { Surroundings } from './step-props.ts';

/** Walks through what stands in the way of a camera or a microphone, in this browser and on this system. */
export function DeviceHelp(props: {
  readonly words: Words;
  readonly device: DeviceKind;
  readonly trouble: DeviceTrouble;
  readonly surroundings: Surroundings;
}) {
  const { words, device, trouble, surroundings } = props;
  const values = {
    device: words.t(`prepare.device.${device}`),
    setting: words.t(`prepare.setting.${device}`),
  };
  return (
    <div class="device-help" data-trouble={trouble}>
      {/* An alert: who does not see the page is told at once, whatever has the focus. */}
      <div role="alert">
        <HelpList words={words} text={textOf(props, values)} />
      </div>
      {trouble === 'refused' && (
        <>
          <AddressPicture
            name={words.t(`prepare.picture.${surroundings.browserName}`, values)}
            browserName={surroundings.browserName}
            device={device}
          />
          {surroundings.openSettings && (
            <button
              type="button"
              class="button button-wide"
              data-press="settings"
              onClick={surroundings.openSettings}
            >
              {words.t('prepare.open-settings')}
            </button>
          )}
          <p>{words.t('prepare.trouble.refused.owner')}</p>
        </>
      )}
      {trouble === 'refused-by-system' && (
        <SettingsPicture
          name={words.t('prepare.picture.settings', values)}
          label={values.setting}
          device={device}
        />
      )}
    </div>
  );
}

function textOf(
  { words, trouble, surroundings }: Parameters<typeof DeviceHelp>[0],
  values: Readonly<Record<string, string>>,
): string {
  if (trouble === 'refused') {
    return words.t(`prepare.trouble.refused.${surroundings.browserName}`, values);
  }
  if (trouble === 'refused-by-system') {
    return words.t(`prepare.trouble.refused-by-system.${surroundings.systemName}`, values);
  }
  return words.t(`prepare.trouble.${trouble}`, values);
}
