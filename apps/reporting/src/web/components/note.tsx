import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './components.module.css'
import { faultOf } from './fault-of.ts'

/** Shows an action's result where the reader is looking. */
export function Note({ tone, children }: { readonly tone?: 'caution'; readonly children: ReactNode }) {
  return (
    <p className={styles.note} data-tone={tone} role="status">
      {children}
    </p>
  )
}

/** Says that the session has ended; signing in in another tab continues this page. */
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

/** Explains a failed action and gives the request ID for the server's log. */
export function ErrorNote({ error }: { readonly error: unknown }) {
  const words = useLanguage().words.reporting.faults
  const { kind, code, id } = faultOf(error)
  if (kind === 'signedOut') return <SignedOutNote />
  const codeText = code === null ? undefined : words.codes[code]
  return (
    <p className={styles.note} data-tone="fault" role="alert">
      <span>{codeText ?? words[kind]}</span>
      {id && !codeText ? <span className={styles.soft}>{words.id(id)}</span> : null}
    </p>
  )
}
