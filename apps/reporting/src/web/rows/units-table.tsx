import { count } from '@wayproof/messages/number-format'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

interface UnitsTableProps {
  readonly units: readonly { readonly unit: string; readonly people: number }[]
}

/** Counts staff by unit for readers who may not see people. */
export function UnitsTable({ units }: UnitsTableProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.rows
  if (units.length === 0) return <p className={ui.soft}>{text.tooFew}</p>
  return (
    <WideTable caption={text.unitsLead}>
      <ColumnHeads columns={['unit', 'people']} names={text} numbers={['people']} />
      <tbody>
        {units.map(({ unit, people }) => (
          <tr key={unit}>
            <th scope="row" translate={unit ? 'no' : undefined}>
              {unit || text.otherUnits}
            </th>
            <td data-number>{count(people, locale)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
