import type { Sql } from '../engine/sql.ts'

/** Latest proofs of a page whose bytes stay; 2 MB each at most. */
const LATEST = 7

const PROOFS_OF_PAGE = 'FROM policy_proof WHERE surface_id = @surfaceId AND language = @language'

/** Lets go of a page's bytes but those of its latest proofs and of the first that found each version. */
export function letBytesGo(sql: Sql, surfaceId: string, language: string): void {
  const freed = sql<{ digest: string }>(`UPDATE policy_proof SET keeps_bytes = 0
    WHERE surface_id = @surfaceId AND language = @language AND keeps_bytes
      AND id NOT IN (SELECT id ${PROOFS_OF_PAGE} ORDER BY at DESC LIMIT ${LATEST})
      AND id NOT IN (SELECT id FROM (SELECT id, min(at) ${PROOFS_OF_PAGE} AND outcome = 'found' GROUP BY version))
    RETURNING digest`).all({ surfaceId, language })
  const drop = sql(`DELETE FROM policy_bytes
    WHERE digest = @digest AND NOT EXISTS (SELECT 1 FROM policy_proof WHERE digest = @digest AND keeps_bytes)`)
  for (const { digest } of freed) drop.run({ digest })
}
