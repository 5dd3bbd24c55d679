import { useLayoutEffect, useRef } from 'preact/hooks';

/** Mirrored, as people know themselves. */
export function OwnPicture(props: { readonly name: string; readonly stream: MediaStream | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    if (video.current) video.current.srcObject = props.stream;
  }, [props.stream]);
  return (
    <video class="own-picture" ref={video} aria-label={props.name} autoplay playsInline muted />
  );
}
