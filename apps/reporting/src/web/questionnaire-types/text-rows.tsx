import { type SurveyText, withWording } from '@wayproof/forms/questionnaire/survey-text'
import type { ReactNode } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import styles from '../questionnaire-fields/items.module.css'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'

interface TextRowsProps<R extends SurveyText> {
  readonly rows: readonly R[]
  readonly words: {
    readonly title: string
    readonly answer: (number: number) => string
    readonly add: string
    readonly up: (number: number) => string
    readonly remove: (number: number) => string
  }
  readonly blank: () => R
  /** Below the texts of a row. */
  readonly extra?: (row: R, change: (row: R) => void) => ReactNode
  /** `place` names the field of a text for Undo. */
  readonly onChange: (rows: readonly R[], place?: string) => void
}

/** The answers of a choice or the statements of a matrix, in two languages and in their order. */
export function TextRows<R extends SurveyText>({ rows, words, blank, extra, onChange }: TextRowsProps<R>) {
  // Rows are told apart by their place, because values may repeat in a draft with that fault.
  const placed = rows.map((row, nth) => ({ row, nth }))
  const moveUp = (nth: number) => {
    const [moved] = rows.slice(nth, nth + 1)
    if (moved) onChange(rows.toSpliced(nth, 1).toSpliced(nth - 1, 0, moved))
  }
  return (
    <fieldset className={styles.block}>
      <legend className={styles.label}>{words.title}</legend>
      {placed.map(({ row, nth }) => (
        <div key={nth} className={styles.answer}>
          <div>
            <LocalFields
              label={words.answer(nth + 1)}
              value={row}
              onChange={(language, text) =>
                onChange(rows.with(nth, withWording(row, language, text)), `${nth} ${language}`)
              }
            />
            {extra?.(row, (next) => onChange(rows.with(nth, next)))}
          </div>
          <div className={styles.rowActions}>
            <IconButton
              label={words.up(nth + 1)}
              isOff={nth === 0}
              onClick={() => moveUp(nth)}
              path="M12 19V5M6 11l6-6 6 6"
            />
            <IconButton
              label={words.remove(nth + 1)}
              onClick={() => onChange(rows.toSpliced(nth, 1))}
              path="M6 6l12 12M18 6L6 18"
            />
          </div>
        </div>
      ))}
      <div>
        <LinkButton onClick={() => onChange([...rows, blank()])}>{words.add}</LinkButton>
      </div>
    </fieldset>
  )
}

interface IconButtonProps {
  readonly label: string
  readonly path: string
  readonly isOff?: boolean
  readonly onClick: () => void
}

function IconButton({ label, path, isOff = false, onClick }: IconButtonProps) {
  return (
    <button type="button" className={styles.icon} aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  )
}
