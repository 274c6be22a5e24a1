/** @jsxRuntime automatic */
interface ToldProps {
  /** Facts, then the text of messages: a name and its contents. */
  readonly lines: readonly (readonly [name: string, text: string])[]
}

export function FactList({ lines }: ToldProps) {
  return (
    <dl className="told">
      {lines.map(([name, text], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
