import { notifyManager } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { queryClient } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { faultOf } from '../surface/fault-of.ts'
import { SignedOutNote } from '../surface/note.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import surface from '../surface/surface.module.css'
import styles from './shell.module.css'

const queries = queryClient.getQueryCache()

/** Why something on the page is older than it should be: it was asked for anew, and that failed. */
function staleBecause(): unknown {
  const asked = queries.findAll({ type: 'active' }).filter(({ state }) => state.data !== undefined)
  const errors = asked.map(({ state }) => state.error).filter((error) => error !== null)
  return errors.find((error) => faultOf(error).kind === 'signedOut') ?? errors[0] ?? null
}

const askAgain = () =>
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })

/** A page keeps what it shows when it cannot be brought up to date, and says so here. */
export function StaleNote() {
  const words = useLanguage().words.reporting.faults
  const subscribe = useCallback((told: () => void) => queries.subscribe(notifyManager.batchCalls(told)), [])
  const error = useSyncExternalStore(subscribe, staleBecause)
  if (error === null) return null
  return (
    <div className={styles.stale}>
      {faultOf(error).kind === 'signedOut' ? (
        <SignedOutNote />
      ) : (
        <p className={surface.note} data-tone="caution" role="status">
          <span>{words.stale}</span>
          <QuietButton onClick={askAgain}>{words.again}</QuietButton>
        </p>
      )}
    </div>
  )
}
