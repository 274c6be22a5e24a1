import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Ids } from '@wayproof/kernel/id'
import type { ClosingStore } from '@wayproof/scorecard/closing/ports'
import type { SummaryPorts } from '@wayproof/scorecard/write-summary'
import type { SurveyStore } from '@wayproof/survey/ports'
import type { Organisation } from '../letter/organisation.ts'
import type { ReportPrinter } from '../pdf/report-printer.ts'
import type { EditionStore } from './edition-store.ts'

/** Ports for writing and sending an edition. */
export interface IssuePorts extends SummaryPorts {
  readonly editions: EditionStore
  readonly organisation: { get(): Promise<(Organisation & { readonly programmeStart: CalendarDate }) | null> }
  readonly survey: Pick<SurveyStore, 'wave' | 'programme' | 'funnel'>
  readonly ids: Ids
  /** Public address of the dashboard, to which letters link. */
  readonly reportingUrl: string
  /** Makes the PDF for the executives' letters. Absent: letters have none. */
  readonly reportPrinter?: Pick<ReportPrinter, 'print'> | undefined
}

/** Also the ports that decide when editions are due. */
export interface EditionPorts extends IssuePorts {
  readonly closing: SummaryPorts['closing'] & Pick<ClosingStore, 'closing'>
}
