import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import { readFilters } from '@wayproof/evidence/rows/row-filter'
import { yearIn } from '@wayproof/kernel/calendar/partial-date'
import { trpc } from '../api.ts'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RowForm } from './row-form.tsx'

interface AddPageProps {
  readonly register: RegisterId
  /** Prefilled cells, as `field:text;field:text`. */
  readonly preset: string | undefined
}

export function AddPage({ register, preset }: AddPageProps) {
  const defaults = readFilters(register, preset ?? '').flatMap((filter) =>
    'texts' in filter ? [[filter.field, filter.texts[0] ?? ''] as const] : [],
  )
  const { words } = useLanguage()
  const text = words.reporting.rows
  const navigate = useNavigate()
  const { today } = useOrganisationDays()
  const hasId = keyFields(register).join() === 'id'
  const latest = useQuery({
    ...trpc.registerRow.page.queryOptions({ register, find: '', sort: { field: 'id', isDescending: true }, page: 1 }),
    enabled: hasId,
  })
  if (hasId && latest.isPending) return <Loading heights={[56, 480]} />
  const ids = latest.data?.kind === 'rows' ? latest.data.rows.map(({ cells }) => String(cells.id)) : []
  const proposed = nextId(ids, yearIn(today))
  const name = words.registers.names[register]
  return (
    <>
      <PageHead
        title={text.addTitle(name)}
        lead={text.addLead}
        trail={[
          <Link key={register} to="/registers/$register" params={{ register }} search={{}}>
            {name}
          </Link>,
          text.add,
        ]}
      />
      <Panel title={text.add}>
        <RowForm
          register={register}
          start={null}
          defaults={{ ...(proposed ? { id: proposed } : {}), ...Object.fromEntries(defaults) }}
          onWritten={(keys) =>
            void navigate({
              to: '/registers/$register',
              params: { register },
              search: keys[0] === undefined ? {} : { row: keys[0] },
            })
          }
        />
      </Panel>
    </>
  )
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/

/**
 * Proposes the identifier after the highest of the latest ones: `F-08` after `F-07`. A number with a year starts again in
 * a new year: `I-2026-01` after `I-2025-07`. Null if the latest identifier does not end in a number.
 */
export function nextId(latest: readonly string[], year: number): string | null {
  const [first = ''] = latest
  const parts = split(first)
  if (!parts) return null
  const yearInPrefix = Number(YEAR.exec(parts.prefix)?.[0] ?? Number.NaN)
  if (yearInPrefix < year) {
    const prefix = parts.prefix.replace(YEAR, String(year))
    return `${prefix}${'1'.padStart(parts.digits.length, '0')}`
  }
  const numbers = latest.flatMap((id) => {
    const other = split(id)
    return other?.prefix === parts.prefix ? [Number(other.digits)] : []
  })
  return `${parts.prefix}${String(Math.max(...numbers) + 1).padStart(parts.digits.length, '0')}`
}

function split(id: string): { readonly prefix: string; readonly digits: string } | null {
  const { prefix, digits } = /^(?<prefix>.*?)(?<digits>\d{1,9})$/.exec(id)?.groups ?? {}
  return prefix !== undefined && digits !== undefined ? { prefix, digits } : null
}
