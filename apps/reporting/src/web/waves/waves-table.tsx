import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages'
import type { Wave } from '@wayproof/survey'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { displayStatus } from './display-status.ts'

interface WavesTableProps {
  readonly waves: readonly Wave[]
  readonly openPeriod: string | null
}

export function WavesTable({ waves, openPeriod }: WavesTableProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.waves
  return (
    <Panel title={text.list}>
      <WideTable caption={text.caption}>
        <thead>
          <tr>
            {(['period', 'status', 'mode', 'opened', 'closes'] as const).map((column) => (
              <th key={column} scope="col" data-roomy={column === 'mode' || column === 'opened' || undefined}>
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => (
            <tr key={wave.id}>
              <th scope="row">
                <Link
                  to="/waves"
                  search={{ period: wave.period }}
                  aria-current={wave.period === openPeriod ? 'true' : undefined}
                  resetScroll
                >
                  {periodName(wave.period, locale)}
                </Link>
              </th>
              <td>{text.status[displayStatus(wave)]}</td>
              <td data-roomy>{text.mode[wave.mode]}</td>
              <td data-roomy>{dayOf(wave.openedAt)}</td>
              <td>{dayOf(wave.closesAt - 1)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
