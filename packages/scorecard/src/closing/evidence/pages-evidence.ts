import type { ColumnType, TypedColumn } from '@wayproof/database/query/dialect'
import type { SnapshotQuery } from '@wayproof/database/query/query'
import type { PagesEvidence } from '../seals/sealed-parts.ts'
import { rowsDigest } from './rows-digest.ts'

const columns = (type: ColumnType, ...names: readonly string[]): readonly TypedColumn[] =>
  names.map((name) => ({ name, type }))

/** The digest of a proof ignores whether its bytes are still stored, because those of old proofs are deleted. */
const PROOFS = {
  from: '(SELECT * FROM policy_proof WHERE number <= @lastProof)',
  key: columns('integer', 'number'),
  values: [
    ...columns('text', 'id', 'surface_id', 'language'),
    ...columns('instant', 'at'),
    ...columns('text', 'checked_on', 'outcome', 'url', 'connected_to'),
    ...columns('integer', 'status'),
    ...columns('text', 'content_type', 'redirected_to'),
    ...columns('integer', 'size'),
    ...columns('text', 'digest', 'version', 'nearest_version'),
    ...columns('integer', 'nearest_letters', 'nearest_of'),
    ...columns('text', 'lacks'),
  ],
}

/** A text that was found is never replaced; its author may be deleted. */
const TEXTS = {
  from: `(SELECT * FROM policy_text WHERE (version, language) IN (
    SELECT version, language FROM policy_proof WHERE number <= @lastProof))`,
  key: columns('text', 'version', 'language'),
  values: [...columns('text', 'text', 'digest'), ...columns('instant', 'added_at')],
}

/** Digests of the watcher's proofs up to a number, and of the texts that they found. */
export const pagesUpTo = async (query: SnapshotQuery, lastProof: number): Promise<PagesEvidence> => ({
  lastProof,
  proofs: await rowsDigest(query, PROOFS, { lastProof }),
  texts: await rowsDigest(query, TEXTS, { lastProof }),
})

const LAST = 'SELECT max(number) AS last FROM policy_proof'

/** All proofs so far. */
export const pagesSoFar = async (query: SnapshotQuery): Promise<PagesEvidence> =>
  pagesUpTo(query, (await query.get<{ last: number | null }>(LAST))?.last ?? 0)
