/** @jsxRuntime automatic */
interface CodeOnceProps {
  readonly words: { readonly code: string; readonly keep: string; readonly use: string }
  readonly caseCode: string
  /** Where the code is used: the link, and the address as people read it. */
  readonly link: string
  readonly address: string
}

/** A case code, shown once, and what it is for. */
export function CodeOnce({ words, caseCode, link, address }: CodeOnceProps) {
  return (
    <>
      <p>{words.code}</p>
      <p className="code" translate="no">
        {caseCode}
      </p>
      <p>{words.keep}</p>
      <p className="gap">
        {words.use} <a href={link}>{address}</a>
      </p>
    </>
  )
}
