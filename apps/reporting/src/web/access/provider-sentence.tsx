import { Fragment } from 'react'

interface ProviderSentenceProps {
  readonly say: (name: string) => string
  readonly name: string
}

const MARK = '{name}'

/** A sentence with the name of the sign-in provider, which no browser is to translate. */
export function ProviderSentence({ say, name }: ProviderSentenceProps) {
  const parts = say(MARK).split(MARK)
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 ? <span translate="no">{name}</span> : null}
      {part}
    </Fragment>
  ))
}
