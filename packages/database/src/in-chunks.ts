/** Other processes that wait for the lock of a SQLite file retry within this time. */
export const CHUNK_PAUSE_MS = 18

type Progress = 'more' | 'done'

interface Chunks<Handle> {
  write(work: (handle: Handle) => Promise<Progress> | Progress): Promise<Progress>
  sleep(ms: number): Promise<void>
}

/**
 * Runs `chunk` in consecutive transactions until it returns `done`, for work that would lock rows too long at once.
 * Other work of this and other processes runs in between. A killed process leaves complete chunks, so the remaining
 * work must follow from the rows.
 */
export async function inChunks<Handle>(
  database: Chunks<Handle>,
  chunk: (handle: Handle) => Promise<Progress> | Progress,
): Promise<void> {
  while ((await database.write(chunk)) === 'more') await database.sleep(CHUNK_PAUSE_MS)
}
