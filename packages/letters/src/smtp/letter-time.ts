/** The total time of one letter over all steps, including the last reply. */
export interface LetterTime {
  /** Calls `late` when the time is over, or at once if it already is. It replaces the previous one; null calls none. */
  watch(late: ((error: Error) => void) | null): void
  /** Ends the time of the letter. */
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
