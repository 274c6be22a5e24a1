import type { Statement } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { periodOf } from '@wayproof/kernel/calendar/period'
import { periodParameters } from '../registers/rows-of-period.ts'
import type { PolicyTerms } from './ports.ts'
import { proofOfRow } from './proof-row.ts'
import { surfaceState } from './surface-state.ts'
import type { WatchedPage } from './watched-page.ts'

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

export async function watchedPages(
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
