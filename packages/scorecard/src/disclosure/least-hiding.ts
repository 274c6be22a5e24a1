/** Up to this many groups every choice is tried; more are first reduced one and two at a time. */
const ALL_CHOICES = 10

interface Added {
  /** Groups hidden to protect others. */
  readonly groups: readonly number[]
  readonly sizes: readonly number[]
  /** Changed in place. */
  readonly hidden: boolean[]
  readonly isSafe: () => boolean
}

/** Shows groups that need not be hidden. Keeps the fewest groups with the fewest people, deterministically. */
export function hideLeast(added: Added): void {
  if (added.groups.length > ALL_CHOICES) thinOut(added)
  const groups = added.groups.filter((group) => added.hidden[group])
  if (groups.length <= ALL_CHOICES) hideFewest({ ...added, groups })
}

function thinOut({ groups: added, hidden, sizes, isSafe }: Added): void {
  const groups = added.toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  const show = (...some: readonly number[]): boolean => {
    if (some.some((group) => !hidden[group])) return false
    for (const group of some) hidden[group] = false
    if (isSafe()) return true
    for (const group of some) hidden[group] = true
    return false
  }
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const group of groups) isChanged = show(group) || isChanged
    for (const [i, one] of groups.entries()) {
      for (const group of groups.slice(i + 1)) isChanged = show(one, group) || isChanged
    }
  }
}

function hideFewest({ groups, sizes, hidden, isSafe }: Added): void {
  const choices = Array.from({ length: 2 ** groups.length }, (_, bits) => {
    const hiddenGroups = groups.filter((_, i) => (bits >> i) & 1)
    return { bits, hiddenGroups, people: hiddenGroups.reduce((sum, group) => sum + (sizes[group] ?? 0), 0) }
  }).toSorted((a, b) => a.hiddenGroups.length - b.hiddenGroups.length || a.people - b.people || a.bits - b.bits)
  for (const { hiddenGroups } of choices) {
    for (const group of groups) hidden[group] = hiddenGroups.includes(group)
    if (isSafe()) return
  }
}
