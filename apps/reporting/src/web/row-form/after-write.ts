interface AfterWrite<Keys> {
  /** Asks again for what the page shows. */
  readonly refresh: () => void
  readonly onWritten: (keys: Keys) => void
}

/** After a write, refused or not: a refusal too may mean that the row and its history are no longer as shown. */
export function afterWrite<Keys>(
  outcome: { readonly ok: true; readonly value: Keys } | { readonly ok: false },
  { refresh, onWritten }: AfterWrite<Keys>,
): void {
  refresh()
  if (outcome.ok) onWritten(outcome.value)
}
