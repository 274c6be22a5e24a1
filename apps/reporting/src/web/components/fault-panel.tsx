import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './components.module.css'
import { faultOf } from './fault-of.ts'
import { PageHead } from './page-head.tsx'

interface FaultPanelProps {
  readonly error: unknown
  readonly onAgain: () => void
  /** Where to go from what is not there. */
  readonly back?: ReactNode
}

/** In place of a page that could not be shown: what is there already stays, under the shell's note. */
export function FaultPanel({ error, onAgain, back }: FaultPanelProps) {
  const words = useLanguage().words.reporting.faults
  const { kind, code, id } = faultOf(error)
  const { href } = useLocation()
  const home = back ?? (
    <Link to="/scorecard" search={{ period: undefined }}>
      {words.home}
    </Link>
  )
  // A page asks what its address says, so what cannot be asked stands nowhere.
  const known = code === 'input-invalid' ? words.nowhere : code === null ? undefined : words.codes[code]
  const final = known ?? (kind === 'notAllowed' ? words.notAllowed : undefined)
  // What was expected to fail, and what is refused, fails again: there is a way back instead.
  if (final) return <PageHead title={final} lead={home} />
  if (kind === 'signedOut')
    return (
      <PageHead
        title={words.signedOutTitle}
        lead={
          <Link to="/sign-in" search={{ next: href }}>
            {words.signInAgain}
          </Link>
        }
      />
    )
  return (
    <div role="alert">
      <PageHead title={words.title} lead={kind === 'failed' ? words.advice : words[kind]} />
      <div className={styles.stack}>
        {id ? <p>{words.id(id)}</p> : null}
        <div>
          <Button onClick={onAgain}>{words.again}</Button>
        </div>
      </div>
    </div>
  )
}
