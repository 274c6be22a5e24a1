import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { ReportingClient } from '@wayproof/local-stack/clients/reporting-client'

const ROWS = 5

interface Drawing {
  readonly figure: string
  readonly period: PeriodKey
  readonly note: string
}

/** Draws a sample from the denominator of a figure; one record differs, the others agree. The worksheet is sealed. */
export async function auditFigure(auditor: ReportingClient, { figure, period, note }: Drawing): Promise<void> {
  const { sides } = await auditor.query<{ sides: { denominator: number } }>('sample.trace', {
    figure,
    period,
    show: 'all',
    page: 1,
  })
  const size = Math.min(ROWS, sides.denominator)
  if (size === 0) return
  const { id: sample } = await auditor.mutate<{ id: string }>('sample.draw', {
    figure,
    period,
    side: 'denominator',
    size,
  })
  for (let number = 1; number <= size; number += 1) {
    const finding = number === size ? { result: 'differs', note } : { result: 'agrees', note: '' }
    await auditor.mutate('sample.record', { sample, number, seen: 0, ...finding })
  }
  await auditor.mutate('sample.seal', { sample })
}

/** Draws a sample that stays open. */
export const beginAudit = async (auditor: ReportingClient, figure: string, period: PeriodKey): Promise<void> =>
  void (await auditor.mutate('sample.draw', { figure, period, side: 'denominator', size: ROWS }))
