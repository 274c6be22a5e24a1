import { useQuery } from '@tanstack/react-query'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import { trpc } from '../api.ts'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { HoldReasons } from './hold-reasons.tsx'
import styles from './summaries.module.css'

/** Shows the gaps that the letter would state now; the edition's own list is up to an hour old. */
export function StatedGaps({ edition: { id, period } }: { readonly edition: Edition }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.stated
  const letter = { id, period, reader: 'executive', locale, comment: '' } as const
  const preview = useQuery({ ...trpc.edition.preview.queryOptions(letter), staleTime: 0 })
  if (preview.error) return <ErrorNote error={preview.error} />
  if (!preview.data) return <Loading heights={[40]} />
  const { reasons } = preview.data
  if (reasons.length === 0) return <p>{text.none}</p>
  return (
    <div>
      <p className={styles.heading}>{text.heading}</p>
      <HoldReasons reasons={reasons} />
    </div>
  )
}
