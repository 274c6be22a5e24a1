import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Invitation, type Person, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { InvitedRow } from './invited-row.tsx'
import styles from './people.module.css'
import type { PersonAct } from './person-menu.tsx'
import { FILTERS, isInFilter, isInvitedShown, matchesSearch, type PeopleFilterId, PersonRow } from './person-row.tsx'
import { isAppointed, ROLES, type Role, roleNamed } from './roles.ts'

/** Changes the role of a person, and says first what ends with it. */
function RoleDialog({ person, onClose }: PersonDialogProps) {
  const { account: text, roles } = useLanguage().words.reporting.people
  const otherRoles = ROLES.filter((role) => role !== person.role)
  const [role, setRole] = useState<Role>(otherRoles[0] ?? 'executive')
  const ends = useEnds(person)
  const change = useMutation(trpc.people.changeRole.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={text.changeRoleOf(person.name)}
      action={text.changeRole}
      busy={change.isPending}
      onConfirm={() => change.mutate({ id: person.id, role })}
      onClose={onClose}
    >
      <NativeSelect
        label={text.newRole}
        value={role}
        data={otherRoles.map((value) => ({ value, label: roles[value] }))}
        onChange={({ currentTarget: { value } }) => setRole(roleNamed(value))}
      />
      <p>{isAppointed(role) ? text.appointed(person.name) : ends}</p>
      {change.error ? <ErrorNote error={change.error} /> : null}
    </ConfirmDialog>
  )
}

/** Removes the account of a person, and says first what ends with it. */
function RemovePerson({ person, onClose }: PersonDialogProps) {
  const { account: text } = useLanguage().words.reporting.people
  const ends = useEnds(person)
  const remove = useMutation(trpc.people.revoke.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={text.removeTitle(person.name)}
      action={text.remove}
      isDangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id: person.id })}
      onClose={onClose}
    >
      <p>{ends}</p>
      <p>{text.removed(person.name)}</p>
      {remove.error ? <ErrorNote error={remove.error} /> : null}
    </ConfirmDialog>
  )
}

/** Emails a person the link that the sign-in page offers. */
function ResetLink({ person, onClose }: PersonDialogProps) {
  const { menu } = useLanguage().words.reporting.account.people
  const ask = useMutation(trpc.passwordReset.ask.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={menu.resetLinkTitle(person.name)}
      action={menu.resetLinkAction}
      busy={ask.isPending}
      onConfirm={() => ask.mutate({ email: person.email })}
      onClose={onClose}
    >
      <p>{menu.resetLinkText}</p>
      {ask.error ? <ErrorNote error={ask.error} /> : null}
    </ConfirmDialog>
  )
}

/** Requests the removal of a second factor, which another person confirms. */
function FactorReset({ person, onClose }: PersonDialogProps) {
  const { people, factor } = useLanguage().words.reporting.account
  const ask = useMutation(trpc.secondFactor.askReset.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={people.menu.factorTitle(person.name)}
      action={factor.resets.ask}
      busy={ask.isPending}
      onConfirm={() => ask.mutate({ id: person.id })}
      onClose={onClose}
    >
      <p>{factor.resets.lead}</p>
      {ask.error ? <ErrorNote error={ask.error} /> : null}
    </ConfirmDialog>
  )
}

/** Ends all sessions of a person, who may sign in again. */
function EndSessions({ person, onClose }: PersonDialogProps) {
  const { account: text } = useLanguage().words.reporting.people
  const end = useMutation(trpc.people.endSessions.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={text.endSessionsTitle(person.name)}
      action={text.endSessions}
      busy={end.isPending}
      onConfirm={() => end.mutate({ id: person.id })}
      onClose={onClose}
    >
      <p>{text.signsInAgain(text.sessions(person.sessions))}</p>
      {end.error ? <ErrorNote error={end.error} /> : null}
    </ConfirmDialog>
  )
}

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

interface PersonDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Says which sessions and API keys of a person end. */
function useEnds({ sessions, keys }: Person): string {
  const text = useLanguage().words.reporting.people.account
  if (sessions > 0 && keys > 0) return text.ends(text.both(text.sessions(sessions), text.keys(keys)))
  if (sessions > 0) return text.ends(text.sessions(sessions))
  return keys > 0 ? text.ends(text.keys(keys)) : text.endsNothing
}

/** Closes the dialog on success and reloads every query. */
const closesWhenDone = (onClose: () => void) => ({
  onSuccess: () => {
    onClose()
    void queryClient.invalidateQueries()
  },
})

interface PeopleFilterProps {
  readonly people: readonly Person[]
  /** The number of open invitations. */
  readonly invited: number
  readonly search: string
  readonly selected: PeopleFilterId
  readonly onType: (search: string) => void
  readonly onSelect: (filter: PeopleFilterId) => void
}

/** Searches by name, address or role, and filters by sign-in state, with the number of people for each. */
function PeopleFilter({ people, invited, search, selected, onType, onSelect }: PeopleFilterProps) {
  const text = useLanguage().words.reporting.account.people
  const { today } = useOrganisationDays()
  const countOf = (filter: PeopleFilterId) =>
    people.filter((person) => isInFilter(filter, person, today)).length + (isInvitedShown(filter) ? invited : 0)
  return (
    <div className={styles.filter}>
      <TextInput
        type="search"
        className={styles.search ?? ''}
        aria-label={text.search}
        placeholder={text.search}
        value={search}
        onChange={({ currentTarget: { value } }) => onType(value)}
      />
      <fieldset className={styles.choices} aria-label={text.show}>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            className={styles.choice}
            aria-pressed={filter === selected}
            onClick={() => onSelect(filter)}
          >
            {text.shown[filter]} {countOf(filter)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
