import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import type { Texts } from '@wayproof/evidence/rows/read-cells'
import { referencesTo } from '@wayproof/evidence/rows/references'
import { writeFilters } from '@wayproof/evidence/rows/row-filter'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { offerUndoOfCorrection, textsOf } from '../row-form/offer-row-undo.ts'
import { RowForm } from '../row-form/row-form.tsx'
import styles from './row-drawer.module.css'

interface DrawerActsProps {
  readonly register: RegisterId
  readonly rowKey: string
  /** Null for a removed row, which only its page can restore. */
  readonly row: StoredRow | null
  readonly mayWrite: boolean
}

/** One primary act: the record that usually comes next, or the correction. The other acts are on the row's page. */
export function DrawerActs({ register, rowKey, row, mayWrite }: DrawerActsProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  // The row as it was when the form opened; the server refuses the write if it has changed since.
  const [original, setOriginal] = useState<Texts | null>(null)
  const [next] = referencesTo(register)
  const id = String(row?.cells[keyFields(register)[0] ?? ''] ?? '')
  const mayCorrect = mayWrite && row !== null
  return (
    <>
      <div className={styles.acts}>
        {mayCorrect && next ? (
          <Button
            renderRoot={(props) => (
              <Link
                to="/registers/$register"
                params={{ register: next[0] }}
                search={{ row: 'new', only: writeFilters([{ field: next[1], texts: [id] }]) }}
                {...props}
              />
            )}
          >
            {register === 'incidents'
              ? words.reporting.incidents.record
              : text.drawer.addTo(words.registers.names[next[0]])}
          </Button>
        ) : null}
        {mayCorrect ? (
          <Button
            variant={next ? 'default' : 'filled'}
            aria-expanded={original !== null}
            onClick={() => setOriginal(original ? null : textsOf(register, row))}
          >
            {original ? words.reporting.shell.cancel : text.correct}
          </Button>
        ) : null}
        <Link to="/registers/$register" params={{ register }} search={(search) => ({ ...search, row: rowKey })}>
          {text.drawer.ownPage}
        </Link>
      </div>
      {original && row ? (
        <RowForm
          register={register}
          start={{ key: rowKey, texts: original }}
          onWritten={(_, before) => {
            setOriginal(null)
            void offerUndoOfCorrection({
              ...{ register, key: rowKey, before },
              ...{ text: words.reporting.shell.saved, reason: text.undoReason },
            })
          }}
        />
      ) : null}
    </>
  )
}
