import { Checkbox } from '@mantine/core'
import ui from '../components/components.module.css'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import styles from './approvals.module.css'

interface PromiseLine {
  readonly field: string
  readonly original: string
  readonly text: string
}

interface PromiseLinesProps {
  readonly promises: readonly PromiseLine[]
  /** The fields of the confirmed lines. */
  readonly confirmed: readonly string[]
  readonly onChange: (confirmed: readonly string[]) => void
}

/** The lines that make a promise about privacy, each beside its original, to be confirmed one by one. */
export function PromiseLines({ promises, confirmed, onChange }: PromiseLinesProps) {
  const { approvals: text } = useLanguage().words.reporting
  return (
    <fieldset className={styles.promises}>
      <legend className={styles.name}>{text.promises(promises.length, confirmed.length)}</legend>
      <ul className={styles.list}>
        {promises.map(({ field, original, text: translated }) => (
          <li key={field} className={styles.line}>
            <p className={ui.soft}>{original}</p>
            <p>
              <Verbatim>{translated}</Verbatim>
            </p>
            <Checkbox
              label={text.promise}
              checked={confirmed.includes(field)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...confirmed, field] : confirmed.filter((other) => other !== field))
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
