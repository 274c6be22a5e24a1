import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './components.module.css'
import { faultOf } from './fault-of.ts'
import { NotAllowed } from './not-allowed.tsx'
import { PageHead } from './page-head.tsx'

interface FaultPanelProps {
  readonly error: unknown
  readonly onAgain: () => void
  /** The link back from a page that does not exist. */
  readonly back?: ReactNode
}

/** Replaces a page that failed to load. Data that is already on screen stays, with the shell's note above it. */
export function FaultPanel({ error, onAgain, back }: FaultPanelProps) {
  const words = useLanguage().words.reporting.faults
  const { kind, code, id } = faultOf(error)
  const { href } = useLocation()
  if (kind === 'notAllowed' && code === null) return <NotAllowed />
  const home = back ?? (
    <Link to="/" search={{ period: undefined }}>
      {words.home}
    </Link>
  )
  // A page requests what its address names, so an invalid request means that the page does not exist.
  const sentence = code === 'input-invalid' ? words.nowhere : code === null ? undefined : words.codes[code]
  // An expected failure would fail again, so the reader gets a link back instead of a retry.
  if (sentence) return <PageHead title={sentence} lead={home} />
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
