import { periodName } from '@wayproof/messages/date-format'
import type { ApprovalsView } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './bridge.module.css'
import { BridgeRows } from './bridge-rows.tsx'

/** Rows that one person took out of a begun period, by goal and half-year, for an officer to propose their exclusion. */
export function TakenOutPanel({ takenOut }: { readonly takenOut: ApprovalsView['takenOut'] }) {
  const { locale, words } = useLanguage()
  const text = words.bridge.takenOut
  if (takenOut.length === 0) return null
  const groups = Map.groupBy(takenOut, ({ goal, period }) => `${goal} ${period}`)
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      {[...groups].map(([key, [first, ...others]]) => {
        if (!first) return null
        const name = `${words.goals.names[first.goal]} · ${periodName(first.period, locale)}`
        return (
          <section key={key} aria-label={name}>
            <h3 className={styles.group}>{name}</h3>
            <BridgeRows
              goal={first.goal}
              name={name}
              rows={[first, ...others].map(({ row }) => row)}
              period={first.period}
            />
          </section>
        )
      })}
    </Panel>
  )
}
