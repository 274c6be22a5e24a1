import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'
import type { RefusedFile as Refusal } from './read-fault.ts'

export function RefusedFile({ sentence, rows, moreRows }: Refusal) {
  const text = useLanguage().words.reporting.registers
  return (
    <div className={styles.result}>
      <p className={ui.note} data-tone="fault" role="alert">
        {sentence}
      </p>
      {rows.length > 0 ? (
        <ul className={styles.faults}>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
          {moreRows > 0 ? <li>{text.more(moreRows)}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
