import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { headCode } from '@wayproof/scorecard/closing/seals/head-code'
import {
  type AuditSample,
  progressOf,
  type ReviewedDocument,
  type SampleProgress,
  type SampleRow,
} from '@wayproof/scorecard/sample/audit-sample'
import type { Services } from '../trpc/context.ts'
import { maySeeRows } from './trace-view.ts'

export interface ListedSample extends Omit<AuditSample, 'rows' | 'sealed'> {
  readonly standing: SampleProgress
  readonly sealed: { readonly by: string; readonly at: number; readonly code: string } | null
}

export interface ShownSampleRow extends SampleRow {
  /** Today's documents of the record. */
  readonly documents: readonly ReviewedDocument[]
}

export interface ShownSample extends ListedSample {
  /** Null for a reader who may not see single members of staff. */
  readonly rows: readonly ShownSampleRow[] | null
}

export async function listSamples(
  { store }: Pick<Services, 'store'>,
  period: PeriodKey,
): Promise<readonly ListedSample[]> {
  return (await store.samples.list(period)).map(listedSample)
}

/** A worksheet with the documents of each record. Fault: `sample-unknown`. */
export async function showSample(
  { store }: Pick<Services, 'store'>,
  role: UserRole,
  id: Id,
): Promise<Outcome<ShownSample>> {
  const sample = await store.samples.find(id)
  if (!sample) return fail('sample-unknown')
  if (!maySeeRows(role, sample.figure)) return ok({ ...listedSample(sample), rows: null })
  const rows = sample.rows.map(async (row) => ({
    ...row,
    documents: await store.samples.documents(row.drawn?.places ?? []),
  }))
  return ok({ ...listedSample(sample), rows: await Promise.all(rows) })
}

function listedSample({ rows, sealed, ...sample }: AuditSample): ListedSample {
  return {
    ...sample,
    standing: progressOf({ rows, frameSize: sample.frameSize }),
    sealed: sealed && { by: sealed.by.name, at: sealed.at, code: headCode(sealed.head) },
  }
}
