import { useState } from 'react'
import type { Invitation, Person } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { EndSessions } from './end-sessions.tsx'
import { FactorReset } from './factor-reset.tsx'
import { InvitedRow } from './invited-row.tsx'
import { PeopleFilter } from './people-filter.tsx'
import { isInFilter, isInvitedShown, matchesSearch, type PeopleFilterId } from './people-filters.ts'
import type { PersonAct } from './person-menu.tsx'
import { PersonRow } from './person-row.tsx'
import { RemovePerson } from './remove-person.tsx'
import { ResetLink } from './reset-link.tsx'
import { RoleDialog } from './role-dialog.tsx'

const DIALOGS = {
  role: RoleDialog,
  sessions: EndSessions,
  resetLink: ResetLink,
  factor: FactorReset,
  remove: RemovePerson,
} as const satisfies Record<PersonAct, unknown>

interface PeopleTableProps {
  readonly people: readonly Person[]
  readonly invitations: readonly Invitation[]
  readonly me: string
}

/** Lists accounts, then open invitations; the acts on each stand behind one button. */
export function PeopleTable({ people, invitations, me }: PeopleTableProps) {
  const { words } = useLanguage()
  const { account } = words.reporting
  const { columns, ...text } = words.reporting.people
  const { today } = useOrganisationDays()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<PeopleFilterId>('all')
  const [dialog, setDialog] = useState<{ readonly person: Person; readonly act: PersonAct } | null>(null)
  const rows = people.filter(
    (person) => isInFilter(filter, person, today) && matchesSearch(search, person, text.roles[person.role]),
  )
  const invitedRows = invitations.filter(
    ({ email, role }) =>
      isInvitedShown(filter) && matchesSearch(search, { name: '', email: email ?? '' }, text.roles[role]),
  )
  const heads = [columns.name, columns.role, columns.signedIn, account.people.factor, columns.sessions, columns.action]
  const Dialog = dialog && DIALOGS[dialog.act]
  return (
    <Panel title={words.reporting.shell.people}>
      <PeopleFilter
        people={people}
        invited={invitations.length}
        search={search}
        selected={filter}
        onType={setSearch}
        onSelect={setFilter}
      />
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads columns={heads} />
        <tbody>
          {rows.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isOwn={person.id === me}
              onChoose={(act) => setDialog({ person, act })}
            />
          ))}
          {invitedRows.map((invitation) => (
            <InvitedRow key={invitation.id} invitation={invitation} />
          ))}
        </tbody>
      </WideTable>
      <p className={ui.more}>{rows.length + invitedRows.length === 0 ? account.people.nobody : account.people.ends}</p>
      {dialog && Dialog ? <Dialog person={dialog.person} onClose={() => setDialog(null)} /> : null}
    </Panel>
  )
}
