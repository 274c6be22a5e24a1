import { TextInput } from '@mantine/core'
import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './people.module.css'
import { FILTERS, isInFilter, isInvitedShown, type PeopleFilterId } from './people-filters.ts'

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
export function PeopleFilter({ people, invited, search, selected, onType, onSelect }: PeopleFilterProps) {
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
