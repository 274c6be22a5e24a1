import { NativeSelect } from '@mantine/core'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import type { EditionReaderKind } from '@wayproof/scorecard/editions/edition'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { useLanguage } from '../language.tsx'
import styles from './summaries.module.css'

export const READERS: readonly EditionReaderKind[] = ['executive', ...new Set(Object.values(OWNERS))]

export interface ChosenLetter {
  readonly reader: EditionReaderKind
  readonly locale: Locale
}

interface LetterChoiceProps {
  readonly choice: ChosenLetter
  /** A single kind of reader leaves nothing to choose. */
  readonly readers: readonly EditionReaderKind[]
  readonly onChoose: (choice: ChosenLetter) => void
}

/** Chooses one of an edition's letters by kind of reader and language. */
export function LetterChoice({ choice, readers, onChoose }: LetterChoiceProps) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.letter
  const readerName = (reader: EditionReaderKind) =>
    reader === 'executive' ? text.executive : words.goals.owners[reader]
  return (
    <div className={styles.choices}>
      <NativeSelect
        label={text.language}
        value={choice.locale}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ ...choice, locale: LOCALES.find((locale) => locale === value) ?? choice.locale })
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
          value={choice.reader}
          data={readers.map((value) => ({ value, label: readerName(value) }))}
          onChange={({ currentTarget: { value } }) =>
            onChoose({ ...choice, reader: readers.find((reader) => reader === value) ?? choice.reader })
          }
        />
      ) : null}
    </div>
  )
}
