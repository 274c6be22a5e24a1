import type { Term } from '@wayproof/messages/en/scorecard/terms'
import { type MouseEvent, useId, useRef } from 'react'
import { useLanguage } from '../language.tsx'
import styles from './terms.module.css'

/** The statistical words of a page; each opens its explanation, by mouse, touch and keyboard. */
export function Terms({ terms }: { readonly terms: readonly Term[] }) {
  const text = useLanguage().words.reporting.terms
  return (
    <aside className={styles.terms} aria-label={text.title}>
      {terms.map((term) => (
        <ExplainedTerm key={term} term={term} />
      ))}
    </aside>
  )
}

/** Uses the browser's popover, which closes on Escape and on a press outside. */
function ExplainedTerm({ term }: { readonly term: Term }) {
  const text = useLanguage().words.reporting.terms
  const id = useId()
  const note = useRef<HTMLDivElement>(null)
  /** A popover is drawn above the page, so it gets its place from the button. */
  function place({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const { left, bottom } = currentTarget.getBoundingClientRect()
    note.current?.style.setProperty('--left', `${left}px`)
    note.current?.style.setProperty('--top', `${bottom + 6}px`)
  }
  return (
    <>
      <button type="button" className={styles.term} popoverTarget={id} aria-describedby={id} onClick={place}>
        {text.names[term]}
      </button>
      <div ref={note} id={id} popover="auto" className={styles.note}>
        {text.texts[term]}
      </div>
    </>
  )
}
