import { setTimeout as wait } from 'node:timers/promises'

/** The time by which a torture run must end. */
export interface Deadline {
  readonly hasPassed: boolean
  /** Checks `isMet` every `pause` ms; returns false after the deadline. */
  waitUntil(isMet: () => boolean | Promise<boolean>, pause: number): Promise<boolean>
}

/** Generous, because a killed scheduler's letters are free after a minute, and the machine may be busy. */
export function deadlineFor({ recipients, kills }: { readonly recipients: number; readonly kills: number }): Deadline {
  const ends = performance.now() + 240_000 + kills * 15_000 + recipients * 20
  const hasPassed = () => performance.now() > ends
  return {
    get hasPassed() {
      return hasPassed()
    },
    waitUntil: async (isMet, pause) => {
      while (!(await isMet())) {
        if (hasPassed()) return false
        await wait(pause)
      }
      return true
    },
  }
}
