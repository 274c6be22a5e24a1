import { day } from '@wayproof/messages'
import { useState } from 'react'
import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import surface from '../surface/surface.module.css'
import { WideTable } from '../surface/wide-table.tsx'
import { EndSessions } from './end-sessions.tsx'
import { RemovePerson } from './remove-person.tsx'
import { RoleDialog } from './role-dialog.tsx'

const DIALOGS = { role: RoleDialog, sessions: EndSessions, remove: RemovePerson } as const

interface Asked {
  readonly person: Person
  readonly what: keyof typeof DIALOGS
}

/** People with an account, and what those who manage accounts do about each. */
export function PeopleTable({ people, me }: { readonly people: readonly Person[]; readonly me: string }) {
  const { locale, words } = useLanguage()
  const { columns, ...text } = words.reporting.people
  const [asked, setAsked] = useState<Asked | null>(null)
  const Dialog = asked && DIALOGS[asked.what]
  return (
    <Panel title={words.reporting.shell.people}>
      <WideTable caption={text.caption} stacked>
        <thead>
          <tr>
            {[columns.name, columns.role, columns.signedIn, columns.sessions, columns.keys, columns.action].map(
              (column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <span id={nameId(person)} translate="no">
                  {person.name}
                </span>{' '}
                {person.id === me ? <span className={surface.soft}>{text.you}</span> : null}
                <span className={surface.fileName} translate="no">
                  {person.email}
                </span>
              </th>
              <td data-label={columns.role}>
                {text.roles[person.role]}
                {person.proposal ? (
                  <span className={surface.fileName}>{text.proposed(text.roles[person.proposal.role])}</span>
                ) : null}
              </td>
              <td data-label={columns.signedIn} className={person.lastSignInOn ? undefined : surface.soft}>
                {person.lastSignInOn ? day(person.lastSignInOn, locale) : text.neverSignedIn}
              </td>
              <td data-label={columns.sessions}>{person.sessions}</td>
              <td data-label={columns.keys}>{person.keys}</td>
              <td>
                {person.id === me ? null : (
                  <PersonActions person={person} onAsk={(what) => setAsked({ person, what })} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {asked && Dialog ? <Dialog person={asked.person} onClose={() => setAsked(null)} /> : null}
    </Panel>
  )
}

const nameId = ({ id }: Person) => `name-${id}`

function PersonActions({ person, onAsk }: { readonly person: Person; readonly onAsk: (what: Asked['what']) => void }) {
  const text = useLanguage().words.reporting.people.account
  // The button's own word, then the name, which stands in its own language.
  const labelled = (what: Asked['what']) => {
    const id = `${what}-${person.id}`
    return { id, 'aria-labelledby': `${id} ${nameId(person)}` }
  }
  return (
    <span className={surface.rowActions}>
      <QuietButton {...labelled('role')} onClick={() => onAsk('role')}>
        {text.changeRole}
      </QuietButton>
      {person.sessions > 0 ? (
        <QuietButton {...labelled('sessions')} onClick={() => onAsk('sessions')}>
          {text.endSessions}
        </QuietButton>
      ) : null}
      <QuietButton {...labelled('remove')} onClick={() => onAsk('remove')}>
        {text.remove}
      </QuietButton>
    </span>
  )
}
