import { moment } from '@wayproof/messages/date-format'
import type { Runs } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'

const MINUTE_MS = 60_000
const PAGE_SIZE = 5

/** Times in which a service was silent, newest first. */
export function GapList({ outages }: Pick<Runs, 'outages'>) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.runs
  const { rows, ...pager } = useTablePage(outages, PAGE_SIZE)
  const at = (instant: number) => moment(instant, timeZone, locale)
  return (
    <Panel title={text.gapsTitle}>
      {outages.length === 0 ? (
        <p className={ui.soft}>{text.noGaps}</p>
      ) : (
        <>
          <ul>
            {rows.map(({ service, since, until }) => (
              <li key={`${service} ${since}`}>
                {until === null
                  ? text.gapOpen(text.services[service], at(since))
                  : text.gap(text.services[service], at(since), at(until), Math.round((until - since) / MINUTE_MS))}
              </li>
            ))}
          </ul>
          <TablePager {...pager} />
        </>
      )}
    </Panel>
  )
}
