import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Wave } from '@wayproof/survey/waves/wave'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
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
  const pendingChange = open ? changes.find(({ decided }) => decided === null) : undefined
  const decidedChanges = changes.filter(({ decided }) => decided !== null)
  if (!open && decidedChanges.length === 0) return null
  const isOnlyOfficer = people.data?.filter(({ role }) => role === 'officer').length === 1
  const isCloseChanged = wave.closesAt !== wave.sealedClosesAt
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {open ? (
          <p>
            {text.closes(dayOf(wave.closesAt - 1))}{' '}
            {isCloseChanged ? text.sealed(dayOf(wave.sealedClosesAt - 1)) : null}
          </p>
        ) : null}
        {query.error ? <ErrorNote error={query.error} /> : null}
        {open && !pendingChange ? <p className={ui.soft}>{isOnlyOfficer ? text.alone : text.lead}</p> : null}
        {open && isOnlyOfficer ? (
          <p>
            <Link to="/people" className={ui.quiet}>
              {text.invite}
            </Link>
          </p>
        ) : null}
        {pendingChange ? (
          <div>
            <DecideClose change={pendingChange} isMine={pendingChange.proposedBy.id === user?.id} />
          </div>
        ) : null}
        {open && !pendingChange && people.data && !isOnlyOfficer ? <ProposeClose wave={wave} /> : null}
        {decidedChanges.length > 0 && open ? <p className={ui.soft}>{text.history}</p> : null}
        {decidedChanges.map((change) => (
          <CloseChangeFacts key={change.id} change={change} />
        ))}
      </div>
    </Panel>
  )
}
