import { Link } from '@tanstack/react-router'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ComingList } from './coming-list.tsx'
import { Timeline } from './timeline.tsx'
import { useComing } from './use-coming.ts'

/** The next 60 days on a line; on a phone as a list. */
export function ComingPanel() {
  const text = useLanguage().words.reporting.home.coming
  const coming = useComing()
  return (
    <Panel
      title={text.title}
      note={coming && coming.total > 0 ? text.count(coming.total) : undefined}
      actions={<Link to="/deadlines">{text.list}</Link>}
    >
      {coming?.marks.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {coming && coming.marks.length > 0 ? (
        <>
          <Timeline coming={coming} />
          <ComingList marks={coming.marks} />
        </>
      ) : null}
    </Panel>
  )
}
