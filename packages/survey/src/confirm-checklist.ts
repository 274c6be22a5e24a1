import { dateAt } from '@wayproof/kernel'
import { type CheckedPoints, type Checklist, type Lacking, lackingOf } from './checklist.ts'
import type { SurveyPorts } from './ports.ts'

/** Keeps what an officer states before an opening, with the name and the moment, and tells what is still lacking. */
export async function confirmChecklist(
  { store, clock, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  { points, by }: { readonly points: CheckedPoints; readonly by: string },
): Promise<{ readonly checklist: Checklist; readonly lacking: readonly Lacking[] }> {
  const now = clock.now()
  const checklist = { ...points, confirmedAt: now, confirmedBy: by }
  await store.saveChecklist(checklist)
  return { checklist, lacking: lackingOf(checklist, dateAt(now, timeZone)) }
}
