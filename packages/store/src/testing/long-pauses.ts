import { CHUNK_PAUSE_MS } from '../engine/in-chunks.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { timing } from '../engine/testing/timing.ts'

/**
 * Makes the pauses between the chunks of a long work last `pauseMs`, so that another process has time to act between
 * two of them on a busy machine. Returns the database.
 */
export const withLongPauses = <Database extends StoreDatabase>(database: Database, pauseMs: number): Database =>
  Object.assign(database, { sleep: (ms: number) => timing.sleep(ms === CHUNK_PAUSE_MS ? pauseMs : ms) })
