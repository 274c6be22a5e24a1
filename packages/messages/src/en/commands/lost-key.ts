/** The command that closes a wave whose key is lost. */
export const lostKey = {
  /** `n`: answers that are lost. */
  warning: (period: string, n: string) =>
    `The key of the survey ${period} is missing. Without it, its ${n} responses cannot be read. If a copy of the key exists, put it back now: the scheduler then closes the survey with all its results.\nIf you confirm, the survey is closed without its responses. This cannot be undone.`,
  confirm: (period: string) => `To confirm that no copy exists, repeat the command with --confirm ${period}`,
  done: (n: string) => `Recorded. The scheduler closes the survey within 10 minutes, without its ${n} responses.`,
  faults: {
    'no-wave': 'There is no survey of this half-year.',
    'wave-open': 'The survey is open. Put the key back: without it, no one can answer.',
    'not-encrypted': 'Nothing to do: the responses of this survey are not encrypted.',
    'key-present': 'The key is there. The scheduler closes the survey by itself.',
    'other-period': (confirmed: string) =>
      `--confirm names ${confirmed}, which is another survey. Nothing was changed.`,
  },
  usage:
    'Usage: wayproof confirm-lost-key PERIOD [--confirm PERIOD] [--data FOLDER]\nPERIOD is a half-year such as 2026-H1; FOLDER holds the data (default: DATA_DIR or ./data).',
}
