import { NativeSelect } from '@mantine/core'
import { LOCALES, type Locale } from '@wayproof/kernel'
import type { EditionReaderKind } from '@wayproof/scorecard'
import { OWNERS } from '@wayproof/scorecard/goal'
import { useLanguage } from '../language.tsx'
import styles from './summaries.module.css'

export const READERS: readonly EditionReaderKind[] = ['executive', ...new Set(Object.values(OWNERS))]

export interface ChosenLetter {
  readonly reader: EditionReaderKind
  readonly locale: Locale
}

interface LetterChoiceProps {
  readonly chosen: ChosenLetter
  /** A single kind of reader leaves nothing to choose. */
  readonly readers: readonly EditionReaderKind[]
  readonly onChoose: (chosen: ChosenLetter) => void
}

/** Chooses one of an edition's letters by kind of reader and language. */
export function LetterChoice({ chosen, readers, onChoose }: LetterChoiceProps) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.letter
  const named = (reader: EditionReaderKind) => (reader === 'executive' ? text.executive : words.goals.owners[reader])
  return (
    <div className={styles.choices}>
      <NativeSelect
        label={text.language}
        value={chosen.locale}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ ...chosen, locale: LOCALES.find((one) => one === value) ?? chosen.locale })
        }
      >
        {LOCALES.map((value) => (
          <option key={value} value={value} lang={value}>
            {words.reporting.people.languages[value]}
          </option>
        ))}
      </NativeSelect>
      {readers.length > 1 ? (
        <NativeSelect
          label={text.reader}
          value={chosen.reader}
          data={readers.map((value) => ({ value, label: named(value) }))}
          onChange={({ currentTarget: { value } }) =>
            onChoose({ ...chosen, reader: readers.find((one) => one === value) ?? chosen.reader })
          }
        />
      ) : null}
    </div>
  )
}
