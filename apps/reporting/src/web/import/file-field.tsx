import { useId } from 'react'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'

interface FileFieldProps {
  readonly label: string
  readonly file: File | null
  readonly required?: boolean
  /** An error in the chosen file, shown at once. */
  readonly fault?: string | null
  /** The `accept` attribute of the file input. */
  readonly accept?: string
  readonly onChoose: (file: File | null) => void
}

const TABLES =
  '.csv,.txt,.xlsx,.json,.jsonl,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file input with labels in the reader's language instead of the browser's. */
export function FileField({ label, file, required = false, fault = null, accept = TABLES, onChoose }: FileFieldProps) {
  const text = useLanguage().words.reporting.registers
  const id = useId()
  const fieldFault = useFieldFault(fault ?? (required && !file ? text.chooseFile : null))
  const sentence = fault ?? fieldFault.error
  return (
    <div>
      <span className={styles.label} id={`${id}-label`}>
        {label}
      </span>
      <label className={styles.file} htmlFor={id}>
        <input
          ref={fieldFault.ref}
          id={id}
          type="file"
          className="sr-only"
          accept={accept}
          aria-labelledby={`${id}-label ${id}-name`}
          aria-describedby={sentence ? `${id}-fault` : undefined}
          aria-invalid={sentence !== null}
          onChange={({ currentTarget }) => {
            onChoose(currentTarget.files?.[0] ?? null)
            // The same file can be chosen again after it was mended.
            currentTarget.value = ''
          }}
        />
        <span className={styles.fileButton}>{text.choose}</span>
        <span id={`${id}-name`} className={styles.fileName}>
          {file ? file.name : text.noFile}
        </span>
      </label>
      {sentence ? (
        <p id={`${id}-fault`} className={styles.fault}>
          {sentence}
        </p>
      ) : null}
    </div>
  )
}
