import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Share } from '@wayproof/kernel/share'
import { type Trace, traceFigure } from '@wayproof/scorecard/sample/trace-figure'
import { STAFF_FIGURES, type TracedFigure } from '@wayproof/scorecard/sample/traced-figure'
import type { TracedRow } from '@wayproof/scorecard/sample/traced-row'
import { pageWithin } from '../http/page-within.ts'
import { maySeeStaff } from '../registers/register-access.ts'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'

const ROWS_A_PAGE = 50

export const ROW_FILTERS = ['all', 'counted', 'rest'] as const

export interface AskTrace {
  readonly figure: TracedFigure
  readonly period: PeriodKey
  readonly show: (typeof ROW_FILTERS)[number]
  /** From 1. */
  readonly page: number
}

export interface TraceView extends Pick<Trace, 'asOf' | 'recordedOn' | 'total' | 'published'> {
  /** How many records a sample can be drawn from, by side. */
  readonly sides: Share
  /** One page of records; null for a reader who may not see single members of staff. */
  readonly rows: readonly TracedRow[] | null
  /** The page shown; a number beyond the last page shows the last. */
  readonly page: number
  readonly count: number
}

export const maySeeRows = (role: UserRole, figure: TracedFigure): boolean =>
  !STAFF_FIGURES.includes(figure) || maySeeStaff(role)

/** A page of the records behind a figure, with their totals. */
export async function traceView(
  services: Services,
  role: UserRole,
  { figure, period, show, page }: AskTrace,
): Promise<Outcome<TraceView>> {
  const trace = await traceFigure(scorecardPorts(services), { figure, period })
  if (!trace.ok) return trace
  const { asOf, recordedOn, rows, total, published } = trace.value
  const matchingRows = rows.filter((row) => show === 'all' || row.numerator > 0 === (show === 'counted'))
  const shownPage = pageWithin(page, matchingRows.length, ROWS_A_PAGE)
  return ok({
    asOf,
    recordedOn,
    total,
    published,
    sides: {
      numerator: rows.filter(({ numerator }) => numerator > 0).length,
      denominator: rows.filter(({ denominator }) => denominator > 0).length,
    },
    rows: maySeeRows(role, figure) ? matchingRows.slice((shownPage - 1) * ROWS_A_PAGE, shownPage * ROWS_A_PAGE) : null,
    page: shownPage,
    count: matchingRows.length,
  })
}
