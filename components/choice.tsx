/** One of a few, each with its words; what is pressed is so at once. */
export function Choice<T extends string>(props: {
  readonly name: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T | null;
  readonly onChoose: (value: T) => void;
}) {
  return (
    <>
      {props.choices.map(({ value, label }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.chosen === value}
            onChange={() => props.onChoose(value)}
          />
          {label}
        </label>
      ))}
    </>
  );
}

/** On or off. */
export function Tick(props: {
  readonly name: string;
  readonly on: boolean;
  readonly label: string;
  readonly onTick: (on: boolean) => void;
}) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        name={props.name}
        checked={props.on}
        onChange={({ currentTarget }) => props.onTick(currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}
