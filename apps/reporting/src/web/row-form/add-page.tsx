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
import { nextId } from './next-id.ts'
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
