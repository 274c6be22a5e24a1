import { Button } from '@mantine/core'
import { useLanguage } from '../language.tsx'
import { ProviderSentence } from './provider-sentence.tsx'

interface ProviderButtonProps {
  readonly name: string
  /** The path to open after signing in. */
  readonly next?: string | undefined
}

export function ProviderButton({ name, next }: ProviderButtonProps) {
  const { locale, words } = useLanguage()
  const search = new URLSearchParams({ locale, ...(next ? { next } : {}) })
  return (
    <Button component="a" fullWidth href={`/api/auth/provider?${search}`}>
      <span>
        <ProviderSentence sentence={words.reporting.account.provider.signIn} name={name} />
      </span>
    </Button>
  )
}
