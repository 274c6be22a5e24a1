import { addDays, type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, relativeDay } from '@wayproof/messages/date-format'
import type { Person } from '../api.ts'
import ui from '../components/components.module.css'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { Avatar } from '../shell/avatar.tsx'
import styles from './people.module.css'
import { type PersonAct, PersonMenu } from './person-menu.tsx'

interface PersonRowProps {
  readonly person: Person
  /** Whether this account is the reader's own, which the reader changes in the profile. */
  readonly isOwn: boolean
  readonly onChoose: (act: PersonAct) => void
}

export function PersonRow({ person, isOwn, onChoose }: PersonRowProps) {
  const { words } = useLanguage()
  const { account } = words.reporting
  const { columns, ...text } = words.reporting.people
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.person}>
        <span className={styles.name}>
          <Avatar name={person.name} />
          <span>
            <Verbatim>{person.name}</Verbatim> {isOwn ? <span className={ui.soft}>{text.you}</span> : null}
            <span className={ui.below} translate="no">
              {person.email}
            </span>
          </span>
        </span>
      </th>
      <td data-label={columns.role}>
        {text.roles[person.role]}
        {person.proposal ? <span className={ui.below}>{text.proposed(text.roles[person.proposal.role])}</span> : null}
      </td>
      <td data-label={columns.signedIn} data-whole>
        <LastSignIn person={person} />
      </td>
      <td data-label={account.people.factor}>
        <StateMark
          shape={person.secondFactor ? 'demonstrated' : 'amber'}
          label={person.secondFactor ? account.people.app : account.people.noApp}
        />
      </td>
      <td data-label={columns.sessions} data-number>
        {person.sessions}
        {person.keys > 0 ? <span className={ui.below}>{text.account.keys(person.keys)}</span> : null}
      </td>
      <td className={styles.act}>{isOwn ? null : <PersonMenu person={person} onChoose={onChoose} />}</td>
    </tr>
  )
}

function LastSignIn({ person }: { readonly person: Person }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const { lastSignInOn } = person
  if (lastSignInOn === null) return <span className={ui.soft}>{words.reporting.people.neverSignedIn}</span>
  const relative = relativeDay(daysBetween(today, lastSignInOn), locale)
  return (
    <>
      {isInFilter('unused', person, today) ? <StateMark shape="amber" label={relative} /> : relative}
      <span className={ui.below}>{day(lastSignInOn, locale)}</span>
    </>
  )
}

export const FILTERS = ['all', 'noFactor', 'unused', 'invited'] as const

export type PeopleFilterId = (typeof FILTERS)[number]

const UNUSED_DAYS = 90

/** `unused`: no sign-in in the last 90 days, or never. */
export function isInFilter(
  filter: PeopleFilterId,
  { secondFactor, lastSignInOn }: Person,
  today: CalendarDate,
): boolean {
  if (filter === 'invited') return false
  if (filter === 'noFactor') return !secondFactor
  return filter === 'all' || lastSignInOn === null || lastSignInOn < addDays(today, -UNUSED_DAYS)
}

/** Says whether a filter shows open invitations beside the accounts. */
export const isInvitedShown = (filter: PeopleFilterId): boolean => filter === 'all' || filter === 'invited'

/** Says whether name, address or role contains the search text, ignoring case. */
export function matchesSearch(search: string, { name, email }: Pick<Person, 'name' | 'email'>, role: string): boolean {
  const sought = search.trim().toLowerCase()
  return [name, email, role].some((text) => text.toLowerCase().includes(sought))
}
