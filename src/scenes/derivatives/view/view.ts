import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import type { OpenSceneView } from '../../../view/scene-view.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { openCurveView } from './curve-view.ts';
import { openFieldView } from './field-view.ts';

export const openView: OpenSceneView<DerivativesWorld, DerivativesDescription> = (
  world,
  stage,
  requests,
) => (world.isField ? openFieldView : openCurveView)(world, stage, requests);
