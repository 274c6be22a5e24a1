/** Applies to the codes that a comment has now what its reader added and took away from those that were shown. */
export function mergeCodes(
  { seen: seenCodes, typed }: { readonly seen: readonly string[]; readonly typed: readonly string[] },
  theirs: readonly string[],
): readonly string[] {
  const added = typed.filter((id) => !seenCodes.includes(id) && !theirs.includes(id))
  return [...theirs.filter((id) => typed.includes(id) || !seenCodes.includes(id)), ...added]
}
