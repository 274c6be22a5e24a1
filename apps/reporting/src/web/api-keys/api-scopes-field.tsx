import { MultiSelect } from '@mantine/core'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import type { ApiScope } from '../api.ts'
import ui from '../components/components.module.css'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { scopeName } from './scope-name.ts'

interface ApiScopesFieldProps {
  readonly scopes: readonly ApiScope[]
  readonly onChange: (scopes: readonly ApiScope[]) => void
}

const WRITABLE = [...REGISTER_IDS, 'travelers'] as const

/** Chooses what a key writes and reads; an administrator's key reads nothing. */
export function ApiScopesField({ scopes, onChange }: ApiScopesFieldProps) {
  const { words } = useLanguage()
  const text = words.reporting.keys
  const isAdministrator = useMe().user?.role === 'administrator'
  const faultProps = useFieldFault(scopes.length === 0 ? text.noScope : null)
  const choice = (value: ApiScope) => ({ value, label: scopeName(value, words) })
  const writes = WRITABLE.map((id) => choice(`${id}:write`))
  const readChoices = [choice('scorecard:read'), ...REGISTER_IDS.map((id) => choice(`${id}:read`))]
  const choose = (kind: ':write' | ':read', values: string[]) => {
    const selectedScopes = [...writes, ...readChoices]
      .map(({ value }) => value)
      .filter((value) => values.includes(value))
    onChange([...scopes.filter((scope) => !scope.endsWith(kind)), ...selectedScopes])
  }
  // Mantine's own scroll frame cannot be reached by keyboard; the list scrolls itself.
  const list = { withScrollArea: false, classNames: { options: ui.options } }
  return (
    <>
      <MultiSelect
        {...list}
        label={text.writeInto}
        description={text.scopesHint}
        {...faultProps}
        data={writes}
        value={scopes.filter((scope) => scope.endsWith(':write'))}
        onChange={(values) => choose(':write', values)}
      />
      {isAdministrator ? null : (
        <MultiSelect
          {...list}
          label={text.readFrom}
          data={readChoices}
          value={scopes.filter((scope) => scope.endsWith(':read'))}
          onChange={(values) => choose(':read', values)}
        />
      )}
    </>
  )
}
