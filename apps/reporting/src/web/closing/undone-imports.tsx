import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Lists imports that were undone after a seal was based on them; renders nothing if there are none. */
export function UndoneImports({ undoneImports }: { readonly undoneImports: GoalView['undone'] }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.closing.undone
  const names: Readonly<Record<string, string>> = words.registers.names
  if (undoneImports.length === 0) return null
  return (
    <div className={ui.note} data-tone="caution">
      <div>
        <p>{text.lead}</p>
        <ul>
          {undoneImports.map(({ id, register, fileName, at }) => (
            <li key={id}>{text.line(names[register] ?? register, fileName, dayOf(at))}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
