import { Fragment } from 'react'

interface ProviderSentenceProps {
  readonly sentence: (name: string) => string
  readonly name: string
}

const MARK = '{name}'

/** Puts the provider's name into a sentence and keeps browsers from translating it. */
export function ProviderSentence({ sentence, name }: ProviderSentenceProps) {
  const fragments = sentence(MARK).split(MARK)
  return fragments.map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <span translate="no">{name}</span> : null}
      {part}
    </Fragment>
  ))
}
