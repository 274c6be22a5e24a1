/** The kind of a path, for the log: a path may contain text from the caller. */
export function pathKind(path: string): string {
  const [, kind] = /^(\/(?:trpc|api\/(?:auth|v1)|import|export|evidence|policy-bytes))\//.exec(path) ?? []
  return kind ?? 'elsewhere'
}
