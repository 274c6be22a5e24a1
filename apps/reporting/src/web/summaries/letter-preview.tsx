import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
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
  const [isVisible, setIsVisible] = useState(open)
  const [choice, setChoice] = useState<ChosenLetter>({ reader: 'executive', locale })
  const [debouncedComment] = useDebouncedValue(comment, 600)
  const preview = useQuery({
    ...trpc.edition.preview.queryOptions({ id, period, ...choice, comment: debouncedComment }),
    enabled: isVisible,
    placeholderData: keepPreviousData,
  })
  if (!isVisible)
    return (
      <div>
        <Button variant="default" onClick={() => setIsVisible(true)}>
          {text.show}
        </Button>
      </div>
    )
  return (
    <div>
      <p className={styles.heading}>{text.preview}</p>
      <LetterChoice choice={choice} readers={READERS} onChoose={setChoice} />
      {preview.error ? <ErrorNote error={preview.error} /> : null}
      {preview.data ? <LetterText letter={preview.data} locale={choice.locale} /> : null}
      {preview.isPending ? <Loading heights={[240]} /> : null}
    </div>
  )
}
