import { notifyManager } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { queryClient } from '../api.ts'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { LinkButton } from '../components/link-button.tsx'
import { SignedOutNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './shell.module.css'

const queries = queryClient.getQueryCache()

/** Gives the error of a failed refetch. */
function staleBecause(): unknown {
  const loaded = queries.findAll({ type: 'active' }).filter(({ state }) => state.data !== undefined)
  const errors = loaded.map(({ state }) => state.error).filter((error) => error !== null)
  return errors.find((error) => faultOf(error).kind === 'signedOut') ?? errors[0] ?? null
}

const askAgain = () =>
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })

/** Says that the page shows older data because a refetch failed. */
export function StaleNote() {
  const words = useLanguage().words.reporting.faults
  const subscribe = useCallback((onChange: () => void) => queries.subscribe(notifyManager.batchCalls(onChange)), [])
  const error = useSyncExternalStore(subscribe, staleBecause)
  if (error === null) return null
  return (
    <div className={styles.stale}>
      {faultOf(error).kind === 'signedOut' ? (
        <SignedOutNote />
      ) : (
        <p className={ui.note} data-tone="caution" role="status">
          <span>{words.stale}</span>
          <LinkButton onClick={askAgain}>{words.again}</LinkButton>
        </p>
      )}
    </div>
  )
}
