import { Link, useNavigate } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { readFilters } from '@wayproof/evidence/row-filter'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
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
  const name = words.registers.names[register]
  return (
    <>
      <PageHead
        title={text.addTitle(name)}
        lead={text.addLead}
        breadcrumb={
          <Link to="/registers/$register" params={{ register }} search={{}}>
            {text.back(name)}
          </Link>
        }
      />
      <Panel title={text.add}>
        <RowForm
          register={register}
          start={null}
          defaults={Object.fromEntries(defaults)}
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
