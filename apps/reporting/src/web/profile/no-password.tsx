import { Link } from '@tanstack/react-router'
import { ProviderSentence } from '../access/provider-sentence.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

/** Addresses a person who signs in through the provider; if none is configured any more, a link sets a password. */
export function NoPassword({ provider }: { readonly provider: string | null }) {
  const { access, account } = useLanguage().words.reporting
  return (
    <Panel title={access.password}>
      {provider === null ? (
        <Link to="/reset">{account.reset.title}</Link>
      ) : (
        <p>
          <ProviderSentence sentence={account.provider.noPassword} name={provider} />
        </p>
      )}
    </Panel>
  )
}
