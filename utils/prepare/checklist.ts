/** What to have ready, in the order of how much depends on it. Each has words under `prepare.list.<id>`. */
export const LIST_ITEMS = [
  'phone',
  'charger',
  'quiet',
  'e-id',
  'questions',
  'glasses',
  'hearing-aid',
  'headset',
  'lamp',
  'interpreter',
] as const;
export type ListItem = (typeof LIST_ITEMS)[number];
