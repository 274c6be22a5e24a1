import type { PagesEvidence } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import { rowsDigest } from './rows-digest.ts'

/** Whether its bytes are still kept is no part of a proof: those of old ones are let go. */
const PROOFS = {
  from: '(SELECT * FROM policy_proof WHERE number <= @lastProof)',
  key: ['number'],
  values: [
    ...['id', 'surface_id', 'language', 'at', 'checked_on', 'outcome', 'url', 'connected_to', 'status', 'content_type'],
    ...['redirected_to', 'size', 'digest', 'version', 'nearest_version', 'nearest_letters', 'nearest_of', 'lacks'],
  ],
}

/** A text that was found is never replaced; who added it may be forgotten. */
const TEXTS = {
  from: `(SELECT * FROM policy_text WHERE (version, language) IN (
    SELECT version, language FROM policy_proof WHERE number <= @lastProof))`,
  key: ['version', 'language'],
  values: ['text', 'digest', 'added_at'],
}

/** The watcher's proofs up to a number, and the texts they found, as digests. */
export const pagesUpTo = (read: ReadSql, lastProof: number): PagesEvidence => ({
  lastProof,
  proofs: rowsDigest(read, PROOFS, { lastProof }),
  texts: rowsDigest(read, TEXTS, { lastProof }),
})

/** All proofs so far. */
export const pagesSoFar = (read: ReadSql): PagesEvidence =>
  pagesUpTo(read, read<{ last: number | null }>('SELECT max(number) AS last FROM policy_proof').get()?.last ?? 0)
