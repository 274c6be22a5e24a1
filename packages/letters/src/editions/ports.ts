import type { Ids } from '@wayproof/kernel'
import type { ClosingStore, SummaryPorts } from '@wayproof/scorecard'
import type { SurveyStore } from '@wayproof/survey'
import type { Organisation } from '../organisation.ts'
import type { EditionStore } from './edition-store.ts'

/** What it takes to write an edition and to send it. */
export interface IssuePorts extends SummaryPorts {
  readonly editions: EditionStore
  readonly organisation: { get(): Promise<Organisation | null> }
  readonly survey: Pick<SurveyStore, 'wave' | 'programme'>
  readonly ids: Ids
  /** Public address of the dashboard, to which letters link. */
  readonly reportingUrl: string
}

/** Beside these, what decides when editions are due. */
export interface EditionPorts extends IssuePorts {
  readonly closing: SummaryPorts['closing'] & Pick<ClosingStore, 'closing'>
}
