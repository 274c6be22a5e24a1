import { Link, useNavigate } from '@tanstack/react-router'
import type { RegisterId } from '@wayproof/evidence/register'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { onlyOf } from '../rows/rows-search.ts'
import { RowForm } from './row-form.tsx'

interface AddPageProps {
  readonly register: RegisterId
  /** A prefilled cell, as `field:text`. */
  readonly preset: string | undefined
}

export function AddPage({ register, preset }: AddPageProps) {
  const presetCell = onlyOf(preset)
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
          defaults={presetCell ? { [presetCell.field]: presetCell.text } : {}}
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
