import { CHUNK_PAUSE_MS } from '../in-chunks.ts'
import type { StoreDatabase } from '../store-database.ts'
import { timing } from './timing.ts'

/**
 * Makes the pauses between the chunks of a long work last `pauseMs`, so that another process has time to act between
 * two of them on a busy machine. Returns the database.
 */
export const withLongPauses = <Database extends StoreDatabase>(database: Database, pauseMs: number): Database =>
  Object.assign(database, { sleep: (ms: number) => timing.sleep(ms === CHUNK_PAUSE_MS ? pauseMs : ms) })
