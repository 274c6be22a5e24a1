import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { LinkButton } from '../components/link-button.tsx'
import { SignedOutNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './shell.module.css'

/** Gives the error of a failed refetch. */
function staleBecause(queryClient: QueryClient): unknown {
  const loaded = queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.data !== undefined)
  const errors = loaded.map(({ state }) => state.error).filter((error) => error !== null)
  return errors.find((error) => faultOf(error).kind === 'signedOut') ?? errors[0] ?? null
}

const askAgain = (queryClient: QueryClient) =>
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })

/** Says that the page shows older data because a refetch failed. */
export function StaleNote() {
  const words = useLanguage().words.reporting.faults
  const queryClient = useQueryClient()
  const subscribe = useCallback(
    (onChange: () => void) => queryClient.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [queryClient],
  )
  const error = useSyncExternalStore(
    subscribe,
    () => staleBecause(queryClient),
    () => null,
  )
  if (error === null) return null
  return (
    <div className={styles.stale}>
      {faultOf(error).kind === 'signedOut' ? (
        <SignedOutNote />
      ) : (
        <p className={ui.note} data-tone="caution" role="status">
          <span>{words.stale}</span>
          <LinkButton onClick={() => askAgain(queryClient)}>{words.again}</LinkButton>
        </p>
      )}
    </div>
  )
}
