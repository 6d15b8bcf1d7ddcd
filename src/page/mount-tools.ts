import type { BoundTool } from './bind-page.ts';
import type { Session } from './session.ts';
import { tellFailure } from './tell-failure.ts';
import './tools.css';

/** Mounts the scene's tools, each in a section that can be closed. */
export function mountTools(host: HTMLElement, session: Session): () => void {
  const mounted = session.page.tools.map((tool) => mountTool(host, tool, session));
  const unsubscribe = session.subscribe(() => {
    for (const { update } of mounted) update();
  });
  return () => {
    unsubscribe();
    for (const { dispose } of mounted) dispose();
  };
}

function mountTool(host: HTMLElement, tool: BoundTool, session: Session) {
  const section = document.createElement('details');
  section.className = 'scene-tool';
  section.dataset.tool = tool.id;
  section.open = true;
  const heading = section.appendChild(document.createElement('summary'));
  heading.innerHTML = '<h2></h2>';
  const title = heading.querySelector('h2');
  if (title) title.textContent = tool.title;
  const help = section.appendChild(document.createElement('p'));
  help.className = 'help';
  help.textContent = tool.help;
  const area = section.appendChild(document.createElement('div'));
  area.className = 'tool-area';
  host.append(section);
  const open = tool.open(area, {
    compute: session.compute,
    setValues: session.setValues,
    changed: session.changed,
    failed: (error) => tellFailure(error, session.notify),
  });
  return {
    update: () => open.update?.(),
    dispose() {
      open.dispose();
      section.remove();
    },
  };
}
