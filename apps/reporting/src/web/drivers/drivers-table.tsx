import { coefficient } from '@wayproof/messages'
import type { DriverPlace } from '@wayproof/scorecard'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

interface DriversTableProps {
  readonly places: readonly DriverPlace[]
  readonly nameOf: (item: string) => string
}

/** The numbers match those in the chart. */
export function DriversTable({ places, nameOf }: DriversTableProps) {
  const { words } = useLanguage()
  const text = words.reporting.drivers
  const { columns } = text
  const { share } = words.reporting.breakdown
  return (
    <WideTable caption={text.caption} isStacked>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.aspect}</th>
          <th scope="col">{columns.importance}</th>
          <th scope="col">{columns.interval}</th>
          <th scope="col">{columns.performance}</th>
          <th scope="col">{columns.people}</th>
          <th scope="col">{columns.place}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ item, importance, lower, upper, performance, people, quadrant }, at) => (
          <tr key={item}>
            <td data-label={columns.number}>{at + 1}</td>
            <th scope="row">{nameOf(item)}</th>
            <td data-label={columns.importance}>{coefficient(importance)}</td>
            <td data-label={columns.interval}>{text.interval(coefficient(lower), coefficient(upper))}</td>
            <td data-label={columns.performance}>{share(performance)}</td>
            <td data-label={columns.people}>{text.people(people)}</td>
            <td data-label={columns.place}>{text.quadrants[quadrant]}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
