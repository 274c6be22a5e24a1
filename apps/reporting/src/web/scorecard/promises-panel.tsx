import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ActionList } from '../remedies/action-list.tsx'
import { OutcomeLine } from '../remedies/outcome-line.tsx'
import styles from './scorecard.module.css'

/** Lists the actions of the previous half-year and their outcomes; renders nothing without any. */
export function PromisesPanel({ period }: { readonly period: string }) {
  const text = useLanguage().words.reporting.closing.before
  const promised = useQuery(trpc.period.promised.queryOptions({ period })).data
  const allActions = promised ? [...promised.improvements, ...promised.remedies, ...promised.agreed] : []
  if (!promised || allActions.length === 0) return null
  return (
    <div className={styles.after}>
      <Panel title={text.title}>
        <ActionList
          actions={promised}
          renderBelow={(id) => {
            const outcome = allActions.find((action) => action.id === id)?.outcome
            return outcome ? <OutcomeLine outcome={outcome} /> : <p className={ui.soft}>{text.open}</p>
          }}
        />
      </Panel>
    </div>
  )
}
