/** One line of the log: codes and ids; no token, address or answer. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void
