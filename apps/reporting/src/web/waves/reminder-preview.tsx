import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote } from '../surface/note.tsx'
import surface from '../surface/surface.module.css'
import { SkipList } from './skip-list.tsx'
import styles from './waves.module.css'

/** How many a reminder would reach now, and why not the others. */
export function ReminderPreview({ period, withdrawn }: { readonly period: string; readonly withdrawn: number }) {
  const text = useLanguage().words.reporting.programme
  const preview = useQuery(trpc.wave.remindPreview.queryOptions({ period }))
  if (preview.error) return <FaultNote error={preview.error} />
  if (!preview.data) return null
  const { first, last, ...others } = preview.data
  const skips = Object.entries(others)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ stage: 'reminder', reason, count }) as const)
  return (
    <>
      <p className={surface.soft}>{text.willBeReminded(first, last)}</p>
      {skips.length > 0 ? (
        <section>
          <h3 className={styles.heading}>{text.skips.titleAhead}</h3>
          <SkipList skips={skips} {...(withdrawn > 0 && { answered: text.skips.answeredOrWithdrawn })} />
        </section>
      ) : null}
    </>
  )
}
