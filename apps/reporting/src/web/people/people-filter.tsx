import { TextInput } from '@mantine/core'
import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './people.module.css'
import { FILTERS, isInFilter, type PeopleFilterId } from './people-filters.ts'

interface PeopleFilterProps {
  readonly people: readonly Person[]
  readonly search: string
  readonly selected: PeopleFilterId
  readonly onType: (search: string) => void
  readonly onSelect: (filter: PeopleFilterId) => void
}

/** Searches by name, address or role, and filters by sign-in state, with the number of people for each. */
export function PeopleFilter({ people, search, selected, onType, onSelect }: PeopleFilterProps) {
  const text = useLanguage().words.reporting.account.people
  const { today } = useOrganisationDays()
  return (
    <div className={styles.filter}>
      <TextInput
        type="search"
        className={styles.search ?? ''}
        label={text.search}
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
            {text.shown[filter]} {people.filter((person) => isInFilter(filter, person, today)).length}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
