import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import { day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { useState } from 'react'
import { type ApiKey, type ApiScope, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'

/** Creates, lists and revokes the API keys of outside systems. */
export function ApiKeysPanel() {
  const { locale, words } = useLanguage()
  const text = words.reporting.keys
  const keys = useQuery(trpc.apiKey.list.queryOptions())
  const [keyToRevoke, setKeyToRevoke] = useState<ApiKey | null>(null)
  const revoke = useMutation(
    trpc.apiKey.revoke.mutationOptions({
      onSettled: () => {
        setKeyToRevoke(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>
          {text.lead} <a href={`/api-description?lang=${locale}`}>{text.description}</a>
        </p>
        {keys.error ? <ErrorNote error={keys.error} /> : null}
        {keys.data?.length ? <ApiKeysTable keys={keys.data} onRevoke={setKeyToRevoke} /> : null}
        {revoke.error ? <ErrorNote error={revoke.error} /> : null}
        <ApiKeyForm />
      </div>
      {keyToRevoke ? (
        <ConfirmDialog
          title={text.confirmTitle(keyToRevoke.name)}
          action={text.revoke}
          isDangerous
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ id: keyToRevoke.id })}
          onClose={() => setKeyToRevoke(null)}
        >
          <p>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}

interface ApiKeysTableProps {
  readonly keys: readonly ApiKey[]
  readonly onRevoke: (key: ApiKey) => void
}

function ApiKeysTable({ keys, onRevoke }: ApiKeysTableProps) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.keys
  const namesOf = (scopes: readonly string[]) =>
    scopes.map((scope) => scopeName(scope, words)).join(words.reporting.shell.listed)
  const may = ({ scopes }: ApiKey) => {
    const writes = scopes.filter((scope) => scope.endsWith(':write'))
    const readScopes = scopes.filter((scope) => scope.endsWith(':read'))
    return [writes.length ? text.writes(namesOf(writes)) : '', readScopes.length ? text.reads(namesOf(readScopes)) : '']
      .filter(Boolean)
      .join(words.reporting.shell.listed)
  }
  return (
    <WideTable caption={text.title}>
      <thead>
        <tr>
          <th scope="col">{text.columns.name}</th>
          <th scope="col" data-roomy>
            {text.columns.made}
          </th>
          <th scope="col">{text.columns.used}</th>
          <th scope="col">{text.columns.action}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" translate="no">
              {key.name}
              <span className={ui.fileName}>{may(key)}</span>
            </th>
            <td data-roomy translate="no">
              {text.made(dayOf(key.createdAt), key.createdBy)}
            </td>
            <td className={key.lastUsedOn ? undefined : ui.soft}>
              {key.lastUsedOn ? day(key.lastUsedOn, locale) : text.never}
            </td>
            <td className={ui.soft}>
              {key.revokedAt === null ? (
                <LinkButton aria-label={text.revokeOf(key.name)} onClick={() => onRevoke(key)}>
                  {text.revoke}
                </LinkButton>
              ) : (
                text.revoked(dayOf(key.revokedAt))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** Creates a key and shows it until the reader leaves the page. */
function ApiKeyForm() {
  const text = useLanguage().words.reporting.keys
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly ApiScope[]>([])
  const clipboard = useClipboard()
  const make = useMutation(
    trpc.apiKey.make.mutationOptions({
      onSuccess: () => {
        setName('')
        setScopes([])
        clipboard.reset()
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    make.mutate({ name: name.trim(), scopes: [...scopes] })
  }
  return (
    <Form className={ui.form} onSubmit={submit}>
      <TextField
        required
        label={text.name}
        description={text.nameHint}
        value={name}
        maxLength={60}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <ApiScopesField scopes={scopes} onChange={setScopes} />
      <div>
        <Button type="submit" loading={make.isPending}>
          {text.make}
        </Button>
      </div>
      {make.error ? <ErrorNote error={make.error} /> : null}
      {make.data ? (
        <>
          <Note>{text.once(make.variables.name)}</Note>
          <TextInput
            readOnly
            translate="no"
            label={text.key}
            value={make.data.token}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <div>
            <LinkButton onClick={() => clipboard.copy(make.data.token)}>
              <span aria-live="polite">{clipboard.copied ? text.copied : text.copy}</span>
            </LinkButton>
          </div>
        </>
      ) : null}
    </Form>
  )
}

interface ApiScopesFieldProps {
  readonly scopes: readonly ApiScope[]
  readonly onChange: (scopes: readonly ApiScope[]) => void
}

const WRITABLE = [...REGISTER_IDS, 'travelers'] as const

/** Chooses what a key writes and reads; an administrator's key reads nothing. */
function ApiScopesField({ scopes, onChange }: ApiScopesFieldProps) {
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

/** Name of what a scope such as `partners:read` lets a key use. */
function scopeName(scope: string, { reporting }: Messages): string {
  const [subject = ''] = scope.split(':')
  return subject === 'scorecard' ? reporting.shell.scorecard : (reporting.registers.names[subject] ?? subject)
}
