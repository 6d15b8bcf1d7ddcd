import type { DerivativesWorld } from '../../systems/derivatives/world.ts';
import type { OpenSceneView } from '../../view/scene-view.ts';
import { openCurveView } from './curve-view.ts';
import type { DerivativesDescription } from './describe.ts';
import { openFieldView } from './field-view.ts';

export const openView: OpenSceneView<DerivativesWorld, DerivativesDescription> = (
  world,
  stage,
  requests,
) => (world.isField ? openFieldView : openCurveView)(world, stage, requests);
