import { useLanguage } from '../language.tsx'
import { WideTable } from '../surface/wide-table.tsx'
import type { TrendRow } from './trend-rows.ts'

export function TrendTable({ caption, rows }: { readonly caption: string; readonly rows: readonly TrendRow[] }) {
  const text = useLanguage().words.reporting.goal.trend
  return (
    <WideTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{text.period}</th>
          <th scope="col" data-number>
            {text.value}
          </th>
          <th scope="col" data-number>
            {text.interval}
          </th>
          <th scope="col">{text.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([period, value, interval, verdict]) => (
          <tr key={period}>
            <th scope="row">{period}</th>
            <td data-number>{value}</td>
            <td data-number>{interval}</td>
            <td>{verdict}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
