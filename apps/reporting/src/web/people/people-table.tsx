import { day } from '@wayproof/messages'
import { useState } from 'react'
import type { Person } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { EndSessions } from './end-sessions.tsx'
import { PeopleFilter } from './people-filter.tsx'
import { isInFilter, matchesSearch, type PeopleFilterId } from './people-filters.ts'
import { RemovePerson } from './remove-person.tsx'
import { RoleDialog } from './role-dialog.tsx'

const DIALOGS = { role: RoleDialog, sessions: EndSessions, remove: RemovePerson } as const

interface OpenDialog {
  readonly person: Person
  readonly kind: keyof typeof DIALOGS
}

/** Lists accounts; managers of accounts act on each. */
export function PeopleTable({ people, me }: { readonly people: readonly Person[]; readonly me: string }) {
  const { locale, words } = useLanguage()
  const { account } = words.reporting
  const { columns, ...text } = words.reporting.people
  const { today } = useOrganisationDays()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<PeopleFilterId>('all')
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const rows = people.filter(
    (person) => isInFilter(filter, person, today) && matchesSearch(search, person, text.roles[person.role]),
  )
  const heads = [columns.name, columns.role, columns.signedIn, account.people.factor, columns.sessions, columns.action]
  const Dialog = dialog && DIALOGS[dialog.kind]
  return (
    <Panel title={words.reporting.shell.people}>
      <PeopleFilter people={people} search={search} selected={filter} onType={setSearch} onSelect={setFilter} />
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads columns={heads} />
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <span id={nameId(person)} translate="no">
                  {person.name}
                </span>{' '}
                {person.id === me ? <span className={ui.soft}>{text.you}</span> : null}
                <span className={ui.fileName} translate="no">
                  {person.email}
                </span>
              </th>
              <td data-label={columns.role}>
                {text.roles[person.role]}
                {person.proposal ? (
                  <span className={ui.fileName}>{text.proposed(text.roles[person.proposal.role])}</span>
                ) : null}
              </td>
              <td data-label={columns.signedIn} data-whole className={person.lastSignInOn ? undefined : ui.soft}>
                {person.lastSignInOn ? day(person.lastSignInOn, locale) : text.neverSignedIn}
              </td>
              <td data-label={account.people.factor}>
                <FactorMark person={person} />
              </td>
              <td data-label={columns.sessions}>
                {person.sessions}
                {person.keys > 0 ? <span className={ui.fileName}>{text.account.keys(person.keys)}</span> : null}
              </td>
              <td>
                {person.id === me ? null : (
                  <PersonActions person={person} onAsk={(kind) => setDialog({ person, kind })} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {rows.length === 0 ? <p className={ui.soft}>{account.people.nobody}</p> : null}
      {dialog && Dialog ? <Dialog person={dialog.person} onClose={() => setDialog(null)} /> : null}
    </Panel>
  )
}

function FactorMark({ person: { secondFactor } }: { readonly person: Person }) {
  const text = useLanguage().words.reporting.account.people
  return <StateMark shape={secondFactor ? 'demonstrated' : 'amber'} label={secondFactor ? text.app : text.noApp} />
}

const nameId = ({ id }: Person) => `name-${id}`

function PersonActions({
  person,
  onAsk,
}: {
  readonly person: Person
  readonly onAsk: (kind: OpenDialog['kind']) => void
}) {
  const text = useLanguage().words.reporting.people.account
  // Two elements form the accessible name, because only the person's name must stay untranslated.
  const labelled = (kind: OpenDialog['kind']) => {
    const id = `${kind}-${person.id}`
    return { id, 'aria-labelledby': `${id} ${nameId(person)}` }
  }
  return (
    <span className={ui.rowActions}>
      <LinkButton {...labelled('role')} onClick={() => onAsk('role')}>
        {text.changeRole}
      </LinkButton>
      {person.sessions > 0 ? (
        <LinkButton {...labelled('sessions')} onClick={() => onAsk('sessions')}>
          {text.endSessions}
        </LinkButton>
      ) : null}
      <LinkButton {...labelled('remove')} onClick={() => onAsk('remove')}>
        {text.remove}
      </LinkButton>
    </span>
  )
}
