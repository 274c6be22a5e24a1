/** Most writes that a power cut may undo. The end of the process undoes none. */
export const MOST_UNSYNCED = 100
/** Unsynced writes after which a sync starts. */
const MANY = MOST_UNSYNCED / 2
const LONGEST_UNSYNCED_MS = 100

export interface LateSync {
  /** Runs `work`, which commits `count` writes without a sync, as soon as at most MOST_UNSYNCED would be unsynced. */
  add(count: number, work: () => Promise<void>): Promise<void>
}

/** `sync` waits for the disk, `sleep` for milliseconds. */
interface Disk {
  sync(): Promise<void>
  sleep(ms: number): Promise<void>
}

/** Syncs committed writes in the background within LONGEST_UNSYNCED_MS. */
export function lateSync(disk: Disk): LateSync {
  let begun = 0
  let committed = 0
  let running: Promise<void> | undefined
  let planned = false

  const run = async () => {
    const covered = committed
    await disk.sync()
    begun -= covered
    committed -= covered
    if (committed > 0) void plan()
  }
  const now = () => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  // A failed sync is reported by the next `add` beyond the limit, because unsynced writes stay counted.
  const inTheBackground = () => now().catch(() => undefined)
  const plan = async () => {
    if (planned) return
    planned = true
    await disk.sleep(LONGEST_UNSYNCED_MS)
    planned = false
    if (committed > 0) await inTheBackground()
  }

  return {
    async add(count, work) {
      while (begun > 0 && begun + count > MOST_UNSYNCED) await now()
      begun += count
      try {
        await work()
      } catch (error) {
        begun -= count
        throw error
      }
      committed += count
      void (committed >= MANY ? inTheBackground() : plan())
    },
  }
}
