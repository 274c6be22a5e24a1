import type { Id, Ids, PeriodKey, Tokens } from '@wayproof/kernel'
import type { ScorecardPorts } from '../ports.ts'
import type { AuditSample, Finding, SeenDocument } from './audit-sample.ts'
import type { SampleFrame } from './sample-draw.ts'
import type { SealedSample } from './sample-seal.ts'
import type { RowPlace } from './traced-row.ts'

export interface SampleStore {
  /** The samples of a half-year, newest first. */
  list(period: PeriodKey): Promise<readonly AuditSample[]>
  find(id: Id): Promise<AuditSample | null>
  /** The frame a sample was drawn from; null where somebody in it was deleted on schedule. */
  frame(id: Id): Promise<SampleFrame | null>
  add(sample: AuditSample, frame: SampleFrame): Promise<void>
  /** False: the row was written since `seen`, or the sample is sealed. */
  record(id: Id, row: { readonly number: number; readonly seen: number; readonly finding: Finding }): Promise<boolean>
  /** What stands behind rows today. */
  documents(places: readonly RowPlace[]): Promise<readonly SeenDocument[]>
  /** The head of the sample sealed last and of the chain of seals, and how many are sealed. */
  heads(): Promise<{ readonly number: number; readonly head: string; readonly chainHead: string }>
  /** False: a row was written, or another sample sealed, meanwhile. */
  seal(sample: AuditSample, seal: SealedSample): Promise<boolean>
}

export interface SamplePorts extends ScorecardPorts {
  readonly samples: SampleStore
  readonly ids: Ids
  readonly tokens: Tokens
}
