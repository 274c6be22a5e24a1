import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Auditor } from './auditor.ts'
import type { SamplePorts } from './ports.ts'
import type { SampleResult } from './sample-result.ts'

export interface RecordResult {
  readonly sample: Id
  /** Number of the row. */
  readonly number: number
  /** Revision of the row on the screen. */
  readonly seen: number
  readonly result: SampleResult
  readonly note: string
  readonly by: Auditor
}

export type ResultFault = {
  readonly code: 'sample-unknown' | 'sample-sealed' | 'result-changed' | 'note-missing'
}

/**
 * Records how a drawn row compares with its documents. A difference needs a note; a newer result is not overwritten.
 */
export async function recordResult(
  { samples, clock }: Pick<SamplePorts, 'samples' | 'clock'>,
  { sample: id, number, seen: seenRevision, result, note, by }: RecordResult,
): Promise<Outcome<{ readonly revision: number }, ResultFault>> {
  const at = clock.now()
  const sample = await samples.find(id)
  const row = sample?.rows.find((each) => each.number === number)
  if (!sample || !row?.drawn) return fail('sample-unknown')
  if (sample.sealed) return fail('sample-sealed')
  if (row.revision !== seenRevision) return fail('result-changed')
  if (result !== 'agrees' && note.trim() === '') return fail('note-missing')
  const documents = await samples.documents(row.drawn.places)
  const finding = { result, note: note.trim(), documents, by, at }
  return (await samples.record(id, { number, seen: seenRevision, finding }))
    ? ok({ revision: seenRevision + 1 })
    : fail('result-changed')
}
