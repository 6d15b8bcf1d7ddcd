import './stage.css';
import type { Session } from './session.ts';
import { mountCaption } from './stage-caption.ts';
import { createStageFields } from './stage-fields.ts';
import { createStageHandles } from './stage-handles.ts';
import { listenToStageKeys } from './stage-keys.ts';
import { createStageLabels } from './stage-labels.ts';
import { listenToStagePointer } from './stage-pointer.ts';
import { createStageReadout } from './stage-readout.ts';
import { mountZoomButtons } from './zoom-buttons.ts';

export interface MountedStage {
  /** Moves what lies over the picture to where the camera has it. */
  frame(): void;
  dispose(): void;
}

const keysInWords =
  'Enter looks at the point in the middle, Shift and an arrow at the next one that way, Escape at none. Arrows pan, plus and minus zoom.';

/** Makes the stage answer to pointer and keyboard: pick, drag, pan, zoom. */
export function mountStage(host: HTMLElement, session: Session): MountedStage {
  host.setAttribute('aria-description', keysInWords);
  const labels = createStageLabels(host, session);
  const handles = createStageHandles(host, session);
  const fields = createStageFields(host, session);
  const readout = createStageReadout(host, session);
  const ends = [
    listenToStagePointer(host, session),
    listenToStageKeys(host, session),
    mountCaption(host, session),
    mountZoomButtons(host, session.stage.camera),
    readout.dispose,
    fields.dispose,
    handles.dispose,
    labels.dispose,
  ];
  const { camera } = session.stage;
  let { width, height } = camera;

  /** A picture that fills the stage puts its handles and labels elsewhere when it has another size. */
  function noteSize(): void {
    if (camera.width === width && camera.height === height) return;
    ({ width, height } = camera);
    session.changed();
  }

  return {
    frame() {
      noteSize();
      fields.frame();
      handles.frame();
      labels.frame();
      readout.frame();
    },
    dispose() {
      for (const end of ends) end();
    },
  };
}
