import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Wave } from '@wayproof/survey'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { CloseChangeFacts } from './close-change-facts.tsx'
import { DecideClose } from './decide-close.tsx'
import { ProposeClose } from './propose-close.tsx'

/** Shows the closing day of a wave and the change that two officers agreed on or still discuss. */
export function ClosingPanel({ wave }: { readonly wave: Wave }) {
  const text = useLanguage().words.reporting.waves.closing
  const { dayOf } = useOrganisationDays()
  const { user } = useMe()
  const query = useQuery(trpc.wave.closeChanges.queryOptions({ period: wave.period }))
  const people = useQuery(trpc.people.list.queryOptions())
  const open = wave.status === 'open'
  const changes = query.data ?? []
  const waiting = open ? changes.find(({ decided }) => decided === null) : undefined
  const past = changes.filter(({ decided }) => decided !== null)
  if (!open && past.length === 0) return null
  const alone = people.data?.filter(({ role }) => role === 'officer').length === 1
  const changed = wave.closesAt !== wave.sealedClosesAt
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {open ? (
          <p>
            {text.closes(dayOf(wave.closesAt - 1))} {changed ? text.sealed(dayOf(wave.sealedClosesAt - 1)) : null}
          </p>
        ) : null}
        {query.error ? <FaultNote error={query.error} /> : null}
        {open && !waiting ? <p className={ui.soft}>{alone ? text.alone : text.lead}</p> : null}
        {open && alone ? (
          <p>
            <Link to="/people" className={ui.quiet}>
              {text.invite}
            </Link>
          </p>
        ) : null}
        {waiting ? (
          <div>
            <DecideClose period={wave.period} change={waiting} mine={waiting.proposedBy.id === user?.id} />
          </div>
        ) : null}
        {open && !waiting && people.data && !alone ? <ProposeClose wave={wave} /> : null}
        {past.length > 0 && open ? <p className={ui.soft}>{text.history}</p> : null}
        {past.map((change) => (
          <CloseChangeFacts key={change.id} change={change} />
        ))}
      </div>
    </Panel>
  )
}
