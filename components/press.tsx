/** A button of words. */
export function Press(props: { readonly onPress: () => void; readonly children: string }) {
  return (
    <button type="button" class="button" onClick={props.onPress}>
      {props.children}
    </button>
  );
}
