import { InputError } from '../base/input-error.ts';
import { answerEmbedRequest, type EmbeddedPage } from './answer-embed-request.ts';
import { describeFailure } from './describe-failure.ts';
import { changedMoment, embedMoment, pickMoment } from './embed-moment.ts';
import { controllingOrigin, originKey } from './embed-origin.ts';
import type {
  EmbedMoment,
  EmbedReply,
  EmbedRequest,
  EmbedResult,
  MomentKey,
} from './embed-protocol.ts';
import { limitRate } from './limit-rate.ts';
import { readEmbedMessage } from './read-embed-message.ts';
import type { Session } from './session.ts';

export interface EmbedHost {
  /** What of the address was refused; said once. */
  takeComplaints(): string[];
  /** Tells the embedding page, from now on, of the moments of this session. */
  follow(session: Session): void;
}

/** These change what is seen, one after the other. */
const acts: ReadonlySet<EmbedRequest['call']> = new Set([
  'set',
  'goTo',
  'play',
  'forward',
  'back',
  'scene',
]);
/** Acts that wait for others; who asks for more does not wait for answers. */
const mostWaiting = 50;

/**
 * Listens to the page that embeds this one, and to nobody else: only to the parent window, and only
 * where its origin is the one that may control this page. Answers go to that origin alone.
 */
export function listenToEmbedder(page: EmbeddedPage): EmbedHost {
  const { parent } = window;
  const allowed = controllingOrigin(location.href);
  let complaints = allowed.refused === null ? [] : [allowed.refused];
  const takeComplaints = () => {
    const said = complaints;
    complaints = [];
    return said;
  };
  // Nobody is around it.
  if (parent === window) return { takeComplaints, follow: () => undefined };

  const post = (reply: EmbedReply, origin: string) => parent.postMessage(reply, origin);
  const refuse = (id: string | number | null, error: string, origin: string) =>
    post({ meanfield: 1, id, error }, origin);
  const rate = limitRate();
  let isReady = false;
  let current: Session | null = null;
  let keys: readonly MomentKey[] = [];
  let told: Partial<EmbedMoment> = {};
  let waiting = 0;
  let acting: Promise<unknown> = Promise.resolve();

  function answer(request: EmbedRequest): Promise<EmbedResult> {
    if (request.call === 'subscribe') {
      return page.session().then((session) => {
        keys = request.to;
        told = pickMoment(embedMoment(session), keys);
        return told;
      });
    }
    if (request.call === 'unsubscribe') {
      keys = [];
      return Promise.resolve({});
    }
    if (!acts.has(request.call)) return answerEmbedRequest(request, page);
    if (waiting >= mostWaiting) {
      const sentence = `${mostWaiting} requests wait already; wait for their answers before asking more`;
      return Promise.reject(new InputError(sentence));
    }
    waiting += 1;
    const answered = acting.then(() => answerEmbedRequest(request, page));
    acting = answered
      .catch(() => undefined)
      .finally(() => {
        waiting -= 1;
      });
    return answered;
  }

  window.addEventListener('message', ({ source, origin, data }) => {
    // Origins without a name (“null”, “file://”) cannot be answered, and are nobody in particular.
    if (source !== parent || !/^https?:/.test(origin)) return;
    const message = readEmbedMessage(data);
    if (message.kind === 'ignored') return;
    const turn = rate.take();
    if (turn === 'over') return;
    const id = message.kind === 'request' ? message.request.id : message.id;
    if (turn === 'last') {
      const often = `ask at most ${rate.most} times in ${rate.ms} ms`;
      refuse(id, `too many messages at once; ${often}`, origin);
    } else if (origin !== allowed.origin) {
      const needed = `its address needs ?${originKey}=${origin}`;
      refuse(id, `${origin} may not control this page: ${needed}`, origin);
    } else if (message.kind === 'refused') {
      refuse(id, message.sentence, origin);
    } else {
      answer(message.request).then(
        (result) => post({ meanfield: 1, id: message.request.id, result }, origin),
        (error: unknown) => {
          if (!(error instanceof InputError)) console.error(error);
          refuse(id, describeFailure(error), origin);
        },
      );
    }
  });

  function tell(session: Session): void {
    if (session !== current || keys.length === 0 || allowed.origin === null) return;
    const moment = changedMoment(told, embedMoment(session), keys);
    if (!moment) return;
    told = { ...told, ...moment };
    post({ meanfield: 1, event: 'moment', moment }, allowed.origin);
  }

  return {
    takeComplaints,
    follow(session) {
      current = session;
      session.subscribe(() => tell(session));
      if (isReady || allowed.origin === null || !isAround(allowed.origin)) return;
      isReady = true;
      post({ meanfield: 1, event: 'ready', scene: session.scene.name }, allowed.origin);
    },
  };
}

/** Whether the parent may be of this origin: another's is not to be read, which says that it is another's. */
function isAround(origin: string): boolean {
  try {
    return window.parent.location.origin === origin;
  } catch {
    return origin !== location.origin;
  }
}
