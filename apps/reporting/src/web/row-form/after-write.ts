interface AfterWrite<Keys> {
  /** Refetches the queries of the page. */
  readonly refresh: () => void
  readonly onWritten: (keys: Keys) => void
}

/** Refetches after a refusal too, because it may mean that the row has changed since it was shown. */
export function afterWrite<Keys>(
  outcome: { readonly ok: true; readonly value: Keys } | { readonly ok: false },
  { refresh, onWritten }: AfterWrite<Keys>,
): void {
  refresh()
  if (outcome.ok) onWritten(outcome.value)
}
