import type { StageField } from '../view/scene-view.ts';

/**
 * A field's element, not yet placed. Enter and leaving take a text over, Escape does not.
 *
 * @param host where the focus goes back to
 * @param fieldOf the field as it is now; undefined once it is gone
 */
export function makeFieldElement(
  host: HTMLElement,
  id: string,
  fieldOf: (id: string) => StageField | undefined,
): HTMLElement {
  const box = document.createElement('div');
  box.className = 'stage-field';
  box.dataset.field = id;
  const input = box.appendChild(document.createElement('input'));
  input.type = 'text';
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  input.setAttribute('aria-describedby', `stage-field-${id}`);
  const sentence = box.appendChild(document.createElement('span'));
  sentence.id = `stage-field-${id}`;
  sentence.className = 'refused';
  sentence.setAttribute('role', 'alert');

  let taken: string | null = null;
  function commit(): boolean {
    const field = fieldOf(id);
    // Enter takes the focus away, and leaving takes over too: what was taken over is not asked again.
    if (!field || input.value === field.value || input.value === taken) return true;
    const refusal = field.set(input.value);
    taken = refusal === null ? input.value : null;
    sentence.textContent = refusal ?? '';
    input.setAttribute('aria-invalid', String(refusal !== null));
    return refusal === null;
  }
  function giveUp(): void {
    input.value = fieldOf(id)?.value ?? '';
    sentence.textContent = '';
    input.setAttribute('aria-invalid', 'false');
  }
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter' && commit()) host.focus();
    if (event.key !== 'Escape') return;
    giveUp();
    host.focus();
  });
  input.addEventListener('blur', commit);
  host.append(box);
  return box;
}
