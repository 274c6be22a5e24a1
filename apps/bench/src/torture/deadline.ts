import { setTimeout as wait } from 'node:timers/promises'

/** The time by which a torture run must end. */
export interface Deadline {
  readonly passed: boolean
  /** Checks `met` every `pause` ms; returns false after the deadline. */
  until(met: () => boolean | Promise<boolean>, pause: number): Promise<boolean>
}

/** Generous, because a killed scheduler's letters are free after a minute, and the machine may be busy. */
export function deadlineFor({ recipients, kills }: { readonly recipients: number; readonly kills: number }): Deadline {
  const ends = performance.now() + 240_000 + kills * 15_000 + recipients * 20
  const passed = () => performance.now() > ends
  return {
    get passed() {
      return passed()
    },
    until: async (met, pause) => {
      while (!(await met())) {
        if (passed()) return false
        await wait(pause)
      }
      return true
    },
  }
}
