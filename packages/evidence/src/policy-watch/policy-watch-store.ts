import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { PolicyProof, Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry, addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { periodOf } from '@wayproof/kernel/calendar/period'
import { periodParameters } from '../registers/rows-of-period.ts'
import type { PageProof } from './page-proof.ts'
import type { PolicyText } from './policy-match.ts'
import type { ApprovedVersion, NewPolicyText, PolicyTerms, PolicyWatchStore } from './ports.ts'
import { surfaceState } from './surface-state.ts'
import type { WatchedPage } from './watched-page.ts'

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

/** Pages that wait to be fetched. */
function fetchQueue(database: RecordDatabase): Pick<PolicyWatchStore, 'plan' | 'claim'> {
  return {
    plan: (pages, at) =>
      database.transaction(async ({ records }) => {
        const { policyFetch } = records
        const queued = new Map((await policyFetch.findMany()).map((page) => [nameOf(page), page]))
        const added = pages.filter((page) => !queued.has(nameOf(page)))
        await policyFetch.createMany({
          data: added.map(({ surfaceId, language, url }) => {
            return { surfaceId, language, url, askedAt: new Date(at), fence: 0 }
          }),
        })
        for (const { surfaceId, language, url } of pages) {
          const before = queued.get(nameOf({ surfaceId, language }))
          if (!before || before.url === url || before.leaseUntil) continue
          await policyFetch.updateMany({ where: { surfaceId, language }, data: { url } })
        }
        for (const subject of new Set(pages.map(({ surfaceId }) => surfaceId)))
          await addUserAct(records, { act: 'policy-check-ordered', subject })
      }),

    async claim(now, leaseUntil) {
      // Reads first: the scheduler asks every few seconds and must write nothing while no page waits.
      if (!(await (await database.records()).policyFetch.findFirst())) return null
      return database.transaction(async ({ records: { policyFetch } }) => {
        const unclaimed = { OR: [{ leaseUntil: null }, { leaseUntil: { lt: new Date(now) } }] }
        const orderBy = [{ askedAt: 'asc' as const }, { surfaceId: 'asc' as const }, { language: 'asc' as const }]
        const next = await policyFetch.findFirst({ where: unclaimed, orderBy })
        if (!next) return null
        const { surfaceId, language, url } = next
        const fence = next.fence + 1
        const where = { surfaceId_language: { surfaceId, language } }
        await policyFetch.update({ where, data: { leaseUntil: new Date(leaseUntil), fence } })
        return { surfaceId, language, url, fence }
      })
    },
  }
}

const nameOf = ({ surfaceId, language }: { readonly surfaceId: string; readonly language: string }): string =>
  JSON.stringify([surfaceId, language])

type PageRow = Pick<WatchedPage, 'surfaceId' | 'surface' | 'kind' | 'language' | 'url'> & {
  readonly comparable: number
  readonly waiting: number
  readonly checkedOn: CalendarDate | null
  readonly version: string | null
  readonly accepted: number
  readonly proofId: string | null
}

// The page of a language decides, even one without an address; otherwise the surface's address is used for every
// language.
const pages: Statement = (dialect) => `${surfaceState(dialect)}
SELECT seen.id AS surfaceId, surface.name AS surface, surface.kind, seen.language,
  CASE WHEN page.surface_id IS NULL THEN surface.url ELSE page.url END AS url,
  EXISTS (
    SELECT 1 FROM policy_text t JOIN version ON version.version = t.version AND nth = 1 WHERE t.language = seen.language
  ) AS comparable,
  EXISTS (SELECT 1 FROM policy_fetch f WHERE f.surface_id = seen.id AND f.language = seen.language) AS waiting,
  seen.checked_on AS checkedOn, seen.version, seen.in_order AS accepted,
  (SELECT p.id FROM policy_proof p WHERE p.surface_id = seen.id AND p.language = seen.language AND p.checked_on <= @asOf
    ORDER BY p.at DESC LIMIT 1) AS proofId
FROM seen JOIN surface ON surface.id = seen.id
  LEFT JOIN policy_page page ON page.surface_id = seen.id AND page.language = seen.language
ORDER BY surface.name, seen.id, seen.language`

async function watchedPages(
  database: QueryDatabase,
  asOf: CalendarDate,
  { timeZone, ...terms }: PolicyTerms & { readonly timeZone: string },
): Promise<WatchedPage[]> {
  const rows = await database.query.all<PageRow>(pages, {
    asOf,
    ...terms,
    ...periodParameters(periodOf('half-year', asOf), asOf, timeZone),
  })
  const { policyProof } = await database.records()
  const proofs = await policyProof.findMany({ where: { id: { in: rows.flatMap(({ proofId }) => proofId ?? []) } } })
  const proofOf = new Map(proofs.map((proof) => [proof.id, proofOfRow(proof)]))
  return rows.map(({ checkedOn, version, accepted, comparable, waiting, proofId, ...page }) => ({
    ...page,
    comparable: comparable === 1,
    waiting: waiting === 1,
    look: checkedOn === null ? null : { checkedOn, version, accepted: accepted === 1 },
    proof: (proofId === null ? undefined : proofOf.get(proofId)) ?? null,
  }))
}

const rowOfProof = ({ nearest, at, ...proof }: PageProof): Prisma.PolicyProofCreateInput => ({
  ...proof,
  at: new Date(at),
  nearestVersion: nearest?.version ?? null,
  nearestLetters: nearest?.share.numerator ?? null,
  nearestOf: nearest?.share.denominator ?? null,
  lacks: nearest?.lacks ?? null,
  keepsBytes: proof.digest !== null,
})

function proofOfRow(row: PolicyProof): PageProof {
  const { number: _, keepsBytes: __, nearestVersion: version, nearestLetters, nearestOf, lacks, ...proof } = row
  const share = { numerator: nearestLetters ?? 0, denominator: nearestOf ?? 0 }
  return recordOf<PageProof>({ ...proof, nearest: version === null ? null : { version, share, lacks } })
}

type Records = Prisma.TransactionClient

/** Versions of the policy, latest in force first. */
async function versionsOf({ policyVersion }: Records): Promise<readonly Omit<ApprovedVersion, 'texts'>[]> {
  const rows = await policyVersion.findMany({ orderBy: { version: 'desc' } })
  return rows
    .map(({ version, approvedOn, effectiveOn }) => ({ version, approvedOn, inForceOn: effectiveOn ?? approvedOn }))
    .toSorted((a, b) => Number(a.inForceOn < b.inForceOn) - Number(a.inForceOn > b.inForceOn))
}

async function approvedVersions(records: Records): Promise<readonly ApprovedVersion[]> {
  const texts = await records.policyText.findMany({ orderBy: { language: 'asc' }, omit: { text: true } })
  const proofs = await records.policyProof.groupBy({ by: ['version', 'language'] })
  const isProven = (version: string, language: string) =>
    proofs.some((proof) => proof.version === version && proof.language === language)
  return (await versionsOf(records)).map((policyVersion) => ({
    ...policyVersion,
    texts: texts
      .filter(({ version }) => version === policyVersion.version)
      .map(({ version, addedAt, ...text }) => {
        return { ...text, addedAt: addedAt.getTime(), proven: isProven(version, text.language) }
      }),
  }))
}

/** Texts of a language that were approved by a day: the one in force first, then later and earlier ones. */
async function textsOn(records: Records, language: string, day: CalendarDate): Promise<readonly PolicyText[]> {
  const approved = (await versionsOf(records)).filter(({ approvedOn }) => approvedOn <= day)
  const texts = await records.policyText.findMany({ where: { language } })
  const [inForce, later] = [
    approved.filter(({ inForceOn }) => inForceOn <= day),
    approved.filter(({ inForceOn }) => inForceOn > day),
  ]
  return [...inForce, ...later].flatMap(({ version }) =>
    texts.filter((text) => text.version === version).map(({ text }) => ({ version, text })),
  )
}

/** A text that a page was found to show is evidence, so it may only be replaced by the same text. */
export async function addApprovedText(
  records: Records,
  { version, language, text, at, by }: NewPolicyText,
): Promise<'added' | 'version-unknown' | 'text-proven'> {
  const { policyVersion, policyText, policyProof } = records
  if (!(await policyVersion.findUnique({ where: { version } }))) return 'version-unknown'
  const digest = createHash('sha256').update(text).digest('hex')
  const where = { version_language: { version, language } }
  const storedText = await policyText.findUnique({ where })
  if (storedText?.digest === digest) return 'added'
  if (storedText && (await policyProof.findFirst({ where: { version, language } }))) return 'text-proven'
  const update = { text, digest, addedAt: new Date(at), addedBy: by }
  await policyText.upsert({ where, create: { version, language, ...update }, update })
  await addAuditEntry(records, { act: 'policy-text-added', at, subject: version, details: { language } })
  return 'added'
}
