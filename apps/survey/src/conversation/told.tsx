/** @jsxRuntime automatic */
interface ToldProps {
  /** Facts, then what was written: a name and what it says. */
  readonly lines: readonly (readonly [name: string, text: string])[]
}

/** What a person is told of the own case. */
export function Told({ lines }: ToldProps) {
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
