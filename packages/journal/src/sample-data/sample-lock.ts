import type { Prisma } from '@wayproof/database/generated/client'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { Id } from '@wayproof/kernel/id'

import { SampleGone, SampleIsLoaded } from './sample-data.ts'

/** SQL: whether sample data is loaded, being loaded, or left over. */
export const HAS_SAMPLE = 'EXISTS (SELECT 1 FROM sample_data)'

const hasSample = async (query: ReadQuery): Promise<boolean> =>
  (await query.get(`SELECT 1 AS found FROM sample_data`)) !== undefined

const LOADING = "SELECT 1 AS found FROM sample_data WHERE load_id = @loadId AND state = 'loading'"
const NOTE = 'INSERT INTO sample_part (kind, id) VALUES (@kind, @id)'

/** For a transaction that writes records of one's own. Throws SampleIsLoaded. */
export async function refuseBesideSample(query: ReadQuery): Promise<void> {
  if (await hasSample(query)) throw new SampleIsLoaded('sample data is loaded')
}

/** For a transaction of a load: lists what it writes. Throws SampleGone. */
export async function notePart(query: Query, loadId: Id, kind: SamplePartKind, id: Id): Promise<void> {
  if (!(await query.get(LOADING, { loadId }))) throw new SampleGone('another process removed this sample data')
  await query.run(NOTE, { kind, id })
}

/** For a transaction that opens a case: only a load has listed its case before. Throws SampleIsLoaded. */
export async function refuseOwnCase(
  records: Pick<Prisma.TransactionClient, 'sampleData' | 'samplePart'>,
  caseId: Id,
): Promise<void> {
  if (!(await hasSampleRecord(records))) return
  const kind: SamplePartKind = 'rights-case'
  const listed = await records.samplePart.findUnique({ where: { kind_id: { kind, id: caseId } } })
  if (!listed) throw new SampleIsLoaded('sample data is loaded')
}

/** The same as `hasSample`, for a transaction of records. */
export const hasSampleRecord = async ({ sampleData }: Pick<Prisma.TransactionClient, 'sampleData'>): Promise<boolean> =>
  (await sampleData.findFirst({ select: { id: true } })) !== null

/** Kinds of what comes with the sample data. */
export type SamplePartKind = 'import' | 'wave' | 'rights-case' | 'meeting' | 'action' | 'empty-month'
