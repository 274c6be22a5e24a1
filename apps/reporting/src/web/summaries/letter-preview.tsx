import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Edition } from '@wayproof/scorecard'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Loading } from '../components/loading.tsx'
import { FaultNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { type ChosenLetter, LetterChoice, READERS } from './letter-choice.tsx'
import { LetterText } from './letter-text.tsx'
import styles from './summaries.module.css'

interface LetterPreviewProps {
  readonly edition: Edition
  readonly comment: string
  /** Whether the letter is shown at once. */
  readonly open: boolean
}

/** Renders the letter as it would be sent now, with the comment that is being typed. */
export function LetterPreview({ edition: { id, period }, comment, open }: LetterPreviewProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.letter
  const [visible, setVisible] = useState(open)
  const [chosen, setChosen] = useState<ChosenLetter>({ reader: 'executive', locale })
  const [settled] = useDebouncedValue(comment, 600)
  const preview = useQuery({
    ...trpc.edition.preview.queryOptions({ id, period, ...chosen, comment: settled }),
    enabled: visible,
    placeholderData: keepPreviousData,
  })
  if (!visible)
    return (
      <div>
        <Button variant="default" onClick={() => setVisible(true)}>
          {text.show}
        </Button>
      </div>
    )
  return (
    <div>
      <p className={styles.heading}>{text.preview}</p>
      <LetterChoice chosen={chosen} readers={READERS} onChoose={setChosen} />
      {preview.error ? <FaultNote error={preview.error} /> : null}
      {preview.data ? <LetterText letter={preview.data} locale={chosen.locale} /> : null}
      {preview.isPending ? <Loading heights={[240]} /> : null}
    </div>
  )
}
