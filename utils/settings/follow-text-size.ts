import { textSizeSetting } from './items.ts';

/** Keeps a page's words as large as was chosen; assets/base.css says what the sizes are. */
export async function followTextSize(html: HTMLElement): Promise<void> {
  textSizeSetting.onChange((size) => {
    html.dataset.textSize = size;
  });
  html.dataset.textSize = await textSizeSetting.read();
}
