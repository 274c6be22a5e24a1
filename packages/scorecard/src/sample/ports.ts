import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { ScorecardPorts } from '../ports.ts'
import type { AuditSample, Finding, ReviewedDocument } from './audit-sample.ts'
import type { SampleFrame } from './sample-draw.ts'
import type { SealedSample } from './sealed-sample.ts'
import type { RowPlace } from './traced-row.ts'

export interface SampleStore {
  /** Samples of a half-year, newest first. */
  list(period: PeriodKey): Promise<readonly AuditSample[]>
  find(id: Id): Promise<AuditSample | null>
  /** Frame of a sample; null once a person in it was deleted on schedule. */
  frame(id: Id): Promise<SampleFrame | null>
  add(sample: AuditSample, frame: SampleFrame): Promise<void>
  /** Returns false if the row changed since `seen`, or the sample is sealed. */
  record(id: Id, row: { readonly number: number; readonly seen: number; readonly finding: Finding }): Promise<boolean>
  /** The current documents behind rows. */
  documents(places: readonly RowPlace[]): Promise<readonly ReviewedDocument[]>
  /** Head and number of the last sealed sample, and head of the chain of seals. */
  heads(): Promise<{ readonly number: number; readonly head: string; readonly chainHead: string }>
  /** Returns false if a row changed or another sample was sealed in between. */
  seal(sample: AuditSample, seal: SealedSample): Promise<boolean>
}

export interface SamplePorts extends ScorecardPorts {
  readonly samples: SampleStore
  readonly ids: Ids
  readonly tokens: Tokens
}
