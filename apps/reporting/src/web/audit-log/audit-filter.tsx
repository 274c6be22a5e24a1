import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AUDIT_ACTS } from '@wayproof/journal/audit-log/audit-entry'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from './audit-log.module.css'
import { type AuditSearch, auditSearch } from './audit-search.ts'

/** Filters by act, person, record and days; the address holds them. */
export function AuditFilter({ search }: { readonly search: AuditSearch }) {
  const { words } = useLanguage()
  const { filters: text, actNames } = words.reporting.auditLog
  const navigate = useNavigate()
  const { data: actors = [] } = useQuery(trpc.auditLog.actors.queryOptions())
  const [subject, setSubject] = useState(search.subject ?? '')
  const navigateTo = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '/audit-log', search: auditSearch({ ...search, subject, ...next, page: undefined }) })
  function clear() {
    setSubject('')
    void navigate({ to: '/audit-log', search: {} })
  }
  return (
    <Form isPassing className={styles.filter} onSubmit={() => navigateTo({})}>
      <NativeSelect
        label={text.act}
        value={search.act ?? ''}
        data={[{ value: '', label: text.anyAct }, ...AUDIT_ACTS.map((act) => ({ value: act, label: actNames[act] }))]}
        onChange={({ currentTarget: { value } }) => navigateTo({ act: value })}
      />
      <NativeSelect
        label={text.actor}
        value={search.actor ?? ''}
        onChange={({ currentTarget: { value } }) => navigateTo({ actor: value })}
      >
        <option value="">{text.anyActor}</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id} translate="no">
            {name}
          </option>
        ))}
      </NativeSelect>
      <TextField
        type="date"
        label={text.from}
        value={search.from ?? ''}
        onChange={({ currentTarget: { value } }) => navigateTo({ from: value })}
      />
      <TextField
        type="date"
        label={text.to}
        value={search.to ?? ''}
        onChange={({ currentTarget: { value } }) => navigateTo({ to: value })}
      />
      <TextField
        type="search"
        label={text.subject}
        maxLength={60}
        value={subject}
        onChange={({ currentTarget: { value } }) => setSubject(value)}
      />
      <Button type="submit" variant="default">
        {words.reporting.auditLog.search}
      </Button>
      {Object.keys(auditSearch({ ...search })).length > 0 ? (
        <LinkButton onClick={clear}>{text.clear}</LinkButton>
      ) : null}
    </Form>
  )
}
