import { sha256 } from '@wayproof/kernel/keyring'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import { headCode } from '../closing/seals/head-code.ts'
import type { ExecutiveSummary } from '../executive-summary.ts'

/** The figures of an edition as kept, their digest, and that as printed. */
export function editionFigures(summary: ExecutiveSummary) {
  const figures = canonicalJson(summary)
  const digest = sha256(figures)
  return { figures, digest, code: headCode(digest) }
}
