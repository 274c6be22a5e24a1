import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Prisma } from '@wayproof/database/generated/client'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addApprovedText, approvedVersions, textsOn } from './approved-texts.ts'
import { fetchQueue } from './fetch-queue.ts'
import type { PolicyWatchStore } from './ports.ts'
import { proofOfRow, rowOfProof } from './proof-row.ts'
import { watchedPages } from './watched-pages.ts'

/** Approved texts, pages that wait to be fetched, and proofs of page contents. */
export function policyWatchStore(
  database: QueryDatabase,
  { timeZone }: { readonly timeZone: string },
): PolicyWatchStore {
  return {
    ...fetchQueue(database),
    pages: (asOf, terms) => watchedPages(database, asOf, { ...terms, timeZone }),
    texts: async (language, asOf) => textsOn(await database.records(), language, asOf),

    async saveProof({ surfaceId, language, fence }, proof, bytes) {
      const packed = bytes ? await promisify(gzip)(bytes) : null
      return database.transaction(async ({ records }) => {
        const page = { surfaceId, language }
        const claimed = await records.policyFetch.deleteMany({ where: { ...page, fence } })
        if (claimed.count === 0) return false
        await records.policyProof.create({ data: rowOfProof(proof) })
        const { digest } = proof
        if (packed && digest !== null) {
          const create = { digest, bytes: new Uint8Array(packed) }
          await records.policyBytes.upsert({ where: { digest }, create, update: {} })
        }
        await deleteOldBytes(records, page)
        return true
      })
    },

    proofs: async (surfaceId, language, take) => {
      const { policyProof } = await database.records()
      const orderBy = [{ at: 'desc' as const }, { id: 'asc' as const }]
      const rows = await policyProof.findMany({ where: { surfaceId, language }, orderBy, take })
      return rows.map((row) => ({ ...proofOfRow(row), kept: row.keepsBytes }))
    },

    async bytes(digest) {
      const row = await (await database.records()).policyBytes.findUnique({ where: { digest } })
      return row && promisify(gunzip)(row.bytes)
    },

    versions: async () => approvedVersions(await database.records()),

    text: async (version, language) => {
      const { policyText } = await database.records()
      return (await policyText.findUnique({ where: { version_language: { version, language } } }))?.text ?? null
    },

    addText: (added) => database.transaction(({ records }) => addApprovedText(records, added)),
  }
}

/** Latest proofs of a page whose bytes are stored; each has at most 2 MB. */
const LATEST = 7

/** Deletes the bytes of a page's proofs, except for its latest ones and the first one of each version. */
export async function deleteOldBytes(
  { policyProof, policyBytes }: Prisma.TransactionClient,
  page: { readonly surfaceId: string; readonly language: string },
): Promise<void> {
  const latest = await policyProof.findMany({
    where: page,
    orderBy: { at: 'desc' },
    take: LATEST,
    select: { id: true },
  })
  const withBytes = await policyProof.findMany({ where: { ...page, keepsBytes: true }, orderBy: { at: 'asc' } })
  const matchingProofs = withBytes.filter(({ outcome }) => outcome === 'found')
  const firsts = [...Map.groupBy(matchingProofs, ({ version }) => version).values()].map(([first]) => first?.id)
  const staying = new Set([...latest.map(({ id }) => id), ...firsts])
  const freed = withBytes.filter(({ id }) => !staying.has(id))
  if (freed.length === 0) return
  await policyProof.updateMany({ where: { id: { in: freed.map(({ id }) => id) } }, data: { keepsBytes: false } })
  const digests = freed.flatMap(({ digest }) => digest ?? [])
  const shared = await policyProof.findMany({ where: { digest: { in: digests }, keepsBytes: true } })
  const unused = digests.filter((digest) => !shared.some((proof) => proof.digest === digest))
  await policyBytes.deleteMany({ where: { digest: { in: unused } } })
}
