import { Button } from '@mantine/core'
import { useLanguage } from '../language.tsx'
import { faultOf } from './fault-of.ts'
import { PageHead } from './page-head.tsx'
import styles from './surface.module.css'

/** In place of a page that could not be shown. */
export function FaultPanel({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const words = useLanguage().words.reporting.faults
  const { kind, id } = faultOf(error)
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
