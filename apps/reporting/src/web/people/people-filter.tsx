import { TextInput } from '@mantine/core'
import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './people.module.css'
import { isInFilter, type PeopleFilterId, SHOWN } from './people-filters.ts'

interface PeopleFilterProps {
  readonly people: readonly Person[]
  readonly typed: string
  readonly selected: PeopleFilterId
  readonly onType: (typed: string) => void
  readonly onSelect: (filter: PeopleFilterId) => void
}

/** Searches by name, address or role, and filters by sign-in state, with the number of people for each. */
export function PeopleFilter({ people, typed, selected, onType, onSelect }: PeopleFilterProps) {
  const text = useLanguage().words.reporting.account.people
  const { today } = useOrganisationDays()
  return (
    <div className={styles.filter}>
      <TextInput
        type="search"
        className={styles.search ?? ''}
        label={text.search}
        value={typed}
        onChange={({ currentTarget: { value } }) => onType(value)}
      />
      <fieldset className={styles.choices} aria-label={text.show}>
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.choice}
            aria-pressed={each === selected}
            onClick={() => onSelect(each)}
          >
            {text.shown[each]} {people.filter((person) => isInFilter(each, person, today)).length}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
