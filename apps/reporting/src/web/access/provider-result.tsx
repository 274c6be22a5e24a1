import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { ProviderSentence } from './provider-sentence.tsx'

const NOTICES: readonly string[] = ['waits-with-role', 'last-officer']

/** Says whether a signed-in person has to read a notice before going on. */
export const isNotice = (result: string | undefined): boolean => result !== undefined && NOTICES.includes(result)

interface ProviderResultProps {
  readonly name: string
  readonly result: string | undefined
}

/** Shows the result of a sign-in through the provider; renders nothing for an unknown result code. */
export function ProviderResult({ name, result }: ProviderResultProps) {
  const { notices, refusals } = useLanguage().words.reporting.account.provider
  const sentences: Readonly<Record<string, (name: string) => string>> = { ...notices, ...refusals }
  const sentence = result !== undefined && Object.hasOwn(sentences, result) ? sentences[result] : undefined
  if (!sentence) return null
  return (
    <p className={ui.note} data-tone={isNotice(result) ? 'caution' : 'fault'} role="alert">
      <span>
        <ProviderSentence sentence={sentence} name={name} />
      </span>
    </p>
  )
}
