import type { SurveyPorts } from '../ports.ts'
import type { CheckedPoints, Checklist, ChecklistGap } from './checklist.ts'
import { readChecklist } from './read-checklist.ts'

/** Saves the officer's statements with name and time, and returns what is still missing. */
export async function confirmChecklist(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  {
    points,
    by,
    check,
  }: {
    readonly points: CheckedPoints
    readonly by: string
    /** Throws if the current statements may not be replaced. */
    readonly check?: (current: Checklist | null) => void
  },
): Promise<{ readonly checklist: Checklist; readonly lacking: readonly ChecklistGap[] }> {
  const checklist = { ...points, confirmedAt: ports.clock.now(), confirmedBy: by }
  await ports.store.saveChecklist(checklist, check)
  const { lacking } = await readChecklist(ports)
  return { checklist, lacking }
}
