import { Button } from '@mantine/core'
import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import styles from './row-list.module.css'

interface SelectionBarProps {
  readonly register: RegisterId
  readonly rows: readonly StoredRow[]
  readonly onClear: () => void
}

/** Acts on the selected rows; says beforehand that one reason is asked for all of them. */
export function SelectionBar({ register, rows, onClear }: SelectionBarProps) {
  const text = useLanguage().words.reporting.rows
  const [isOpen, setIsOpen] = useState(false)
  const [written, setWritten] = useState<number | null>(null)
  if (rows.length === 0) return written === null ? null : <Note>{text.writtenMany(written)}</Note>
  return (
    <div className={styles.selection}>
      <strong>{text.selected(rows.length)}</strong>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {text.correctMany}
      </Button>
      <span className={styles.right}>
        <span className={ui.soft}>{text.oneReason}</span>
        <LinkButton onClick={onClear}>{text.clearSelection}</LinkButton>
      </span>
      {isOpen ? (
        <CorrectDialog
          register={register}
          rows={rows}
          onClose={() => setIsOpen(false)}
          onDone={(count) => {
            setIsOpen(false)
            setWritten(count)
            onClear()
          }}
        />
      ) : null}
    </div>
  )
}
