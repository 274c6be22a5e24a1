import type { MadeRepair } from '@wayproof/evidence/checks/propose-repairs'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import styles from '../import/import.module.css'
import { useLanguage } from '../language.tsx'

interface MadeRepairsProps {
  readonly repairs: readonly MadeRepair[]
  readonly onRemove: (repair: MadeRepair) => void
}

/** Lists the references that are corrected at this import; each can be read as the file has it again. */
export function MadeRepairs({ repairs, onRemove }: MadeRepairsProps) {
  const text = useLanguage().words.reporting.registers
  if (repairs.length === 0) return null
  return (
    <div className={ui.note}>
      <div>
        <p>{text.repaired}</p>
        <ul>
          {repairs.map((repair) => (
            <li key={`${repair.field} ${repair.from}`} className={styles.repair}>
              <Verbatim>{text.repair(repair.from, repair.to, repair.rows)}</Verbatim>
              <LinkButton onClick={() => onRemove(repair)}>{text.unrepair}</LinkButton>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
