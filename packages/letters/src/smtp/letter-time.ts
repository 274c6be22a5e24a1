/** The time that one letter has in all, from its setting to the last reply, whatever the steps on the way. */
export interface LetterTime {
  /** Calls `late` when the time is over, at once when it is already; null: nobody any more. One at a time. */
  watch(late: ((error: Error) => void) | null): void
  /** The letter is done with. */
  end(): void
}

export function letterTime(milliseconds: number): LetterTime {
  const error = () => new Error(`the mail server took longer than ${milliseconds} ms`)
  let over = milliseconds <= 0
  let watcher: ((error: Error) => void) | null = null
  const timer = setTimeout(() => {
    over = true
    watcher?.(error())
  }, milliseconds)
  return {
    watch(late) {
      watcher = late
      if (over) late?.(error())
    },
    end: () => clearTimeout(timer),
  }
}
