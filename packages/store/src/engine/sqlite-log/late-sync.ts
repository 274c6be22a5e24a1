/** Writes that a power cut may take back at most. A kill takes none. */
export const MOST_UNSYNCED = 100
/** So many are brought to the disk at once. */
const MANY = MOST_UNSYNCED / 2
const LONGEST_UNSYNCED_MS = 100

export interface LateSync {
  /** Does `work`, which commits `count` writes without a sync, as soon as it leaves at most MOST_UNSYNCED of them so. */
  add(count: number, work: () => Promise<void>): Promise<void>
}

/** What it takes: `sync` waits for the disk, `sleep` for milliseconds. */
interface Disk {
  sync(): Promise<void>
  sleep(ms: number): Promise<void>
}

/** Brings to the disk what was written, within LONGEST_UNSYNCED_MS and beside the work. */
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
  // A disk that fails shows to whoever finds no more room: what is not synced stays counted.
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
