import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Wave } from '@wayproof/survey/waves/wave'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { WaveRow } from './wave-row.tsx'

interface WavesTableProps {
  readonly waves: readonly Wave[]
  /** The half-year that the reader works with. */
  readonly chosen: PeriodKey | undefined
}

const COLUMNS = ['period', 'status', 'invited', 'answered', 'result', 'closes'] as const

export function WavesTable({ waves, chosen }: WavesTableProps) {
  const { words } = useLanguage()
  const text = words.reporting.waves
  return (
    <Panel title={text.list}>
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads columns={COLUMNS} names={words.reporting.wavePages.list.columns} />
        <tbody>
          {waves.map((wave) => (
            <WaveRow key={wave.id} wave={wave} isChosen={wave.period === chosen} />
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
