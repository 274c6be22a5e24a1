import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Counts the requests and complaints of a half-year by kind, law and channel. */
export function CaseGroupsPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const { caseGroups: text, breakdown } = words.reporting
  const casesQuery = useQuery(trpc.measure.cases.queryOptions({ period }))
  if (!casesQuery.data) return null
  const { groups, step } = casesQuery.data
  if (!groups)
    return (
      <Panel title={text.title}>
        <p className={ui.soft}>{text.running}</p>
      </Panel>
    )
  return (
    <Panel
      title={text.title}
      actions={
        <a className={ui.quiet} href={`/export/cases.csv?${new URLSearchParams({ period })}`} download>
          {breakdown.export}
        </a>
      }
    >
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={[breakdown.columns.group, breakdown.columns.margin, text.people]} />
        <tbody>
          {groups.map(({ margin, category, people }) => (
            <tr key={`${margin} ${category}`}>
              <th scope="row">{text.category(margin, category)}</th>
              <td data-label={breakdown.columns.margin}>{text.margins[margin]}</td>
              <td data-label={text.people}>{breakdown.people(people)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p className={ui.soft}>{text.note(step)}</p>
    </Panel>
  )
}
