/** Applies to the codes that a comment has now what its reader added and took away from those that were shown. */
export function mergeCodes(
  { seen, typed }: { readonly seen: readonly string[]; readonly typed: readonly string[] },
  theirs: readonly string[],
): readonly string[] {
  const added = typed.filter((id) => !seen.includes(id) && !theirs.includes(id))
  return [...theirs.filter((id) => typed.includes(id) || !seen.includes(id)), ...added]
}
