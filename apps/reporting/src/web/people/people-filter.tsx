import { TextInput } from '@mantine/core'
import type { Person } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './people.module.css'
import { isShown, SHOWN, type Shown } from './people-shown.ts'

interface PeopleFilterProps {
  readonly people: readonly Person[]
  readonly typed: string
  readonly shown: Shown
  readonly onType: (typed: string) => void
  readonly onShow: (shown: Shown) => void
}

/** Searches by name, address or role, and filters by sign-in state, with the number of people for each. */
export function PeopleFilter({ people, typed, shown, onType, onShow }: PeopleFilterProps) {
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
            aria-pressed={each === shown}
            onClick={() => onShow(each)}
          >
            {text.shown[each]} {people.filter((person) => isShown(each, person, today)).length}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
