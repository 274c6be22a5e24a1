import { setTimeout as wait } from 'node:timers/promises'

/** The moment by which a torture must be through. */
export interface Deadline {
  readonly passed: boolean
  /** Looks every `pause` ms whether `met`; false when the time was over first. */
  until(met: () => boolean | Promise<boolean>, pause: number): Promise<boolean>
}

/** Generous: a killed scheduler's letters come free after a minute, and the machine may be busy with other things. */
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
