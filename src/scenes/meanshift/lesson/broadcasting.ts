import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';
import { showBroadcast } from './broadcast-figure.ts';

export const broadcasting: LessonPage<SceneWorld> = {
  id: 'broadcasting',
  title: 'Why the shapes fit',
  time: '1:21:50',
  body: () => html`
    <p>
      A batch <code>x</code> of five points has the shape (5, 2), all points <code>X</code> have
      (1500, 2). Every difference between the two should be (5, 1500, 2): which point of the batch,
      which point of all, which coordinate.
    </p>
    <p>
      <code>None</code> puts in an axis of size 1. Shapes are compared axis by axis, from the last
      one on: sizes fit if they are equal, or one of them is 1. A 1 is <em>stretched</em> with a
      stride of 0: the same numbers are read again and again, and nothing is copied.
    </p>
  `,
  figure: showBroadcast,
  state: { values: { ...asInTheLesson, batch: 5 }, step: 0, playing: false, picked: null },
  subject: 'stage',
  question: {
    text: 'Move the Nones above the figure so that the difference has the shape (1500, 5, 2).',
    watch: () => () => false,
    answer:
      'X[:, None] is (1500, 1, 2), and x is stretched along the new first axis: a missing axis counts as 1, so x[None] and x alone do the same.',
  },
};
