import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence/register'
import { findRow } from '@wayproof/evidence/registers/find-row'
import type { ReviewedDocument } from '../sample/audit-sample.ts'
import type { RowPlace } from '../sample/traced-row.ts'

const isRegister = (register: string): register is RegisterId => REGISTER_IDS.some((id) => id === register)

/** The documents of rows: attached files, pages that the watcher stored, and the row of the imported file. */
export async function documentsOf(
  database: QueryDatabase,
  places: readonly RowPlace[],
): Promise<readonly ReviewedDocument[]> {
  const documents: ReviewedDocument[] = []
  for (const { register, key } of places) {
    if (register === 'policy-proofs') documents.push(...(await pageOf(database, key)))
    else if (isRegister(register)) documents.push(...(await documentsOfRow(database, register, key)))
  }
  return documents
}

const attachment = (fileName: string, digest: string): ReviewedDocument => {
  return { kind: 'attachment', fileName, digest, rowNumber: null }
}

/** The latest reading of the page by the watcher, whose bytes are stored under their digest. */
async function pageOf(database: QueryDatabase, key: string): Promise<readonly ReviewedDocument[]> {
  const [surfaceId = '', language = ''] = JSON.parse(key) as string[]
  const { policyProof } = await database.records()
  const where = { surfaceId, language, digest: { not: null } }
  const proof = await policyProof.findFirst({ where, orderBy: { at: 'desc' } })
  return proof ? [attachment(proof.url, proof.digest ?? '')] : []
}

async function documentsOfRow(
  database: QueryDatabase,
  register: RegisterId,
  key: string,
): Promise<readonly ReviewedDocument[]> {
  const { evidenceAttachment } = await database.records()
  const where = { register, key, withdrawnAt: null }
  const attached = await evidenceAttachment.findMany({ where, orderBy: [{ attachedAt: 'asc' }, { id: 'asc' }] })
  const documents = attached.map(({ fileName, digest }) => attachment(fileName, digest))
  const origin = (await findRow(database.query, register, key))?.origin
  if (!origin) return documents
  const { fileName, digest, rowNumber } = origin
  return [...documents, { kind: 'import', fileName, digest, rowNumber }]
}
