import type { ComponentChildren } from 'preact';

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly picture: ComponentChildren;
}

/** Numbered steps, each with its picture. */
export function StepList(props: { readonly steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {props.steps.map((step, index) => (
        <li key={step.title}>
          <h3>
            <span class="step-number">{index + 1}</span>{' '}
            <span class="step-title">{step.title}</span>
          </h3>
          <p>{step.text}</p>
          {step.picture}
        </li>
      ))}
    </ol>
  );
}
