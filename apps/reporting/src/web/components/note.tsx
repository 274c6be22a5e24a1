import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './components.module.css'
import { faultOf } from './fault-of.ts'

/** What came of an action, said where the eye is. */
export function Note({ tone, children }: { readonly tone?: 'caution'; readonly children: ReactNode }) {
  return (
    <p className={styles.note} data-tone={tone} role="status">
      {children}
    </p>
  )
}

/** The session ended: whoever signs in elsewhere goes on here. */
export function SignedOutNote() {
  const words = useLanguage().words.reporting.faults
  return (
    <p className={styles.note} data-tone="fault" role="alert">
      <span>
        {words.signedOut}{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {words.signInElsewhere}
        </a>
      </span>
    </p>
  )
}

/** An action that failed: what it means for the reader, and the number for the log. */
export function FaultNote({ error }: { readonly error: unknown }) {
  const words = useLanguage().words.reporting.faults
  const { kind, code, id } = faultOf(error)
  if (kind === 'signedOut') return <SignedOutNote />
  const expected = code === null ? undefined : words.codes[code]
  return (
    <p className={styles.note} data-tone="fault" role="alert">
      <span>{expected ?? words[kind]}</span>
      {id && !expected ? <span className={styles.soft}>{words.id(id)}</span> : null}
    </p>
  )
}
