import { createSitterDesk, type SitterDesk } from './sitter-desk.ts';
import { installVirtualCamera } from './virtual-camera.ts';

declare global {
  interface Window {
    sitter?: SitterDesk;
  }
}

// A test may have injected this very script before the page's own copy comes.
if (!window.sitter) {
  const source = createSitterDesk();
  window.sitter = source;
  installVirtualCamera(source, new URLSearchParams(location.search));
}
