import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote } from '../surface/note.tsx'
import surface from '../surface/surface.module.css'
import { SkipList } from './skip-list.tsx'

/** How many a reminder would reach now, and why not the others. */
export function ReminderPreview({ period }: { readonly period: string }) {
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
      <SkipList skips={skips} />
    </>
  )
}
