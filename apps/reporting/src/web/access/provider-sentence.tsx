import { Fragment } from 'react'

interface ProviderSentenceProps {
  readonly say: (name: string) => string
  readonly name: string
}

const MARK = '{name}'

/** Puts the provider's name into a sentence and keeps browsers from translating it. */
export function ProviderSentence({ say, name }: ProviderSentenceProps) {
  const parts = say(MARK).split(MARK)
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 ? <span translate="no">{name}</span> : null}
      {part}
    </Fragment>
  ))
}
