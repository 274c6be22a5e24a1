import type { ReadQuery } from '@wayproof/database/query/query'
import { TRIAL } from '../trial/trial-columns.ts'

/**
 * An installation that began under the rule, unless a wave is linked: its travelers must be able to answer, and its close
 * needs the key where it is.
 */
const HELD = `SELECT 1 FROM installation
  WHERE keys_apart AND NOT EXISTS (SELECT 1 FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}'))`

/** Whether an installation with a public address must not run with its wave keys among its data. */
export const mustKeysBeApart = async (query: ReadQuery): Promise<boolean> => (await query.get(HELD)) !== undefined
