/** The statements of a script. A semicolon at the end of a line ends one, and inside a trigger only after its END. */
export function statementsOf(script: string): readonly string[] {
  const statements: string[] = []
  let open = ''
  for (const line of script.split('\n')) {
    open += `${line}\n`
    const ends = /;\s*$/.test(line) && (!/^\s*CREATE\s+TRIGGER/im.test(open) || /\bEND\s*;\s*$/i.test(line))
    if (!ends) continue
    statements.push(open)
    open = ''
  }
  if (open.replaceAll(/--.*$/gm, '').trim()) statements.push(open)
  return statements
}
