import { day } from '@wayproof/messages/date-format'
import type { ApiKey } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { scopeName } from './scope-name.ts'

interface ApiKeysTableProps {
  readonly keys: readonly ApiKey[]
  readonly onRevoke: (key: ApiKey) => void
}

export function ApiKeysTable({ keys, onRevoke }: ApiKeysTableProps) {
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
