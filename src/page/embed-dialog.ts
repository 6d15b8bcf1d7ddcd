import { html, render } from 'lit-html';
import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { copyText } from './copy-text.ts';
import { describeFailure } from './describe-failure.ts';
import './embed-dialog.css';
import {
  type EmbedChoice,
  embedCode,
  type FrameSize,
  fittingSize,
  frameAddress,
  type Region,
} from './embed-code.ts';
import { readOrigin } from './embed-origin.ts';
import { createEmbedPreview } from './embed-preview.ts';
import { hideableRegions } from './hide-regions.ts';

export interface EmbedSubject {
  /** The scene's title. */
  readonly title: string;
  /** The whole address of what is seen, without these regions. */
  address(hide: readonly Region[]): string;
}

const regionNames: Readonly<Record<Region, string>> = {
  header: 'Header',
  lesson: 'Lesson',
  code: 'Code',
  panel: 'Controls',
  charts: 'Charts',
  transport: 'Play and time',
};
/** A picture, and what sets it going. */
const usuallyHidden: readonly Region[] = ['header', 'lesson', 'code', 'panel', 'charts'];
const leastPixels = 200;
const mostPixels = 4000;
const copiedMs = 2000;

/** What a person has chosen; each field as it was typed. */
interface Choices {
  hide: readonly Region[];
  /** null: as it fits. */
  width: string | null;
  height: string | null;
  origin: string;
  said: string;
}

/** Opens a dialog with the code that shows what is seen now in a frame of another page. */
export function openEmbedDialog(subject: EmbedSubject): void {
  // Two presses may come before the first has loaded this.
  if (document.querySelector('.embed-dialog')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'embed-dialog';
  dialog.setAttribute('aria-label', 'Embed');
  document.body.append(dialog);
  const choices: Choices = {
    hide: usuallyHidden,
    width: null,
    height: null,
    origin: '',
    said: '',
  };
  const preview = createEmbedPreview();
  /** The last choice that could be read: a field that is being typed takes nothing away. */
  let known: EmbedChoice = {
    ...fittingSize(choices.hide),
    address: subject.address(choices.hide),
    origin: '',
    title: `Meanfield: ${subject.title}`,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(sentence: string): void {
    choices.said = sentence;
    draw();
  }

  function change(wanted: Partial<Choices>): void {
    Object.assign(choices, wanted);
    draw();
  }

  function copy(): void {
    copyText(embedCode(known)).then(
      () => {
        say('The code is copied.');
        clearTimeout(timer);
        timer = setTimeout(() => say(''), copiedMs);
      },
      (error: unknown) => {
        dialog.querySelector('textarea')?.select();
        say(`${describeFailure(error).split(';')[0]}; the code is selected, to be copied by key.`);
      },
    );
  }

  function draw(): void {
    const fitting = fittingSize(choices.hide);
    const read = readChoices(choices, fitting);
    if (read.refused === null) {
      known = {
        ...known,
        ...read.size,
        origin: read.origin,
        address: subject.address(choices.hide),
      };
    }
    render(
      embedForm(choices, fitting, {
        code: embedCode(known),
        refused: read.refused,
        change,
        copy,
        close: () => dialog.close(),
        preview: preview.element,
      }),
      dialog,
    );
    preview.show(frameAddress({ ...known, origin: '' }), known);
  }

  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    preview.dispose();
    dialog.remove();
  });
  draw();
  dialog.showModal();
  dialog.scrollTo({ top: 0 });
}

interface FormParts {
  readonly code: string;
  readonly refused: string | null;
  readonly preview: HTMLElement;
  change(wanted: Partial<Choices>): void;
  copy(): void;
  close(): void;
}

function embedForm(choices: Choices, fitting: FrameSize, parts: FormParts) {
  const { change, refused } = parts;
  const toggle = (region: Region) => {
    const isHidden = (it: Region) => choices.hide.includes(it);
    change({ hide: hideableRegions.filter((it) => isHidden(it) !== (it === region)) });
  };
  const typedIn = (event: Event) => (event.target as HTMLInputElement).value;
  const size = (which: 'width' | 'height') => html`<label
    >${which}
    <input
      type="text"
      inputmode="numeric"
      name=${which}
      .value=${choices[which] ?? String(fitting[which])}
      aria-describedby="embed-refused"
      @input=${(event: Event) => change({ [which]: typedIn(event) })}
    />
  </label>`;
  return html`
    <form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h2>Embed</h2>
      <p class="about">What you see now, alive in a frame of another page.</p>
      <fieldset>
        <legend>Beside the picture</legend>
        ${hideableRegions.map(
          (region) => html`<label class="check"
            ><input
              type="checkbox"
              name=${region}
              .checked=${!choices.hide.includes(region)}
              @change=${() => toggle(region)}
            />${regionNames[region]}</label
          >`,
        )}
      </fieldset>
      <fieldset class="sizes">
        <legend>Size, in pixels</legend>
        ${size('width')} ${size('height')}
      </fieldset>
      <label class="origin"
        >A page that may control it by script
        <input
          type="text"
          inputmode="url"
          autocomplete="off"
          name="origin"
          placeholder="https://example.org"
          aria-describedby="embed-refused"
          .value=${choices.origin}
          @input=${(event: Event) => change({ origin: typedIn(event).trim() })}
        />
      </label>
      <p class="refused" id="embed-refused" role="alert">${refused ?? ''}</p>
      <label class="code"
        >The code
        <textarea readonly rows="4" spellcheck="false" .value=${parts.code}></textarea>
      </label>
      <div class="actions">
        <button class="button primary" type="button" autofocus @click=${parts.copy}>
          Copy the code
        </button>
        <button class="button" type="button" @click=${parts.close}>Close</button>
        <span class="said" role="status">${choices.said}</span>
      </div>
    </form>
    <section aria-label="Preview">
      <h3>Preview</h3>
      ${parts.preview}
    </section>
  `;
}

/** @returns the size and the origin, or the sentence that refuses one of them */
function readChoices(choices: Choices, fitting: FrameSize) {
  const pixels = (which: 'width' | 'height') => {
    const text = choices[which];
    if (text === null) return fitting[which];
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isInteger(value) && value >= leastPixels && value <= mostPixels) return value;
    const range = `from ${leastPixels} to ${mostPixels}`;
    throw new InputError(`${which} must be a whole number ${range}, not ${quoted(text)}`);
  };
  try {
    const size = { width: pixels('width'), height: pixels('height') };
    const origin = choices.origin === '' ? '' : readOrigin(choices.origin);
    return { refused: null, size, origin };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message };
  }
}
