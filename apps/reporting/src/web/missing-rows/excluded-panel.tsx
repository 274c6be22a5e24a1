import type { GoalView } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { MissingTable } from './missing-table.tsx'

/** Lists the rows that two people excluded from the share, and why, so that no exclusion is hidden. */
export function ExcludedPanel({ exclusions }: { readonly exclusions: GoalView['excluded'] }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { title, caption, columns } = words.reporting.rules.excluded
  const { onePerson } = words.reporting.rules.rows
  return (
    <Panel title={title}>
      <MissingTable
        caption={caption}
        columns={columns}
        verbatimColumns={[2]}
        rows={exclusions.map(({ row, label, reason, at }) => ({
          cells: [label ?? onePerson, row ?? words.reporting.shell.none, reason, dayOf(at)],
          at: null,
        }))}
      />
    </Panel>
  )
}
