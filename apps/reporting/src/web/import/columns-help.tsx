import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { TRAVELER_FIELDS } from '@wayproof/survey/travelers/traveler'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from '../registers/registers.module.css'

/** Explains each column of a register's own file format; renders nothing for a register without a list. */
export function ColumnsHelp({ register }: { readonly register: string }) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const columns = Object.entries(words.registers.columns).find(([id]) => id === register)?.[1]
  if (!columns) return null
  const optional = optionalFieldsOf(register)
  return (
    <details className={styles.columns}>
      <summary>{text.columnsOf}</summary>
      {optional.length > 0 ? <p className={ui.soft}>{text.optionalHint}</p> : null}
      <dl>
        {Object.entries(columns).map(([name, purpose]) => (
          <div key={name}>
            <dt>
              <span translate="no">{name}</span>{' '}
              {optional.includes(name) ? <span className={ui.soft}>{text.optionalColumn}</span> : null}
            </dt>
            {/* It quotes the codes of the file. */}
            <dd translate="no">{purpose}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function optionalFieldsOf(register: string): readonly string[] {
  const id = REGISTER_IDS.find((registerId) => registerId === register)
  const fields = id ? registers[id].fields : register === 'travelers' ? TRAVELER_FIELDS : []
  return fields.filter(({ required }) => !required).map(({ name }) => name)
}
