import { html, type TemplateResult } from 'lit-html';
import type { AskedQuestion, LessonGuess } from '../view/lesson-page.ts';

export interface QuestionShown {
  readonly question: AskedQuestion;
  readonly isDone: boolean;
  /** Which choice was guessed, if any. */
  readonly guessed: number | null;
  guess(choice: number): void;
}

/** What a page asks: first for a guess, where it has one, then to do it; the answer stands there, too. */
export function drawQuestion(shown: QuestionShown): TemplateResult {
  const { question, isDone, guessed } = shown;
  const isGuess = question.guess !== undefined && guessed === null && !isDone;
  const heading = isDone ? 'Done ✓' : isGuess ? 'Guess first' : 'Try it';
  // It takes the focus from the choices, which go once one of them is pressed.
  return html`<section
    class="lesson-question ${isDone ? 'done' : ''}"
    aria-label="Question"
    tabindex="-1"
  >
    <h3>${heading}</h3>
    ${isDone ? drawAnswer(question, guessed) : drawAsked(shown)}
  </section>`;
}

function drawAsked({ question, guessed, guess }: QuestionShown): TemplateResult {
  if (!question.guess) return html`<p>${question.text}</p>`;
  if (guessed === null) return drawChoices(question.guess, guess);
  return html`<p>
    <span class="guessed">You guess “${question.guess.choices[guessed]}”.</span> ${question.text}
  </p>`;
}

const drawChoices = (
  { text, choices }: LessonGuess,
  guess: (choice: number) => void,
) => html`<fieldset class="choices">
  <legend>${text}</legend>
  ${choices.map(
    (choice, i) => html`<button class="button" type="button" @click=${() => guess(i)}>
      ${choice}
    </button>`,
  )}
</fieldset>`;

const drawAnswer = (
  { guess, answer }: AskedQuestion,
  guessed: number | null,
) => html`<p class="answer">
  ${guess && guessed !== null ? html`<span class="guessed">${verdict(guess, guessed)}</span> ` : ''}${answer}
</p>`;

/** The answer, and what became of a guess. */
export const answerText = ({ guess, answer }: AskedQuestion, guessed: number | null): string =>
  guess && guessed !== null ? `${verdict(guess, guessed)} ${answer}` : answer;

const verdict = ({ choices, right }: LessonGuess, guessed: number): string =>
  guessed === right
    ? `As you guessed: ${choices[guessed]}.`
    : `You guessed “${choices[guessed]}”; now you have seen it come otherwise.`;
