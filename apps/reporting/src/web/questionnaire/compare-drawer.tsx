import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { textDifferences } from '@wayproof/forms/questionnaire-draft/version-difference'
import { type QuestionnaireVersions, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { numberOf } from '../questionnaire-fields/item-names.ts'
import { DifferenceTable } from './difference-table.tsx'

interface CompareDrawerProps {
  readonly versions: QuestionnaireVersions
  readonly after: Questionnaire
  /** The version to compare with. */
  readonly before: number
  readonly onBefore: (version: number) => void
  readonly onClose: () => void
}

/** Shows the changes of a version: the trends that break and the texts that differ. */
export function CompareDrawer({ versions, after, before, onBefore, onClose }: CompareDrawerProps) {
  const { compare: text, strip } = useLanguage().words.reporting.questionnaire
  const others = versions.map(({ version }) => version).filter((version) => version !== after.version)
  const chosen = others.includes(before) ? before : (others[0] ?? before)
  const definition = useQuery(trpc.questionnaire.definition.queryOptions({ version: chosen }))
  return (
    <Drawer title={text.title(chosen, after.version)} onClose={onClose}>
      <div className={ui.stack}>
        <NativeSelect
          label={text.other}
          value={chosen}
          data={others.map((version) => ({ value: String(version), label: strip.version(version) }))}
          onChange={({ currentTarget: { value } }) => onBefore(Number(value))}
        />
        {definition.isLoadingError ? (
          <FaultPanel error={definition.error} onAgain={() => void definition.refetch()} />
        ) : definition.data ? (
          <Comparison before={JSON.parse(definition.data) as Questionnaire} after={after} />
        ) : (
          <Loading heights={[120, 240]} />
        )}
      </div>
    </Drawer>
  )
}

function Comparison({ before, after }: { readonly before: Questionnaire; readonly after: Questionnaire }) {
  const { compare: text, fix } = useLanguage().words.reporting.questionnaire
  const trends = brokenTrends(before, after)
  const hasTexts = textDifferences(before, after).length > 0
  return (
    <>
      <Panel title={text.trends}>
        {trends.length === 0 ? <p className={ui.soft}>{text.noTrends}</p> : null}
        <ul>
          {trends.map(({ id, because }) => (
            <li key={id}>{fix.broken[because](fix.question(String(numberOf(after, id) || numberOf(before, id))))}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={text.texts}>
        {hasTexts ? (
          <DifferenceTable
            before={before}
            after={after}
            caption={text.caption}
            names={{ before: text.before(before.version), after: text.before(after.version) }}
          />
        ) : (
          <p className={ui.soft}>{text.noTexts}</p>
        )}
      </Panel>
    </>
  )
}
