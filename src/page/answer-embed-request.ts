import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { sceneNames } from '../scenes/registry.ts';
import { checkEmbedValues } from './check-embed-values.ts';
import { embedMoment, namedValues } from './embed-moment.ts';
import { describeParameters } from './embed-parameters.ts';
import type { EmbedRequest, EmbedResult, EmbedValues } from './embed-protocol.ts';
import { missingStep } from './missing-step.ts';
import { parameterOf } from './parameter-of.ts';
import type { Session } from './session.ts';
import { warnOfCost } from './warn-of-cost.ts';

/** What an embedding page reaches; all of it is what a person could do at the page's own controls. */
export interface EmbeddedPage {
  /** The session that is open, once it is. */
  session(): Promise<Session>;
  /** The address that opens what is seen. */
  address(): string;
  /** Resolves when the scene is open, or could not be opened. */
  openScene(name: string): Promise<void>;
}

/** What is answered here; subscriptions are kept by who posts. */
export type PlainRequest = Exclude<EmbedRequest, { call: 'subscribe' | 'unsubscribe' }>;

/**
 * Does what was asked, through the session.
 *
 * @throws InputError with a sentence for who asked, if that cannot be had
 */
export async function answerEmbedRequest(
  request: PlainRequest,
  page: EmbeddedPage,
): Promise<EmbedResult> {
  const session = await page.session();
  const { scene } = session;
  switch (request.call) {
    case 'hello':
      return { scene: scene.name, scenes: sceneNames };
    case 'parameters':
      return { parameters: describeParameters(scene.parameters, session.values) };
    case 'get':
      return { values: chooseValues(session, request.names) };
    case 'set':
      return { values: await setValues(session, request.values) };
    case 'describe':
      if (session.isEntering) await session.settled();
      return embedMoment(session);
    case 'address':
      return { address: page.address() };
    case 'goTo':
      return { step: await goTo(session, request.step) };
    case 'play':
      session.player.play();
      return { playing: session.player.playing };
    case 'pause':
      session.player.pause();
      // A walk, or a long step, would go on and look as if nothing had been heard.
      session.player.cancel();
      return { playing: session.player.playing };
    case 'forward':
    case 'back':
      await session.settled();
      session.player[request.call]();
      await session.settled();
      return { step: session.world.step };
    case 'scene':
      return { scene: await openScene(request.name, page) };
  }
}

function chooseValues({ scene, values }: Session, names: readonly string[] | null): EmbedValues {
  const all = namedValues(scene.parameters, values);
  if (names === null) return all;
  const chosen = names.map((called) => [called, values[parameterOf(scene.parameters, called)]]);
  return Object.fromEntries(chosen);
}

async function setValues(session: Session, given: EmbedValues): Promise<EmbedValues> {
  const { parameters } = session.scene;
  const wanted = checkEmbedValues(parameters, given);
  // Who sits before the frame hears of long steps too, and can go back.
  warnOfCost(session)(wanted);
  await session.settled();
  const lost = Object.keys(wanted).some((name) => session.values[name] !== wanted[name]);
  if (lost) throw new InputError('the scene cannot be had with these values here; give others');
  return namedValues(parameters, session.values);
}

async function goTo(session: Session, step: number): Promise<number> {
  await session.settled();
  await session.goToStep(step);
  const { world } = session;
  if (world.step === step) return step;
  throw new InputError(
    missingStep(step, world) ??
      `the way to step ${step} was ended at step ${world.step}; ask for it again`,
  );
}

async function openScene(name: string, page: EmbeddedPage): Promise<string> {
  if (!sceneNames.includes(name)) {
    throw new InputError(
      `there is no scene ${quoted(name)}; the scenes are ${sceneNames.join(', ')}`,
    );
  }
  await page.openScene(name);
  const { scene } = await page.session();
  if (scene.name === name) return name;
  throw new InputError(`the scene ${quoted(name)} could not be opened; ${scene.name} is open`);
}
