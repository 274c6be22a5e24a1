import type { Closing } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { FigureChanges } from './figure-changes.tsx'

/** Lists how today's registers differ from the frozen or sealed figures. */
export function ChangedPanel({ view }: { readonly view: Closing }) {
  const text = useLanguage().words.reporting.closing.changed
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{view.freeze ? text.frozen : text.sealed}</p>
      <FigureChanges changes={view.changedSince} />
    </Panel>
  )
}
