import { parseArgs } from 'node:util';
import { startDemo } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const demo = await startDemo({ port: Number(values.port) });

console.log(`The demo clinic: ${demo.url}

Its patient is the sitter; the panel beside the call changes how the sitter sits.
Variants, to be joined with &:
  ?lang=en            English (sv is the default)
  ?wait=3             the clinician comes after 3 s (8); ?wait=never: only by the button
  ?ask=press          the camera is asked for on a press, not at once
  ?controls=0         without the panel
  ?distanceCm=120     any field of the situation: lightDirection=behind, skinTone=9, ...
  ?camera=real        the real webcam; also none, denied, unplug (&unplug=seconds)
  ?self=canvas        the self-view in a canvas; ?self=hidden: no self-view
  ?frame=1            the call in a frame of another origin
  ?background=1       a virtual background: a canvas is sent
  ?gum=5              five getUserMedia calls in four seconds
  ?stopcamera=1       the camera off (stop) and on again (ask) 5 s into the call
  ?replace=1          replaceTrack 5 s into the call
  ?share=1            shares the screen 5 s into the call; ?share=drawn: a drawn screen
  ?adapter=1          getUserMedia reassigned, as webrtc-adapter does
  ?microphone=0       the page asks for the camera alone

Ctrl+C ends it.`);
process.once('SIGINT', () => void demo.close().then(() => process.exit(0)));
process.once('SIGTERM', () => void demo.close().then(() => process.exit(0)));
