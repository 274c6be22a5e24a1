import type { RegisterId } from '@wayproof/evidence/register'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { hasStates } from '@wayproof/evidence/rows/row-state'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { FactList } from '../row/fact-list.tsx'
import { FactValue } from '../row/row-facts.tsx'
import { mainFacts } from './main-facts.ts'
import styles from './row-drawer.module.css'

/** The state of a row and its main facts, each label beside its value. */
export function DrawerFacts({ register, cells }: { readonly register: RegisterId; readonly cells: Cells }) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const text = words.reporting.rows
  const state = hasStates(register)
    ? [[text.state, <RowStateMark key="state" register={register} cells={cells} isShort />] as const]
    : []
  return (
    <section className={styles.facts} aria-label={text.row}>
      <FactList
        isNarrow
        facts={[
          ...state,
          ...mainFacts(register, cells).map(
            (field) =>
              [
                names[field.name] ?? field.name,
                <FactValue key={field.name} register={register} field={field} cells={cells} />,
              ] as const,
          ),
        ]}
      />
    </section>
  )
}
