import { useState } from 'react'
import type { ShownEdition } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { type ChosenLetter, LetterChoice } from './letter-choice.tsx'
import { LetterText } from './letter-text.tsx'

/** Shows the letters of a sent edition byte for byte, starting with the reader's own. */
export function ArchivedLetters({ letters, own }: Pick<ShownEdition, 'letters' | 'own'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.letter
  const first =
    letters.find((candidate) => candidate.reader === 'executive' && candidate.locale === locale) ?? letters[0]
  const [choice, setChoice] = useState<ChosenLetter>(own ?? first ?? { reader: 'executive', locale })
  const readers = [...new Set(letters.map(({ reader }) => reader))]
  const letter = letters.find((candidate) => candidate.reader === choice.reader && candidate.locale === choice.locale)
  return (
    <Panel title={text.title}>
      <LetterChoice
        choice={choice}
        readers={readers}
        onChoose={({ reader, locale }) => setChoice({ reader, locale })}
      />
      {letter ? <LetterText letter={letter} locale={letter.locale} /> : <p className={ui.soft}>{text.none}</p>}
    </Panel>
  )
}
